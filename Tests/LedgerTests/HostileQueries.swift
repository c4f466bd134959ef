/// Statements that want more than an answer, and what stands in the way of each.
enum HostileQueries {
  /// What refuses or ends a statement.
  enum Barrier: String, CaseIterable {
    /// It would change rows, the schema or the file.
    case reading = "only questions are run here"
    case temporary = "this would make a temporary object"
    case attaching = "this would open another file"
    case pragma = "a pragma is no question"
    /// A function that is not among those allowed.
    case function = " refused"
    /// SQLite here has no such function, table or module.
    case absent = "no such "
    case single = "goes on after its first statement"
    /// A value, a row or the statement itself is too long.
    case length = "at most 100 kB, and a value or row in it 1 MB"
    case depth = "Expression tree is too large"
    case nesting = "parser stack overflow"
    case columns = "too many columns"
    case parts = "too many terms in compound SELECT"
    case arguments = "too many arguments"
    case pattern = "pattern too complex"
    case parameters = "variable number must be between"
    /// The deadline, between two instructions of SQLite.
    case deadline = "interrupted"
  }

  typealias Row = (sql: String, barrier: Barrier)

  static let all: [Row] =
    writes + schema + setup + functions + tables + limits + endless

  private static let writes: [Row] = [
    ("DELETE FROM deal", .reading),
    ("UPDATE deal SET name = 'x'", .reading),
    ("INSERT INTO theme (key) VALUES ('x')", .reading),
    ("REPLACE INTO theme (key) VALUES ('x')", .reading),
    ("INSERT INTO theme (key) VALUES ('x') ON CONFLICT DO NOTHING", .reading),
    ("DELETE FROM deal RETURNING key", .reading),
    ("WITH x AS (SELECT 1) DELETE FROM deal", .reading),
    ("WITH x AS (SELECT 1) UPDATE deal SET name = 'x' RETURNING *", .reading),
    ("WITH RECURSIVE x(a) AS (SELECT 1) INSERT INTO theme (key) SELECT a FROM x", .reading),
    ("EXPLAIN DELETE FROM deal", .reading),
    ("EXPLAIN QUERY PLAN UPDATE deal SET name = 'x'", .reading),
    ("SELECT 1; DELETE FROM deal", .single),
    ("SELECT 1;; SELECT 2", .single),
    ("BEGIN IMMEDIATE", .reading),
    ("SAVEPOINT s", .reading),
    ("/* only looking */ COMMIT", .reading),
  ]

  private static let schema: [Row] = [
    ("CREATE TABLE t (x)", .reading),
    ("CREATE TABLE t AS SELECT * FROM deal", .reading),
    ("CREATE VIEW v AS SELECT 1", .reading),
    ("CREATE INDEX i ON deal (name)", .reading),
    ("CREATE TRIGGER t AFTER INSERT ON deal BEGIN DELETE FROM deal; END", .reading),
    ("CREATE VIRTUAL TABLE t USING fts5 (x)", .reading),
    ("ALTER TABLE deal ADD COLUMN x", .reading),
    ("ALTER TABLE deal RENAME TO lost", .reading),
    ("DROP TABLE claim", .reading),
    ("DROP VIEW deals", .reading),
    ("REINDEX", .reading),
    ("ANALYZE", .reading),
    ("VACUUM", .reading),
    ("VACUUM INTO 'stolen.sqlite'", .reading),
    ("CREATE TEMP TABLE t (x)", .temporary),
    ("CREATE TEMP TABLE t AS SELECT * FROM deal", .temporary),
    ("CREATE TEMP VIEW deals AS SELECT 1", .temporary),
    ("CREATE TEMP TRIGGER t AFTER INSERT ON deal BEGIN DELETE FROM deal; END", .temporary),
  ]

  private static let setup: [Row] = [
    ("ATTACH 'stolen.sqlite' AS s", .attaching),
    ("ATTACH ':memory:' AS s", .attaching),
    ("DETACH main", .attaching),
    ("PRAGMA user_version = 9", .pragma),
    ("PRAGMA writable_schema = ON", .pragma),
    ("PRAGMA journal_mode = OFF", .pragma),
    ("PRAGMA query_only = OFF", .pragma),
    ("PRAGMA hard_heap_limit = 1", .pragma),
    ("PRAGMA database_list", .pragma),
    ("EXPLAIN PRAGMA foreign_keys = OFF", .pragma),
    ("/* a */ -- b\n explain query plan pragma user_version = 9", .pragma),
    ("\u{FEFF}PRAGMA user_version = 9", .pragma),
    ("SELECT * FROM pragma_database_list", .pragma),
    ("SELECT name FROM pragma_table_info('deal')", .pragma),
    ("SELECT (SELECT user_version FROM \"PRAGMA_user_version\")", .pragma),
    ("WITH a AS (SELECT COUNT(*) FROM pragma_integrity_check) SELECT 1 FROM a", .pragma),
  ]

  private static let functions: [Row] = [
    ("SELECT load_extension('/lib/x.so')", .function),
    ("SELECT printf('%.*c', 900000000, 'x')", .function),
    ("SELECT format('%900000000d', 1)", .function),
    ("SELECT length(zeroblob(900000000))", .function),
    ("SELECT hex(randomblob(900000000))", .function),
    ("SELECT fts3_tokenizer('simple')", .function),
    ("SELECT fts5_source_id()", .function),
    ("SELECT rtreecheck('deal')", .function),
    ("SELECT sqlite_compileoption_get(1)", .function),
    ("SELECT key FROM deal GROUP BY key HAVING printf('%d', 1) = '1'", .function),
    ("WITH a AS (SELECT zeroblob(1) AS b) SELECT 1 FROM a WHERE b IS NULL", .function),
    ("SELECT readfile('/etc/passwd')", .absent),
    ("SELECT writefile('stolen', 'x')", .absent),
    ("SELECT edit('x', 'sh -c id')", .absent),
    ("SELECT * FROM deal WHERE name MATCH 'x'", .function),
  ]

