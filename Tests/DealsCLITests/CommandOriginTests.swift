import Foundation
import TestSupport
import Testing

/// Where a result comes from that a command works out itself.
@Suite(.temporaryDirectory) struct CommandOriginTests {
  init() throws { try ShippedLedger.copy() }

  private struct Origin: Decodable {
    let command: String
    let title: String
    let ledger: [String: Answer]
    let rows: Int
    let assumptions: [String]?
    let sources: [Source]
    let sql: String?

    struct Source: Decodable { let key: String }

    /// A text or a number.
    struct Answer: Decodable {
      init(from decoder: any Decoder) throws {}
    }
  }

  @Test(
    arguments: [
      // A command, what it is called, what it assumes first, whether sources stand behind it.
      (
        ["network", "cycles", "--length", "3"], "Every round of parties that money can go",
        "flows between", true
      ),
      (["network", "core"], "The parties money can leave and come back to", "flows between", true),
      (["find", "23,25 miljarder"], "Search names, amounts, notes", nil, true),
      (["cashflows", "meta-2024-08/t1"], "What a tranche pays and when", "assumed: coupons", true),
      (
        ["yield", "meta-2024-08/t1", "--price", "99"], "Yield, duration and cost", "assumed:", true
      ),
      (["history", "oracle-vantage-2025"], "Every version of a record", nil, true),
      (["log"], "The runs that wrote to the ledger", nil, false),
      (["diff", "0", "1"], "What differs between the states", nil, true),
      (["parties", "duplicates"], "Propose parties that may be one", nil, false),
      (["query"], "Saved queries", nil, false),
    ] as [([String], String, String?, Bool)])
  func `a file of a command's result says where it comes from`(
    command: [String], title: String, assumption: String?, hasSources: Bool
  ) throws {
    let asked = command + ["--format", "csv", "-o", "answer.csv"]
    let outcome = try DealsProcess.run(asked)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let json = try Data(contentsOf: TemporaryDirectory.file("answer.csv.origin.json"))
    let origin = try JSONDecoder().decode(Origin.self, from: json)
    #expect(origin.title.hasPrefix(title))
    #expect(origin.command.hasPrefix("deals \(command[0])"))
    #expect(origin.command.hasSuffix(" --format csv -o answer.csv"))
    #expect(Set(origin.ledger.keys) == ["file", "hash", "run", "run_finished_at"])
    #expect(origin.assumptions?.first?.contains(assumption ?? "") ?? (assumption == nil))
    #expect(!origin.sources.isEmpty == hasSources)
    #expect(origin.sql == nil)
    let lines = try String(contentsOf: TemporaryDirectory.file("answer.csv"), encoding: .utf8)
    #expect(lines.split(separator: "\n").count > origin.rows || origin.rows == 0)
  }

  @Test func `what it says can be typed again`() throws {
    _ = try DealsProcess.run("find", "23,25 miljarder", "--format", "csv", "-o", "a b.csv")
    let json = try Data(contentsOf: TemporaryDirectory.file("a b.csv.origin.json"))
    let origin = try JSONDecoder().decode(Origin.self, from: json)
    #expect(origin.command == "deals find '23,25 miljarder' --format csv -o 'a b.csv'")
    let first = try Data(contentsOf: TemporaryDirectory.file("a b.csv"))
    try FileManager.default.removeItem(at: TemporaryDirectory.file("a b.csv"))
    let again = try Shell.run(["sh", "-c", origin.command], in: TemporaryDirectory.url)
    #expect(again.status == 0)
    #expect(try Data(contentsOf: TemporaryDirectory.file("a b.csv")) == first)
  }

  @Test func `a workbook has it on sheets of its own, Markdown below the table`() throws {
    let workbook = try DealsProcess.run(
      "network", "reciprocity", "--format", "xlsx", "-o", "pairs.xlsx")
    #expect(workbook.status == 0)
    let list = "import zipfile; print(zipfile.ZipFile('pairs.xlsx').read('xl/workbook.xml'))"
    let sheets = try Shell.run(["python3", "-c", list], in: TemporaryDirectory.url).stdout
      .matches(of: /<sheet name="([^"]*)"/).map { String($0.output.1) }
    #expect(sheets == ["Data", "Query", "Dictionary", "Sources"])
    let page = try DealsProcess.run("log", "--format", "markdown").stdout
    #expect(page.contains("\n\n`deals log --format markdown`; deals.sqlite · ledger "))
    let plain = try DealsProcess.run("log", "--format", "markdown", "--no-origin").stdout
    #expect(page.hasPrefix(plain) && page != plain)
  }
}
