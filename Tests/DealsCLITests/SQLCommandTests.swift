import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct SQLCommandTests {
  init() throws { try ShippedLedger.copy(.article) }

  @Test func `SQL reads`() throws {
    var session = Session()
    try session.run(
      "sql", "SELECT deal, issuer, amount_usd FROM deals WHERE counted = 1 ORDER BY deal_key")
    try session.run("sql", "SELECT 1 AS one, NULL AS none, 'x' AS text", "--format", "json")
    try session.run("sql", "WITH a AS (SELECT 1 AS b) SELECT * FROM a WHERE b = 2", "--format=csv")
    try session.expectGolden("sql")
  }

  @Test func `SQL that would write is refused`() throws {
    var session = Session()
    for statement in [
      "DELETE FROM deal", "WITH a AS (SELECT 1) DELETE FROM deal", "CREATE TABLE a (b)",
      "PRAGMA user_version = 3", "/* quietly */ EXPLAIN PRAGMA user_version = 3",
      "ATTACH 'other.sqlite' AS other", "BEGIN", "VACUUM",
      "INSERT INTO deal (key) VALUES ('x') RETURNING key", "SELECT 1; DELETE FROM deal", "",
    ] {
      let outcome = try session.run("sql", statement)
      #expect(outcome.status == 65, "\(statement)")
    }
    try session.expectGolden("sql-refused")
    let ledger = TemporaryDirectory.file("deals.sqlite")
    #expect(try Shell.sqlite3(ledger, "SELECT COUNT(*) > 0 FROM deal") == "1\n")
    #expect(try Shell.sqlite3(ledger, "PRAGMA user_version") != "3\n")
  }

  /// Ten letters, doubled sixteen times: 655,360.
  private static let long = """
    WITH RECURSIVE a(x, n) AS (SELECT 'aaaaaaaaaa', 0
      UNION ALL SELECT x || x, n + 1 FROM a WHERE n < 16),
    big AS (SELECT x FROM a WHERE n = 16)
    """

  /// Questions without an end, some of them within one instruction of SQLite.
  @Test(arguments: [
    "WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT COUNT(*) FROM a",
    long + "SELECT instr(x, substr(x, 1, 300000) || 'b') FROM big",
    long + "SELECT replace(x, substr(x, 1, 300000) || 'b', '') FROM big",
    long + "SELECT rtrim(x, replace(substr(x, 1, 70000), 'a', 'b') || 'a') FROM big",
  ])
  func `a question ends with its deadline, also within one long step`(statement: String) throws {
    let start = ContinuousClock.now
    let outcome = try DealsProcess.run("sql", statement, "--timeout", "0.2")
    #expect(outcome.status == 124)
    #expect(outcome.stdout == "")
    #expect(
      outcome.stderr == "deals: this took longer than 0.2 s and was ended; ask for less, or allow "
        + "more with --timeout SECONDS (0 for ever)\n")
    // The deadline and the second after it, and what a busy machine needs.
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func `what a question holds in memory has an end`() throws {
    let columns = (0..<450).map { "x || \($0)" }.joined(separator: ", ")
    let outcome = try DealsProcess.run("sql", Self.long + "SELECT \(columns) FROM big")
    #expect(outcome.status == 71)
    #expect(outcome.stdout == "")
    #expect(outcome.stderr == "deals: out of memory (SQLITE_NOMEM)\n")
  }

  @Test func `an answer too long to be shown is refused, and written for machines`() throws {
    let statement = """
      WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 250001)
      SELECT x FROM n
      """
    let shown = try DealsProcess.run("sql", statement)
    #expect(shown.status == 65)
    #expect(shown.stdout == "")
    #expect(
      shown.stderr == "deals: this answer has more than 250000 rows, too many to be shown; ask for "
        + "less, or write all of it with --format csv or ndjson\n")
    let written = try DealsProcess.run("sql", statement, "--format", "csv")
    #expect(written.status == 0)
    #expect(written.stdout.hasSuffix("\n250001\n"))
  }

  @Test func `an error in SQL says where it is`() throws {
    var session = Session()
    try session.run("sql", "SELECT deal FORM deals")
    try session.run("sql", "SELECT deal,\n  isuer\nFROM deals")
    try session.run("sql", "SELECT \"typo\"")
    try session.run("sql", "SELECT * FROM nowhere")
    try session.run("sql", "SELECT * FROM tranche_s")
    try session.run("sql", "SELECT deal FROM deals WHERE issuer = \"Meta's\"")
    try session.run("sql", "SELECT \"isuer\" FROM deals")
    try session.run("sql", "SELECT d.announced FROM deals d")
    try session.run("sql", "SELECT customer FROM deals")
    try session.run("sql", "SELECT open_contradictions FROM themes")
    try session.run("sql", "SELECT keys FROM themes")
    try session.run("sql", "SELECT rond(1.5)")
    try session.expectGolden("sql-errors")
  }
}
