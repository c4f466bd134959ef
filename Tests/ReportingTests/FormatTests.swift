import Ledger
import Reporting
import SQLite
import TestSupport
import Testing

/// One result in every format: words of the world, numbers of every size, and text that strangers
/// made to do harm.
@Suite(.temporaryDirectory) struct FormatTests {
  private static let columns: [ResultSet.Column] = [
    .init(name: "party", unit: "text"), .init(name: "amount", unit: "money"),
    .init(name: "share", unit: "percent"), .init(name: "count", unit: "count"),
    .init(name: "number"), .init(name: "coupon", unit: "percent"),
  ]

  private static let nothing: [Value] = Array(repeating: .null, count: 5)

  private static let rows: [[Value]] = [
    [
      .text("Deutsche Börse"), .real(23.25e9), .real(3.6264), .integer(2), .real(0.1), .real(4.875),
    ],
    [.text("软银集团"), .integer(1_500_000_000_000), .real(100), .integer(-1), .real(1e300), .real(5)],
    [.text("ソフトバンク 🚀"), .real(-2.5e9), .real(-0.04), .integer(.max), .real(1e-9), .real(-0.5)],
    [
      .text("e\u{301}clair (combining)"), .real(1), .real(0.05), .integer(.min), .real(-12.5),
      .null,
    ],
    [.null] + nothing,
    [.text(""), .integer(0), .integer(0), .integer(0), .real(0), .real(0)],
    [.text("=cmd|' /C calc'!A0"), .real(9e15), .real(1e18), .integer(7), .real(66.67), .null],
    [.text("infinite"), .real(.infinity), .null, .null, .real(-.infinity), .null],
    [.text("small"), .real(3_200_000), .null, .null, .real(.leastNonzeroMagnitude), .null],
    [.text("+1, -1 and @x")] + nothing, [.text("-1")] + nothing, [.text("@SUM(A1)")] + nothing,
    [.text("\tDDE")] + nothing, [.text("\r=1+1")] + nothing,
    [.text("two\nlines\tand \"quotes\", a comma")] + nothing,
    [.text("\u{1B}[31mred\u{1B}[0m\u{7}\r")] + nothing,
    [.text("gnp.\u{202E}exe\u{202C} \u{2066}isolated\u{2069}")] + nothing,
    [.text("\u{FEFF}mark, \u{9B}31m, \u{7F}, a\u{0}b")] + nothing,
    [.text("<script>alert('x')</script> & <b>bold</b>")] + nothing,
    [.text("a | b \\ `c` *d* [e](http://f.example)")] + nothing,
    [.text("_x0041_ is no A")] + nothing,
    [.text(String(repeating: "A long name of some 50 characters, said once more. ", count: 4))]
      + nothing,
    [.blob([0, 15, 255])] + nothing,
  ]

  private static let result = ResultSet(columns: columns, rows: rows)

  @Test(arguments: OutputFormat.allCases.filter { !$0.needsFile })
  func `one result`(format: OutputFormat) throws {
    try expectGolden(format.text(of: Self.result), format.rawValue)
  }

  @Test(arguments: OutputFormat.allCases.filter { !$0.needsFile })
  func `a result without rows`(format: OutputFormat) throws {
    let result = ResultSet(columns: Self.columns, rows: [])
    try expectGolden(format.text(of: result), "\(format.rawValue)-empty")
  }

  @Test(arguments: [40, 80])
  func `a table fits the terminal as far as its numbers can`(width: Int) throws {
    let text = OutputFormat.table.text(of: Self.result, width: width)
    try expectGolden(text, "table-\(width)")
  }

  @Test func `a workbook holds the same`() throws {
    let told = try WorkbookFile.told { path in
      var writer = try WorkbookWriter(
        path: path, title: "Formats",
        columns: Self.columns.map { .init(name: $0.name, unit: $0.unit) }, createdOn: "2026-06-30")
      for row in Self.rows { try writer.add(row) }
      try writer.finish(origin: nil)
    }
    try expectGolden(told, "xlsx")
  }

  @Test func `a terminal is sent no control character and no bidirectional one`() {
    let text = OutputFormat.table.text(of: Self.result)
    let harmful = text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && scalar != "\n"
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    #expect(harmful.isEmpty)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("＝1", "'＝1"), ("1=1", "1=1"), ("", "\"\""), ("a,b", "\"a,b\""), (" a", "\" a\""),
  ])
  func `no cell of a CSV runs as a formula`(text: String, field: String) {
    let result = ResultSet(
      columns: [.init(name: "a"), .init(name: "b")], rows: [[.text(text), .integer(-1)]])
    #expect(OutputFormat.csv.text(of: result) == "a,b\n\(field),-1\n")
  }
}
