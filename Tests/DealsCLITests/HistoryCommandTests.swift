import Foundation
import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// The log, the history of a record, what differs between runs, and taking runs back.
@Suite(.temporaryDirectory) struct HistoryCommandTests {
  init() throws { try ShippedLedger.copy(.none) }

  private static let deal = """
    {"key": "example-2026", "name": "Example notes", "kind": "bond", "issuer": "Example Compute",
     "currency": "USD", "amount": 900000000, "qualifier": "exact", "priced_on": "2026-03-04",
     "evidence": "filed", "binding": "definitive",
     "tranches": [{"key": "example-2026/a", "name": "A", "amount": 900000000, "coupon_pct": 6.75}],
     "sources": [{"title": "Example prices notes", "publisher": "Wire",
       "url": "https://example.com/1", "published_on": "2026-03-04", "grade": "P"}]}
    """

  /// Three runs after those of the ledger: a deal, a change of its coupon, an edit by another tool
  /// with the import that found it.
  private func edited(_ session: inout Session) throws {
    try session.run("import", "-", input: Self.deal)
    try session.run("import", "-", input: Self.deal.replacing("6.75", with: "7.25"))
    let ledger = TemporaryDirectory.file("deals.sqlite").path(percentEncoded: false)
    do {
      let other = try Connection(path: ledger, mode: .readWrite)
      try other.execute("UPDATE tranche SET seniority = 'senior_secured' WHERE key LIKE 'example%'")
      try other.execute("INSERT INTO party (key, name) VALUES ('newcomer', 'Newcomer')")
    }
    try session.run("log", "--limit", "1")
    try session.run(
      "import", "-", input: Self.deal.replacing("Example notes", with: "Example bonds"))
  }

  @Test func `runs are listed, records have a history, and states can be compared`() throws {
    var session = Session()
    try edited(&session)
    try session.run("log", "--limit", "4")
    try session.run("log", "--limit", "2", "--format", "csv")
    try session.run("history", "example-2026/a")
    try session.run("history", "example-2026", "--format", "json")
    try session.run("history", "no-such-deal")
    try session.run("diff", "2", "6")
    try session.run("diff", "6", "3", "--format", "csv")
    try session.run("diff", "2", "99")
    try session.expectGolden("history")
  }

  @Test func `an amount that changed is told with its currency, and to programs in minor units`()
    throws
  {
    var session = Session()
    try session.run("import", "-", input: Self.deal)
    try session.run("import", "-", input: Self.deal.replacing("900000000", with: "912345678.9"))
    try session.run("history", "example-2026/a")
    try session.run("history", "example-2026/a", "--format", "csv")
    try session.run("diff", "3", "4")
    try session.run("query", "changes-since")
    try session.expectGolden("history-amounts")
  }

  @Test func `a run is undone, and an undo too`() throws {
    var session = Session()
    try edited(&session)
    try session.run("undo", "4")
    try session.run("undo", "6")
    try session.run("undo", "5")
    try session.run("undo", "4")
    try session.run("sql", "SELECT name, coupon_pct, seniority FROM tranche")
    try session.run("undo", "4")
    try session.run("undo", "9")
    try session.run("undo", "99")
    try session.run("check")
    try session.run("log", "--limit", "5")
    try session.expectGolden("undo")
  }

  @Test func `a question is asked of an earlier state`() throws {
    var session = Session()
    try edited(&session)
    let question = "SELECT tranche, coupon_pct, seniority FROM tranches"
    for run in ["3", "4", "6"] { try session.run("sql", question, "--known-at", run) }
    try session.run("show", "example-2026/a", "--known-at", "3")
    try session.run("trace", "example-2026/a", "--known-at", "3")
    try session.run("query", "junk-bond-share", "--known-at", "3", "--format", "csv")
    try session.run("sql", question, "--published-by", "2026-03-03")
    try session.run("sql", question, "--published-by", "2026-03-04", "--known-at", "3")
    try session.run("sql", question, "--known-at", "2001-01-01")
    try session.run("sql", question, "--known-at", "99")
    try session.run("sql", question, "--known-at", "yesterday")
    try session.run("sql", question, "--published-by", "2026-02-30")
    try session.expectGolden("known-at")
  }
}
