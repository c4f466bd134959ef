import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct CheckCommandTests {
  @Test func `a ledger that is well says nothing`() throws {
    try ShippedLedger.copy()
    let outcome = try DealsProcess.run("check")
    #expect(outcome.stdout == "")
    #expect(outcome.stderr == "")
    #expect(outcome.status == 0)
  }

  @Test func `what another program broke is found`() throws {
    let ledger = try ShippedLedger.copy(.article)
    _ = try Shell.sqlite3(
      ledger,
      """
      UPDATE tranche SET amount_minor = 2500000000000 WHERE key = 'oracle-vantage-2025/texas';
      UPDATE deal SET kind = 'bnd' WHERE key = 'oracle-vantage-2025';
      UPDATE deal SET source_id = 999999 WHERE key = 'article/meta-private-2025';
      CREATE VIEW mine AS SELECT key FROM deal;
      """)
    var session = Session()
    let outcome = try session.run("check")
    #expect(outcome.status == 1)
    try session.run("check", "codes", "tranche-sums")
    try session.run("check", "pages")
    try session.expectGolden("check")
  }

  @Test func `a saved query is a check by its name`() throws {
    try ShippedLedger.copy(.article)
    let sql = """
      -- title: Construction loans
      -- definition: Deals of the kind construction_loan.
      SELECT deal_key, kind FROM deals WHERE kind = 'construction_loan';
      """
    try TemporaryDirectory.write(sql, to: "own.sql")
    var session = Session()
    try session.run("query", "--save", "check-loans", "own.sql")
    try session.run("check", "--list")
    try session.run("check")
    try session.run("check", "check-loan")
    try session.run("check", "accept", "check-loans: ", "--because", "so it is")
    try session.run("check", "check-loans")
    try session.expectGolden("check-own")
  }

  @Test func `the checks can be listed`() throws {
    try ShippedLedger.copy(.none)
    var session = Session()
    try session.run("check", "--list")
    try session.expectGolden("check-list")
  }

  @Test func `what is accepted is silent until it has something else to say`() throws {
    let ledger = try ShippedLedger.copy(.article)
    func spread(_ bps: Int) throws {
      _ = try Shell.sqlite3(
        ledger,
        "UPDATE tranche SET spread_bps = \(bps) WHERE key = 'oracle-vantage-2025/texas';")
    }
    try spread(9000)
    var session = Session()
    try session.run("check", "plausibility")
    try session.run("check", "accept", "plausibility: deal", "--because", "as filed")
    try session.run(
      "check", "accept", "plausibility: tranche oracle-vantage-2025/texas", "--because", "as filed")
    try session.run("check", "plausibility")
    try session.run("check", "--all", "plausibility")
    try spread(9500)
    try session.run("check", "plausibility")
    try session.expectGolden("check-accept")
  }
}