  private static let tables: [Row] = [
    ("SELECT * FROM dbstat", .absent),
    ("SELECT data FROM sqlite_dbpage", .absent),
    ("SELECT * FROM sqlite_stmt", .absent),
    ("SELECT * FROM fts3tokenize('simple', 'a b')", .absent),
    ("SELECT * FROM bytecode('SELECT 1')", .absent),
    ("SELECT value FROM generate_series(1, 1000000000)", .absent),
  ]

  /// Ten letters, doubled a number of times.
  private static func doubled(_ times: Int) -> String {
    """
    WITH RECURSIVE a(x, n) AS (SELECT 'aaaaaaaaaa', 0
      UNION ALL SELECT x || x, n + 1 FROM a WHERE n < \(times)),
    big AS (SELECT x FROM a WHERE n = \(times))
    """
  }

  private static let limits: [Row] = [
    (doubled(40) + "SELECT length(x) FROM big", .length),
    (doubled(16) + "SELECT length(replace(x, 'a', 'bb')) FROM big", .length),
    (doubled(16) + "SELECT length(hex(x)) FROM big", .length),
    (doubled(16) + "SELECT length(group_concat(x)) FROM (SELECT x FROM big, code)", .length),
    (doubled(16) + "SELECT length(json_group_array(x)) FROM (SELECT x FROM big, code)", .length),
    (doubled(16) + "SELECT x, x FROM big ORDER BY 2", .length),
    ("SELECT '" + String(repeating: "a", count: 110_000) + "'", .length),
    ("SELECT 1" + String(repeating: " + 1", count: 300), .depth),
    (
      "SELECT " + String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300),
      .nesting
    ),
    ("SELECT " + String(repeating: "NOT ", count: 300) + "1", .nesting),
    ("SELECT " + Array(repeating: "1", count: 600).joined(separator: ", "), .columns),
    (Array(repeating: "SELECT 1", count: 150).joined(separator: " UNION ALL "), .parts),
    ("SELECT max(" + Array(repeating: "1", count: 110).joined(separator: ", ") + ")", .arguments),
    ("SELECT 'a' LIKE '" + String(repeating: "%a", count: 600) + "'", .pattern),
    ("SELECT 'a' GLOB '" + String(repeating: "*a", count: 600) + "'", .pattern),
    ("SELECT ?101", .parameters),
  ]

  private static let endless: [Row] = [
    (
      "WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT COUNT(*) FROM a",
      .deadline
    ),
    ("WITH RECURSIVE a(x) AS (SELECT 1 UNION SELECT x + 1 FROM a) SELECT MAX(x) FROM a", .deadline),
    (
      "WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x FROM a) SELECT x FROM a ORDER BY x",
      .deadline
    ),
    (
      "WITH RECURSIVE a(x) AS (SELECT random() UNION ALL SELECT random() FROM a)"
        + " SELECT x FROM a WHERE x IS NULL LIMIT 1", .deadline
    ),
    ("SELECT COUNT(*) FROM code a, code b, code c, code d, code e", .deadline),
    ("SELECT MAX(a.code || b.code) FROM code a, code b, code c ORDER BY 1", .deadline),
    (
      "SELECT COUNT(*) FROM (SELECT DISTINCT a.id, b.id, c.id FROM code a, code b, code c)",
      .deadline
    ),
    (
      "SELECT (SELECT COUNT(*) FROM code b, code c, code d WHERE b.id > a.id) FROM code a"
        + " ORDER BY 1", .deadline
    ),
    (
      "SELECT SUM(row_number) OVER (ORDER BY random()) FROM (SELECT row_number() OVER () AS "
        + "row_number FROM code a, code b, code c)", .deadline
    ),
  ]
}

extension HostileQueries.Barrier {
  /// What such statements are after.
  var asks: String {
    switch self {
    case .reading: "writing, changing the schema, copying the file, transactions, EXPLAIN of these"
    case .temporary: "temporary tables, views and triggers"
    case .attaching: "other files"
    case .pragma: "pragmas, as statements and as tables"
    case .function:
      "functions that load code, fill memory, or belong to full-text search and R-trees"
    case .absent: "functions of the shell that read and write files; tables of pages and statements"
    case .single: "a second statement behind the first"
    case .length: "values, rows and statements that grow"
    case .depth, .nesting: "\(self == .depth ? "deep" : "nested") expressions"
    case .columns: "columns by the hundred"
    case .parts: "unions by the hundred"
    case .arguments: "arguments by the hundred"
    case .pattern: "patterns that take for ever to compare"
    case .parameters: "parameters by the hundred"
    case .deadline: "recursion without an end, products of tables, sorts of both"
    }
  }

  /// How they end.
  var answer: String {
    switch self {
    case .reading, .temporary, .attaching, .pragma, .function:
      "refused by the authorizer, or as not read-only"
    case .absent: "refused: there is no such thing"
    case .single: "refused before the second is looked at"
    case .deadline: "ended by the deadline"
    default: "refused by a limit"
    }
  }
}
