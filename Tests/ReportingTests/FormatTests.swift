import Ledger
import Reporting
import SQLite
import TestSupport
import Testing

/// One result in every format: words of the world, numbers of every size, and text that strangers
/// made to do harm.
@Suite struct FormatTests {
  private static let columns: [ResultSet.Column] = [
    .init(name: "party", unit: "text"), .init(name: "amount", unit: "money"),
    .init(name: "share", unit: "percent"), .init(name: "count", unit: "count"),
    .init(name: "number"),
  ]

  private static let rows: [[Value]] = [
    [.text("Deutsche Börse"), .real(23.25e9), .real(3.6264), .integer(2), .real(0.1)],
    [.text("软银集团"), .integer(1_500_000_000_000), .real(100), .integer(-1), .real(1e300)],
    [.text("ソフトバンク 🚀"), .real(-2.5e9), .real(-0.04), .integer(.max), .real(1e-9)],
    [.text("e\u{301}clair (combining)"), .real(1), .real(0.05), .integer(.min), .real(-12.5)],
    [.null, .null, .null, .null, .null],
    [.text(""), .integer(0), .integer(0), .integer(0), .real(0)],
    [.text("=cmd|' /C calc'!A0"), .real(9e15), .real(1e18), .integer(7), .real(66.67)],
    [.text("+1, -1 and @x"), .null, .null, .null, .null],
    [.text("-1"), .null, .null, .null, .null],
    [.text("two\nlines\tand \"quotes\", a comma"), .null, .null, .null, .null],
    [.text("\u{1B}[31mred\u{1B}[0m\u{7}\r"), .null, .null, .null, .null],
    [.text("gnp.\u{202E}exe\u{202C}"), .null, .null, .null, .null],
    [.text("\u{FEFF}mark, \u{9B}31m, \u{7F}"), .null, .null, .null, .null],
    [.blob([0, 15, 255]), .null, .null, .null, .null],
  ]

  private static let result = ResultSet(columns: columns, rows: rows)

  @Test(arguments: OutputFormat.allCases)
  func `one result`(format: OutputFormat) throws {
    try expectGolden(format.text(of: Self.result), format.rawValue)
  }

  @Test(arguments: OutputFormat.allCases)
  func `a result without rows`(format: OutputFormat) throws {
    let result = ResultSet(columns: Self.columns, rows: [])
    try expectGolden(format.text(of: result), "\(format.rawValue)-empty")
  }

  @Test(arguments: [40, 80])
  func `a table fits the terminal as far as its numbers can`(width: Int) throws {
    let text = OutputFormat.table.text(of: Self.result, width: width)
    try expectGolden(text, "table-\(width)")
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
