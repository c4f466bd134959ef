import Foundation
import Intake
import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct QueryRunnerTests {
  @Test func `a question gives its columns and rows`() throws {
    let connection = try Workbench.make()
    let result = try QueryRunner.run(
      "SELECT key, kind FROM party WHERE kind = 'bank' ORDER BY key", in: connection)
    #expect(result.columns == [.init(name: "key"), .init(name: "kind")])
    #expect(
      result.rows == [
        [.text("jpmorgan"), .text("bank")], [.text("morgan-stanley"), .text("bank")],
      ])
  }

  @Test(arguments: [
    "SELECT 1", "VALUES (1)", "WITH x AS (SELECT 1) SELECT * FROM x", "EXPLAIN SELECT 1",
    "-- a comment\nSELECT 1;", "SELECT 'DELETE FROM party'",
  ])
  func `what only reads is run`(sql: String) throws {
    let connection = try Workbench.make()
    #expect(throws: Never.self) { try QueryRunner.run(sql, in: connection) }
  }

  /// Everything that does more than read.
  private static let writing = [
    "DELETE FROM party", "UPDATE party SET name = 'x'",
    "INSERT INTO party (key, name) VALUES ('a', 'A')",
    "REPLACE INTO party (key, name) VALUES ('meta', 'A')", "DROP TABLE party", "DROP VIEW deals",
    "CREATE TABLE t (x)", "CREATE TEMP TABLE t (x)", "CREATE INDEX i ON party (name)",
    "CREATE TRIGGER t AFTER INSERT ON party BEGIN DELETE FROM party; END",
    "ALTER TABLE party ADD COLUMN x", "WITH x AS (SELECT 1) DELETE FROM party",
    "WITH x AS (SELECT 1) UPDATE party SET name = 'x'",
    "WITH x AS (SELECT 1) INSERT INTO party (key, name) SELECT 'a', 'A' FROM x",
    "DELETE FROM party RETURNING key", "REINDEX", "ANALYZE", "VACUUM", "VACUUM INTO 'other.sqlite'",
    "PRAGMA user_version = 7", "PRAGMA application_id = 7", "PRAGMA writable_schema = ON",
    "PRAGMA journal_mode = WAL", "PRAGMA query_only = OFF", "PRAGMA foreign_keys = OFF",
    "PRAGMA optimize", "EXPLAIN PRAGMA foreign_keys = OFF",
    "-- SELECT\nPRAGMA foreign_keys = OFF", "-- \u{2028}SELECT\nPRAGMA foreign_keys = OFF",
    "\u{FEFF}PRAGMA foreign_keys = OFF", "explain query plan /* */ pragma foreign_keys=0",
    "pragma user_version=7", "/* x */ PRAGMA user_version = 7",
    "ATTACH DATABASE 'other.sqlite' AS other", "DETACH DATABASE main", "BEGIN", "COMMIT",
    "SAVEPOINT s", "SELECT 1; DELETE FROM party", "SELECT 1; SELECT 2", "",
    "-- nothing but a comment",
  ]

  @Test(arguments: writing) func `nothing else is run, and nothing is changed`(sql: String) throws {
    let file = try ShippedLedger.copy(.none)
    let before = try Data(contentsOf: file)
    let path = file.path(percentEncoded: false)
    for mode in [Connection.Mode.readWrite, .readOnly] {
      let connection = try LedgerFile.open(path, mode: mode)
      #expect(throws: (any Error).self) { try QueryRunner.run(sql, in: connection) }
      guard mode == .readWrite else { continue }
      #expect(try connection.value("PRAGMA foreign_keys", as: Bool.self) == true)
      #expect(try connection.journalMode == .truncate)
    }
    #expect(try Data(contentsOf: file) == before)
    #expect(!FileManager.default.fileExists(atPath: "other.sqlite"))
  }

  @Test(arguments: ["SELECT 1; SELECT 2", "SELECT 1; DELETE FROM party"])
  func `one question is asked at a time`(sql: String) throws {
    let connection = try Workbench.make()
    let error = #expect(throws: (any Error).self) { try QueryRunner.run(sql, in: connection) }
    #expect("\(String(describing: error))".contains("goes on after its first statement"))
  }

  @Test func `a write is refused in words`() throws {
    let connection = try Workbench.make()
    let error = #expect(throws: LedgerError.self) {
      try QueryRunner.run("WITH x AS (SELECT 1) DELETE FROM party", in: connection)
    }
    #expect(error?.description == "this would write; only questions are run here")
  }

  private static let query = """
    -- title: Parties
    -- definition: Parties of a kind.
    -- parameter: kind text; a code; default bank
    -- parameter: country country; two letters
    -- column: key text; the key
    -- column: parties count; how many
    WITH parameter AS (SELECT coalesce(:kind, 'bank') AS kind, :country AS country)
    SELECT key, 1 AS parties, country FROM party
    WHERE kind = (SELECT kind FROM parameter) AND country IS (SELECT country FROM parameter)
    ORDER BY key
    """

  @Test func `parameters that are not set are NULL, so that the query's own default holds`() throws
  {
    let connection = try Workbench.make()
    let query = try SavedQuery(name: "parties", sql: Self.query)
    let result = try QueryRunner.run(query, values: [:], in: connection)
    #expect(result.rows.map(\.first) == [.text("jpmorgan"), .text("morgan-stanley")])
    let other = try QueryRunner.run(query, values: ["kind": "hyperscaler"], in: connection)
    #expect(other.rows.map(\.first) == [.text("meta")])
  }

  @Test func `columns have the units of the header`() throws {
    let connection = try Workbench.make()
    let result = try QueryRunner.run(
      try SavedQuery(name: "parties", sql: Self.query), values: [:], in: connection)
    #expect(result.columns.map(\.name) == ["key", "parties", "country"])
    #expect(result.columns.map(\.unit) == ["text", "count", nil])
  }

  @Test func `an unknown parameter is told with those there are`() throws {
    let connection = try Workbench.make()
    let query = try SavedQuery(name: "parties", sql: Self.query)
    let error = #expect(throws: LedgerError.self) {
      try QueryRunner.run(query, values: ["knd": "bank"], in: connection)
    }
    #expect(
      error?.description == "query parties: has no parameter 'knd', only kind, country")
    let bare = try SavedQuery(name: "one", sql: "-- title: x\n-- definition: y\nSELECT 1")
    let none = #expect(throws: LedgerError.self) {
      try QueryRunner.run(bare, values: ["a": "b"], in: connection)
    }
    #expect(none?.description == "query one: has no parameters")
  }

  /// Type of a parameter and a value; what is wrong with it, or nothing.
  @Test(arguments: [
    ("date", "2025-11-03", ""), ("date", "2025-02-30", "a: "), ("date", "2025-11", "a: "),
    ("currency", "EUR", ""), ("currency", "euro", "a: no currency 'euro'"),
    ("stage", "funded", ""), ("stage", "fundd", "a: no 'fundd'; one of "),
    ("rule", "second_best", ""), ("rule", "best", "a: no 'best'; one of "), ("text", "any", ""),
  ])
  func `a value that is none of the parameter's type is refused`(
    type: String, value: String, words: String
  ) throws {
    let connection = try Workbench.make()
    let query = try SavedQuery(
      name: "q", sql: "-- title: x\n-- definition: y\n-- parameter: a \(type); z\nSELECT :a")
    guard words.isEmpty else {
      let error = #expect(throws: LedgerError.self) {
        try QueryRunner.run(query, values: ["a": value], in: connection)
      }
      #expect(
        error?.description.hasPrefix("query q: " + words) == true, "\(String(describing: error))")
      return
    }
    let result = try QueryRunner.run(query, values: ["a": value], in: connection)
    #expect(result.rows == [[.text(value)]])
  }

  @Test func `coverage is the sum of the last four columns, and can be left out`() {
    let names = [
      "name", "rows_used", "rows_without_amount", "rows_unconverted", "rows_contradicted",
    ]
    let result = ResultSet(
      columns: names.map { .init(name: $0) },
      rows: [
        [.text("a"), .integer(3), .integer(1), .integer(0), .integer(2)],
        [.text("b"), .integer(4), .null, .integer(5), .integer(0)],
      ])
    #expect(result.coverage?.rowsUsed == 7)
    #expect(result.coverage?.withoutAmount == 1)
    #expect(result.coverage?.unconverted == 5)
    #expect(result.coverage?.contradicted == 2)
    #expect(result.withoutCoverage.columns.map(\.name) == ["name"])
    #expect(result.withoutCoverage.rows == [[.text("a")], [.text("b")]])
    let plain = ResultSet(columns: [.init(name: "name")], rows: [])
    #expect(plain.coverage == nil)
    #expect(plain.withoutCoverage == plain)
  }

  @Test func `every shipped query runs with its defaults`() throws {
    let connection = try ShippedLedger.reading()
    for query in try SavedQueries.all(in: connection) {
      let result = try QueryRunner.run(query, values: [:], in: connection)
      #expect(!result.columns.isEmpty, "\(query.name)")
      let described = result.withoutCoverage.columns.filter { $0.unit != nil }.map(\.name)
      #expect(described == result.withoutCoverage.columns.map(\.name), "\(query.name)")
    }
  }
}
