import Ledger
import SQLite
import Seeds
import Testing

@testable import Reporting

/// How what is written for SQLite is put for PostgreSQL.
@Suite struct PostgresTests {
  @Test(arguments: [
    (
      "SELECT CAST(a AS INTEGER), CAST(b AS REAL)",
      "SELECT CAST(a AS bigint), CAST(b AS double precision)"
    ),
    (
      "SELECT a / 100.0, 2, 1e9",
      "SELECT a / CAST(100.0 AS double precision), 2, CAST(1e9 AS double precision)"
    ),
    ("SELECT a * 1000000000, 100", "SELECT a * CAST(1000000000 AS bigint), 100"),
    ("WHERE a IS b AND c IS NULL", "WHERE a IS NOT DISTINCT FROM b AND c IS NULL"),
    ("WHERE a IS NOT b OR c IS NOT NULL", "WHERE a IS DISTINCT FROM  b OR c IS NOT NULL"),
    ("FROM a JOIN b WHERE 1", "FROM a CROSS JOIN b WHERE 1"),
    ("FROM a CROSS JOIN b ON a.x = b.x", "FROM a  JOIN b ON a.x = b.x"),
    ("FROM a CROSS JOIN b LEFT JOIN c ON 1 = 1", "FROM a CROSS JOIN b LEFT JOIN c ON 1 = 1"),
    ("FROM (SELECT 1 FROM a JOIN b) x", "FROM (SELECT 1 FROM a CROSS JOIN b) x"),
    ("ORDER BY a, b DESC LIMIT 1", "ORDER BY a NULLS FIRST, b DESC NULLS LAST LIMIT 1"),
    ("ORDER BY a DESC NULLS FIRST", "ORDER BY a DESC NULLS FIRST"),
    ("OVER (ORDER BY f(a, b)) x", "OVER (ORDER BY f(a, b) NULLS FIRST) x"),
    ("SELECT CAST(a || 1 AS TEXT)", "SELECT ledger_sqlite.text_of(a || 1  )"),
    ("SELECT CAST('x' AS TEXT)", "SELECT CAST('x' AS TEXT)"),
    ("SELECT :as_of, ':as_of' -- :as_of, IS b\n", "SELECT $1, ':as_of'"),
    ("SELECT :x -- :x\nFROM t", "SELECT NULL -- :x\nFROM t"),
    ("SELECT 1;\n", "SELECT 1"),
  ])
  func `a statement is put word by word`(sqlite: String, postgres: String) {
    #expect(PostgresStatement(sqlite, parameters: ["as_of": "$1"]).text == postgres)
  }

  @Test(arguments: [
    ("typeof(x) = 'integer'", nil),
    ("typeof(x) = 'integer' AND x BETWEEN 0 AND 4", "x BETWEEN 0 AND 4"),
    ("key < x'' AND name < x''", nil), ("a < '' AND b < ''", nil),
    ("day IS date(day, '+0 days')", nil),
    ("code GLOB '[A-Z][A-Z]'", "code ~ '^[A-Z][A-Z]$'"),
    (
      "length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'",
      "length (key) > 0 AND key !~ '^.*[^a-z0-9./-].*$'"
    ),
    (
      "(a IS NOT NULL) + (b IS NOT NULL) = 1",
      "CAST((a IS NOT NULL) AS integer) + CAST((b IS NOT NULL) AS integer) = 1"
    ),
    ("stance <> 'rejected' OR reason IS NOT NULL", "stance <> 'rejected' OR reason IS NOT NULL"),
    (
      "CASE q WHEN 'x' THEN a IS NULL AND b IS NULL END",
      "CASE q WHEN 'x' THEN a IS NULL AND b IS NULL END"
    ),
  ])
  func `of a rule stays what types do not hold`(sqlite: String, postgres: String?) {
    let words = SQLToken.read(sqlite).filter { !$0.isSilent }
    #expect(PostgresCheck(words).text == postgres)
  }

  @Test(
    arguments: [
      ([.text("a\tb\\c\nd"), .null], "a\\tb\\\\c\\nd\t\\N\n"),
      ([.integer(-7), .real(0.1)], "-7\t0.1\n"), ([.text("nul\0 byte")], "nul\u{FFFD} byte\n"),
      ([.blob([0, 255])], "\\\\x00ff\n"), ([.text("\\.")], "\\\\.\n"),
    ] as [([Value], String)])
  func `a row is a line whatever it holds`(row: [Value], line: String) {
    #expect(PostgresRows.line(row) == line)
  }

  @Test func `tokens are the text again`() throws {
    for file in Seeds.folder("queries") {
      #expect(SQLToken.read(file.text).text == file.text)
    }
    let odd = "SELECT 'it''s', \"a\"\"b\", x'00', :p1, 1.5e-3, a.b||c <> 1 -- end\n'open"
    #expect(SQLToken.read(odd).text == odd)
    #expect(
      SQLToken.read("x'00' 1.5e-3 :a1").filter { !$0.isSilent }.map(\.kind)
        == [.string, .number, .parameter])
  }

  @Test func `a query that PostgreSQL cannot answer says why`() throws {
    func query(_ sql: String) throws -> PostgresQuery {
      PostgresQuery(
        try SavedQuery(name: "my-own", sql: "-- title: T\n-- definition: D\n\(sql)"))
    }
    #expect(try query("SELECT printf('%d', 1);").obstacle?.contains("printf") == true)
    #expect(try query("SELECT 1 WHERE 'a' GLOB 'b';").obstacle != nil)
    #expect(try query("SELECT total FROM t; -- printf(1)").obstacle == nil)
    #expect(try query("SELECT 1;").name == "my_own")
  }
}
