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
    let after = try DealsProcess.run(
      "sql", "SELECT COUNT(*) > 0, user_version <> 3 FROM deal, pragma_user_version",
      "--format=csv")
    #expect(after.stdout.hasSuffix("\n1,1\n"))
  }

  @Test func `an error in SQL says where it is`() throws {
    var session = Session()
    try session.run("sql", "SELECT deal FORM deals")
    try session.run("sql", "SELECT deal,\n  isuer\nFROM deals")
    try session.run("sql", "SELECT \"typo\"")
    try session.run("sql", "SELECT * FROM nowhere")
    try session.expectGolden("sql-errors")
  }
}
