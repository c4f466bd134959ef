import Testing
import Workbooks

/// Cells as they stand in the file, and what they are read as.
@Suite struct CellTests {
  private static let rows: [(cells: String, told: String)] = [
    (
      "<c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c>", "A1 text zero, B1 text one"
    ),
    (
      "<c t='s'><v>3</v></c>",
      "f, sheet “One”, A1: it names the text 3, of which there are 3 (the workbook is damaged)"
    ),
    (
      "<c r='C1' t='inlineStr'><is><t>a</t><r><t xml:space='preserve'> b</t></r></is></c>",
      "C1 text a b"
    ),
    ("<c><v>0.10000000000000001</v></c>", "A1 number 0.1"),
    ("<c><v>0.30000000000000004</v></c>", "A1 number 0.30000000000000004"),
    ("<c><v>1234567.8899999999</v></c>", "A1 number 1234567.89"),
    (
      "<c><v>1.5E-2</v></c><c><v>-2e+3</v></c><c><v>1E+300</v></c>",
      "A1 number 0.015, B1 number -2000, C1 number 1e300"
    ),
    (
      "<c><v>123456789012345678901</v></c><c><v>-0</v></c><c><v>007.50</v></c>",
      "A1 number 123456789012345678901, B1 number 0, C1 number 7.5"
    ),
    (
      "<c><v>1,5</v></c>",
      "f, sheet “One”, A1: “1,5” is no value of the type “n” (the workbook is damaged)"
    ),
    (
      "<c><v>nan</v></c>",
      "f, sheet “One”, A1: “nan” is no value of the type “n” (the workbook is damaged)"
    ),
    (
      "<c s='1'><v>0.0675</v></c><c s='6'><v>6.7500000000000004E-2</v></c><c s='1'><v>-1</v></c>",
      "A1 percent 6.75%, B1 percent 6.75%, C1 percent -100%"
    ),
    (
      "<c s='2'><v>1</v></c><c s='2'><v>59</v></c><c s='2'><v>60</v></c><c s='2'><v>61</v></c>",
      "A1 day 1900-01-01, B1 day 1900-02-28, C1 noDay 60, D1 day 1900-03-01"
    ),
    (
      "<c s='2'><v>45964.75</v></c><c s='3'><v>45964.75</v></c><c s='4'><v>45964.75</v></c>",
      "A1 day 2025-11-03, B1 moment 2025-11-03 18:00:00, C1 time 18:00:00"
    ),
    (
      "<c s='3'><v>45964.999999</v></c><c s='5'><v>1.5</v></c><c s='2'><v>2958466</v></c>",
      "A1 moment 2025-11-04 00:00:00, B1 time 36:00:00, C1 noDay 2958466"
    ),
    (
      "<c s='2'><v>-1</v></c><c s='2'><v>0</v></c><c s='99'><v>1</v></c>",
      "A1 noDay -1, B1 noDay 0, C1 number 1"
    ),
    (
      "<c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c>",
      "A1 boolean true, B1 boolean false, C1 error #N/A"
    ),
    ("<c t='d'><v>2025-11-03</v></c>", "A1 day 2025-11-03"),
    (
      "<c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c t='str'><f>\"\"</f><v></v></c>",
      "A1 number 2, B1 uncomputed "
    ),
    ("<c t='str'><v>a_x000A_b_x005F_x0041__x00</v></c>", "A1 text a\nb_x0041__x00"),
    (
      "<c r='B1'><v>1</v></c><c><v>2</v></c><c r='AA1'><v>3</v></c>",
      "B1 number 1, C1 number 2, AA1 number 3"
    ),
    (
      "<c r='B1'><v>1</v></c><c r='A1'><v>2</v></c>",
      "f, sheet “One”: in row 1 after B1 stands the cell “A1” "
        + "(open the workbook in a spreadsheet program and save it again)"
    ),
    (
      "<c r='B2'><v>1</v></c>",
      "f, sheet “One”: in row 1 stands the cell “B2” "
        + "(open the workbook in a spreadsheet program and save it again)"
    ),
    (
      "<c r='ZZZ1'><v>1</v></c>",
      "f, sheet “One”: in row 1 stands the cell “ZZZ1” "
        + "(open the workbook in a spreadsheet program and save it again)"
    ),
    ("<c s='1'/><c t='s'/>", ""),
    ("<c><is><t>\(String(repeating: "a", count: 20))</t></is><extLst><x/></extLst></c>", ""),
  ]

