import Tabular
import TestSupport
import Testing
import Workbooks

/// A worksheet as text for the reader of tables.
@Suite struct WorksheetTextTests {
  @Test func `rows become records, and a field knows its cell`() throws {
    let rows = """
      <row r='2'><c r='B2' t='str'><v>a</v></c><c t='str'><v>"b", c</v></c></row>\
      <row r='4' hidden='1'><c r='B4' t='str'><v>x_x000A_y</v></c></row>\
      <row r='5'><c r='C5' s='1'><v>0.05</v></c></row>\
      <row r='8'><c r='B8' t='e'><v>#REF!</v></c><c r='C8'><f>A1</f></c></row>
      """
    let workbook = try Workbook(
      bytes: HandmadeWorkbook.bytes(HandmadeWorkbook.parts(rows: rows)), name: "f")
    let text = WorksheetText(try workbook.reader(of: try workbook.worksheet()))
    let bytes = try ByteSource.all(room: 5, text.read)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\n,a,\"\"\"b\"\", c\"\n\n,\"x\ny\",\n,,5%\n\n\n,#REF!,\n")
    #expect(text.hiddenRows == [4])
    #expect(
      text.takeProblems(line: 9).map(\.description) == [
        "f, sheet “One”, B8: the formula came to #REF!",
        "f, sheet “One”, C8: the value of the formula is not in the file "
          + "(open the workbook in a spreadsheet program and save it again)",
      ])
    var reader = DelimitedReader(
      options: DelimitedOptions(dialect: .comma), source: ByteSource.of(bytes))
    var places: [String] = []
    while case .record = try reader.next() {
      let record = "\(text.place(line: reader.record.line, field: 1)) \(reader.record.text(1))"
      places.append(record)
    }
    #expect(places == ["B2 a", "B4 x\ny", "B5 ", "B8 #REF!"])
  }
}
