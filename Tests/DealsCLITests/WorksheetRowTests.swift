import Foundation
import Intake
import TestSupport
import Testing

/// Worksheets as people keep them: titles above the header, empty rows, cells of several lines.
/// What is told of a row has its number in the worksheet.
@Suite(.temporaryDirectory) struct WorksheetRowTests {
  init() throws { try ShippedLedger.copy(.none) }

  private static let rows = """
    Deal ID,Issuer,Instrument,Amount,Currency

    a,Alder¶Compute,loan,100,USD
    a,Alder Compute,loan,100,SEK
     ,\u{A0}, , ,

    b,Birch Compute,loam,200,USD

    """

  @Test func `rows of blanks are no rows, and the others keep their numbers`() throws {
    try TextWorkbook.bytes(of: Self.rows).write(to: TemporaryDirectory.file("deals.xlsx"))
    let outcome = try DealsProcess.run(
      "import", "deals.xlsx", "--keep-going", "--rejects", "rejects.csv")
    #expect(outcome.status == 1)
    let told = outcome.stderr.split(separator: "\n")
    #expect(told.contains { $0.hasPrefix("deals.xlsx, sheet “S”, B4: differs from line 3, ") })
    #expect(told.contains { $0.hasPrefix("deals.xlsx, sheet “S”, C7: “loam” is no instrument") })
    #expect(told.contains("2 lines refused; see rejects.csv"))
    #expect(told.contains { $0.hasPrefix("3 lines read, 2 of them refused: ") })
    let rejects = try String(contentsOf: TemporaryDirectory.file("rejects.csv"), encoding: .utf8)
    #expect(rejects.split(separator: "\n").count == 3)
  }

  private static let report = """
    Lending to AI, second quarter
    as of 2026-06-30,,,,internal

    Deal ID,Borrower¶(legal name),Type of debt,Amount (USD m),Signed
    a,Alder Compute,loan,100,2026-01-05

    sum,,,100,
    b,Birch Compute,loam,200,2026-01-06

    """
  private static let rules = """
    header_line: 4
    fields:
      deal_id: Deal ID
      issuer: Borrower*
      instrument: Type*
      amount: {column: Amount*, unit: USD m}
    skip: {column: Deal ID, matches: sum}
    """

  @Test(arguments: ["report.xlsx", "report.csv"])
  func `the header is found below titles`(name: String) throws {
    try write(name)
    let draft = try DealsProcess.run("rules", "example", name).stdout
    #expect(draft.contains("\nheader_line: 4\n"), "\(draft)")
    #expect(draft.contains("\n  issuer: \"Borrower (legal name)\"\n"))
    #expect(draft.contains("\n  amount: {column: \"Amount (USD m)\", unit: \"USD m\"}\n"))
  }

  @Test func `the rejects of a worksheet with titles import with the same rules`() throws {
    try write("report.xlsx")
    try TemporaryDirectory.write(Self.rules, to: "report.yaml")
    let outcome = try DealsProcess.run(
      "import", "--rules", "report.yaml", "report.xlsx", "--keep-going", "--rejects", "rejects.csv")
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("1 row was passed over by the rules: 7\n"), "\(outcome.stderr)")
    #expect(outcome.stderr.contains("report.xlsx, sheet “S”, C8: “loam” is no instrument"))
    let file = TemporaryDirectory.file("rejects.csv")
    let rejects = try String(contentsOf: file, encoding: .utf8)
    #expect(
      rejects.hasPrefix(
        "\"in place of the 3 rows before the header, for the same rules\"\n\n\n\"problem\","))
    try TemporaryDirectory.write(rejects.replacing(",loam,", with: ",loan,"), to: "rejects.csv")
    let again = try DealsProcess.run("import", "--rules", "report.yaml", "rejects.csv")
    #expect(again.status == 0, "\(again.stderr)")
  }

  private func write(_ name: String) throws {
    guard name.hasSuffix(".csv") else {
      return try TextWorkbook.bytes(of: Self.report).write(to: TemporaryDirectory.file(name))
    }
    let quoted = Self.report.replacing("Borrower¶(legal name)", with: "\"Borrower\n(legal name)\"")
    try TemporaryDirectory.write(quoted, to: name)
  }
}