  @Test(arguments: rows) func `a cell is read by its type and style`(cells: String, told: String) {
    let parts = HandmadeWorkbook.parts(rows: "<row>\(cells)</row>")
    #expect(SampleWorkbook.told(HandmadeWorkbook.bytes(parts)) == told)
  }

  private static let formatRows: [(code: String, told: String)] = [
    ("General", "number 1.5"), ("#,##0.00", "number 1.5"), ("0.00E+00", "number 1.5"),
    ("0%", "percent 150%"), ("0.0\\%", "number 1.5"), ("0\"%\"", "number 1.5"),
    ("yyyy\\-mm\\-dd", "day 1900-01-01"), ("[$-409]mmm yy;@", "day 1900-01-01"),
    ("mmmm", "day 1900-01-01"), ("[Red]0", "number 1.5"), ("\"day\" 0", "number 1.5"),
    ("d/m h:mm", "moment 1900-01-01 12:00:00"), ("mm:ss.0", "time 12:00:00"),
    ("[h]:mm", "time 36:00:00"), ("[mm]:ss", "time 36:00:00"), ("h AM/PM", "time 12:00:00"),
    ("_-* #,##0.00\\ \"kr\"_-;-0", "number 1.5"), ("0;yyyy", "number 1.5"),
    ("[$USD] #,##0", "number 1.5"),
  ]

  @Test(arguments: formatRows) func `a format tells what a number is`(code: String, told: String) {
    var parts = HandmadeWorkbook.parts(rows: "<row><c s='6'><v>1.5</v></c></row>")
    let escaped = code.replacing("\"", with: "&quot;")
    parts["xl/styles.xml"] = parts["xl/styles.xml"]?.replacing(
      "formatCode='0.0%'", with: "formatCode='\(escaped)'")
    #expect(SampleWorkbook.told(HandmadeWorkbook.bytes(parts)) == "A1 \(told)")
  }

  private static let shapeRows: [(rows: String, before: String, after: String, told: String)] = [
    (
      "<row r='3'><c><v>1</v></c></row><row><c><v>2</v></c></row>", "", "",
      "A3 number 1, A4 number 2"
    ),
    (
      "<row r='3'/><row r='3'/>", "", "",
      "f, sheet “One”: after row 3 stands row “3” "
        + "(open the workbook in a spreadsheet program and save it again)"
    ),
    (
      "<row r='1048577'/>", "", "",
      "f, sheet “One”: after row 0 stands row “1048577” "
        + "(open the workbook in a spreadsheet program and save it again)"
    ),
    (
      "<row><c/><c r='C1'><v>1</v></c></row>", "",
      "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>",
      "C1 number 1"
    ),
    (
      "<row><c/><c/><c/></row>", "", "<mergeCells><mergeCell ref='B1:C1'/></mergeCells>",
      "C1 empty "
    ),
    (
      "<row/>", "", "<mergeCells><mergeCell ref='B1:A1'/></mergeCells>",
      "f, sheet “One”: “B1:A1” is no range of merged cells"
    ),
  ]

  @Test(arguments: shapeRows) func `rows and merged cells stand where the file says`(
    rows: String, before: String, after: String, told: String
  ) {
    let parts = HandmadeWorkbook.parts(rows: rows, before: before, after: after)
    #expect(SampleWorkbook.told(HandmadeWorkbook.bytes(parts)) == told)
  }

  @Test func `days are counted from 1904 where the workbook says so`() {
    let rows = "<row><c s='2'><v>0</v></c><c s='2'><v>44502</v></c></row>"
    let parts = HandmadeWorkbook.parts(rows: rows, properties: "<workbookPr date1904='1'/>")
    #expect(
      SampleWorkbook.told(HandmadeWorkbook.bytes(parts)) == "A1 day 1904-01-01, B1 day 2025-11-03")
  }

  @Test func `prefixes of names do not matter`() {
    var parts = HandmadeWorkbook.parts(rows: "")
    parts["xl/one.xml"] =
      "<x:worksheet xmlns:x='urn:any'><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row>"
      + "</x:sheetData></x:worksheet>"
    #expect(SampleWorkbook.told(HandmadeWorkbook.bytes(parts)) == "A1 number 5")
  }
}
