import Foundation
import Intake
import Ledger
import Reporting
import SQLite
import Spreadsheets
import TestSupport
import Testing

/// An answer as an Excel workbook.
@Suite(.temporaryDirectory) struct WorkbookWriterTests {
  private static let question = """
    SELECT deal_key, deal, announced_on, counted, amount_usd, closed_on FROM deals ORDER BY deal_key
    """

  private static func write(
    _ question: Question, to path: String, in ledger: borrowing Connection
  ) throws {
    let result = try QueryRunner.answer(to: question, in: ledger)
    let names = result.columns.map(\.name)
    var writer = try WorkbookWriter(
      path: path, title: "Deals",
      columns: try ResultOrigin.describe(names, of: question, in: ledger), createdOn: "2026-06-30")
    for row in result.rows { try writer.add(row) }
    let origin = try ResultOrigin(
      of: question, columns: names, tally: ResultTally(of: result),
      stamp: LedgerStamp(path: "deals.sqlite", in: ledger), in: ledger)
    try writer.finish(origin: origin)
  }

  @Test func `beside the data stand query, parameters, dictionary and sources`() throws {
    let ledger = try ShippedLedger.reading(.article)
    let query = try SavedQueries.find("circular-pairs", in: ledger)
    let question = try Question(query, values: ["as_of": "2026-06-30"], in: ledger)
    let told = try WorkbookFile.told { try Self.write(question, to: $0, in: ledger) }
    let today = try LedgerStamp(path: "", in: ledger).askedOn
    try expectGolden(
      told.replacing(/[0-9a-f]{64}/, with: "HASH").replacing(today, with: "TODAY")
        .replacing(/TODAYT\d\d:\d\d:\d\dZ/, with: "MOMENT"), "xlsx-origin")
  }

  @Test func `the same answer has the same bytes`() throws {
    let ledger = try ShippedLedger.reading(.article)
    let once = try WorkbookFile.bytes { path in
      try Self.write(Question(statement: Self.question), to: path, in: ledger)
    }
    let again = try WorkbookFile.bytes { path in
      try Self.write(Question(statement: Self.question), to: path, in: ledger)
    }
    #expect(once == again)
  }

  @Test func `what no worksheet can hold is refused, and another format named`() throws {
    let path = TemporaryDirectory.file("full.xlsx").path(percentEncoded: false)
    let workbook = try Spreadsheet(path: path, title: "", created: 0)
    let page = try workbook.addSheet("Data")
    #expect(throws: SpreadsheetError.tooLong(row: 1, column: 2, units: 32_768)) {
      try page.add([.empty, .text(String(repeating: "é", count: 32_768))])
    }
    #expect(throws: SpreadsheetError.tooManyColumns(16_385)) {
      try page.add(Array(repeating: .empty, count: 16_385))
    }
    for _ in 0..<Spreadsheet.mostRows { try page.add([]) }
    #expect(throws: SpreadsheetError.tooManyRows) { try page.add([]) }
    #expect("\(SpreadsheetError.tooManyRows)".contains("--format csv"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a longest text fits`() throws {
    let text = String(repeating: "x", count: 32_767)
    let told = try WorkbookFile.told { path in
      var writer = try WorkbookWriter(
        path: path, title: "", columns: [.init(name: "a", unit: nil)], createdOn: "2026-06-30")
      try writer.add([.text(text)])
      try writer.finish(origin: nil)
    }
    #expect(told.contains(text))
  }

  /// LibreOffice reads the workbook as our CSV has it.
  @Test func `another program reads the same values`() throws {
    let ledger = try ShippedLedger.reading()
    _ = try WorkbookFile.bytes { path in
      try Self.write(Question(statement: Self.question), to: path, in: ledger)
    }
    let folder = TemporaryDirectory.url.path(percentEncoded: false)
    let outcome = try ChildProcess.run(
      URL(filePath: "/usr/bin/env"),
      [
        "soffice", "-env:UserInstallation=file://\(folder)office", "--headless", "--convert-to",
        // Every sheet, values as they are stored rather than shown, text in quotes where it must.
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1",
        "--outdir", folder, folder + "answer.xlsx",
      ],
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder],
      input: Data(), in: TemporaryDirectory.url)
    if [126, 127].contains(outcome.status) { try Test.cancel("LibreOffice is not installed") }
    let theirs = try String(
      contentsOf: TemporaryDirectory.file("answer-Data.csv"), encoding: .utf8)
    let ours = OutputFormat.csv.text(of: try QueryRunner.run(Self.question, in: ledger))
    #expect(Self.lines(theirs) == Self.lines(ours))
  }

  /// The lines with yes and no as numbers, and without the quotes that need not be.
  private static func lines(_ text: String) -> [String] {
    text.replacing(/\bTRUE\b/, with: "1").replacing(/\bFALSE\b/, with: "0").replacing(
      "\"", with: ""
    )
    .split(separator: "\n").map(String.init)
  }
}
