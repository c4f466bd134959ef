import Foundation
import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct QueryCommandTests {
  init() throws { try ShippedLedger.copy(.article) }

  @Test func `without a name the questions are listed`() throws {
    var session = Session()
    try session.run("query")
    try session.expectGolden("query-list")
  }

  @Test(arguments: ["table", "csv", "json"])
  func `an answer in each format`(format: String) throws {
    var session = Session()
    try session.run("query", "circular-pairs", "--as-of", "2026-06-30", "--format", format)
    try session.run(
      "query", "junk-bond-share", "--as-of", "2026-06-30", "--format", format, "--quiet")
    try session.expectGolden("query-\(format)")
  }

  @Test func `a question prints as the SQL that any tool runs`() throws {
    let shown = try DealsProcess.run("query", "junk-bond-share", "--show")
    #expect(shown.stdout.hasPrefix("-- title: Junk-bond share"))
    #expect(shown.stderr == "")
    let ledger = TemporaryDirectory.file("deals.sqlite")
    let theirs = try Shell.sqlite3(ledger, shown.stdout + ";", options: ["-csv", "-header"])
    let ours = try DealsProcess.run("query", "junk-bond-share", "--format", "csv", "--quiet").stdout
    let heads = [theirs, ours].map { $0.prefix { !$0.isNewline } }
    #expect(heads[0] == heads[1])
  }

  @Test func `parameters have options of their own, or --set`() throws {
    func answer(_ arguments: String...) throws -> String {
      let outcome = try DealsProcess.run(
        ["query", "private-credit-total", "--format", "csv", "--quiet"] + arguments)
      #expect(outcome.status == 0)
      return outcome.stdout
    }
    let plain = try answer("--as-of", "2026-06-30", "--currency", "EUR")
    let set = try answer("--set", "as_of=2026-06-30", "--set", "currency=EUR")
    #expect(plain == set)
    #expect(plain.contains(",EUR,"))
    #expect(try answer("--as-of", "2025-01-01") != plain)
  }

  @Test func `a question that is none, or is asked wrongly`() throws {
    var session = Session()
    try session.run("query", "junk-share")
    try session.run("query", "frobnication")
    try session.run("query", "junk-bond-share", "--set", "colour=red")
    try session.run("query", "junk-bond-share", "--set", "stage=sold")
    try session.run("query", "junk-bond-share", "--set", "as_of=2026-02-30")
    try session.run("query", "junk-bond-share", "--set", "currency=FOO")
    try session.run("query", "junk-bond-share", "--set", "rating_rule=best")
    try session.run("query", "founding-figures", "--as-of", "2026-06-30")
    try session.expectGolden("query-refused")
    for wrong in [
      ["--set", "stage"], ["--as-of", "2026-02-30"], ["--currency", "FOO"], ["--stage", "sold"],
      ["--rating-rule", "best"], ["--format", "xml"],
    ] {
      let outcome = try DealsProcess.run(["query", "junk-bond-share"] + wrong)
      #expect(outcome.status == 64, "\(wrong)")
      #expect(outcome.stdout == "")
    }
  }

  @Test func `an answer can go to a file`() throws {
    var session = Session()
    try session.run(
      "query", "junk-bond-share", "--as-of", "2026-06-30", "--format", "csv", "-o", "out.csv")
    try session.run("query", "junk-bond-share", "-o", "no/such/folder/out.csv")
    try session.expectGolden("query-file")
    let written = try String(contentsOf: TemporaryDirectory.file("out.csv"), encoding: .utf8)
    let shown = try DealsProcess.run(
      "query", "junk-bond-share", "--as-of", "2026-06-30", "--format", "csv")
    #expect(written == shown.stdout)
  }
}
