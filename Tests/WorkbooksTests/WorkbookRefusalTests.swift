import TestSupport
import Testing
import Workbooks

/// What is no workbook, or a damaged one.
@Suite struct WorkbookRefusalTests {
  private typealias Change = @Sendable (inout [String: String]) -> Void

  private static let rows: [(change: Change, problem: String)] = [
    ({ $0 = ["a": "b"] }, "f: the archive holds no Excel workbook"),
    (
      { $0 = ["mimetype": "application/vnd.oasis.opendocument.spreadsheet"] },
      "f: the archive holds no Excel workbook (save it as .xlsx or CSV)"
    ),
    ({ $0["xl/workbook.xml"] = nil }, "f: the archive holds no Excel workbook"),
    (
      { $0["xl/one.xml"] = nil },
      "f, sheet “One”: the archive does not hold it (the workbook is damaged)"
    ),
    ({ $0["xl/workbook.xml"] = "<workbook/>" }, "f: it has no worksheet"),
    (
      { $0["xl/one.xml"] = "<worksheet><sheetData><row>" },
      "f/xl/one.xml:1:28: the text ends before “row” does (the file is incomplete)"
    ),
    (
      { $0["xl/texts.xml"] = "<!DOCTYPE a><sst/>" },
      "f/xl/texts.xml:1:12: a document type is refused, since it can declare entities "
        + "(remove the part from <!DOCTYPE to its >)"
    ),
  ]

  @Test(arguments: rows.indices) func `what is wrong is told with its part`(index: Int) {
    var parts = HandmadeWorkbook.parts(rows: "<row><c><v>1</v></c></row>")
    Self.rows[index].change(&parts)
    #expect(SampleWorkbook.told(HandmadeWorkbook.bytes(parts)) == Self.rows[index].problem)
  }

  @Test func `old and binary workbooks are told apart`() {
    #expect(
      SampleWorkbook.told([0xD0, 0xCF, 0x11, 0xE0, 0xA1])
        == "f: it is an old workbook (.xls), or one with a password "
        + "(save it as .xlsx without a password)")
    var parts = HandmadeWorkbook.parts(rows: "")
    parts["_rels/.rels"] = parts["_rels/.rels"]?.replacing("workbook.xml", with: "workbook.bin")
    parts["xl/workbook.bin"] = "x"
    #expect(
      SampleWorkbook.told(HandmadeWorkbook.bytes(parts))
        == "f: it is a binary workbook (.xlsb) (save it as .xlsx)")
  }

  @Test(arguments: UInt64(0)..<100) func `a damaged workbook breaks no law`(seed: UInt64)
    throws
  {
    var random = SplitMix64(seed: seed)
    let rows = "<row><c s='2'><v>1</v></c><c t='s'><v>1</v></c></row>"
    var bytes = HandmadeWorkbook.bytes(HandmadeWorkbook.parts(rows: rows))
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    #expect(WorkbookLaws.broken(by: bytes) == [])
  }
}
