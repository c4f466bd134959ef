import SQLite
import Testing

struct PreparationTests {
  @Test(arguments: [
    "SELECT 1", "SELECT 1;", "  SELECT 1 ;; \n", "\u{FEFF}SELECT 1", ";SELECT 1",
    "-- first\nSELECT 1; -- last", "SELECT 1 /* ; SELECT 2 */", "SELECT 1; /* open",
    "SELECT 1;\r\n\t\u{C}", "SELECT 1 -- ; SELECT 2", "SELECT 1; /* a * b / c **/ -- end\n ;",
  ])
  func `blanks and comments may stand around a statement`(sql: String) throws {
    let connection = try Connection.inMemory()
    #expect(try connection.value(sql) == 1)
    var statement = try connection.prepare(sql)
    #expect(try statement.value() == 1)
  }

  @Test(arguments: [
    ("SELECT 1; SELECT 2", 10),
    ("SELECT 1;\n\n-- more\nDELETE FROM party", 19),
    ("SELECT ';'; /* ; */ x", 20),
    ("SELECT 1; nonsense", 10),
  ])
  func `anything else behind a statement is refused, with its place`(
    sql: String, offset: Int
  ) throws {
    let connection = try makeParties()
    for error in [
      try #require(throws: SQLiteError.self) { _ = try connection.prepare(sql) },
      try #require(throws: SQLiteError.self) { try connection.run(sql) },
    ] {
      #expect(error.reason == .moreThanOneStatement)
      #expect(error.offset == offset)
    }
    #expect(try partyKeys(connection).count == 2)
  }

  @Test(arguments: ["", " \n", ";", "-- nothing", "/* nothing */", "/* nothing"])
  func `a text without a statement is refused`(sql: String) throws {
    let connection = try Connection.inMemory()
    let error = try #require(throws: SQLiteError.self) { try connection.execute(sql) }
    #expect(error.reason == .emptyStatement)
  }

  @Test func `a NUL character is refused, since SQLite would stop reading there`() throws {
    let connection = try makeParties()
    let error = try #require(throws: SQLiteError.self) {
      try connection.run("DELETE FROM party\0 WHERE id = 1")
    }
    #expect(error.reason == .nulInSQL)
    #expect(error.offset == 17)
    #expect(try partyKeys(connection).count == 2)
  }

  @Test func `calls of one SQL may be nested, and come back to the cache`() throws {
    let connection = try makeParties()
    let sql = "SELECT id FROM party WHERE id <= ? ORDER BY id"
    let nested = try connection.query(sql, [2]) { outer in
      let id: Int = try outer(0)
      return try connection.query(sql, [id]) { inner in try inner(0, as: Int.self) }
    }
    #expect(nested == [[1], [1, 2]])
  }

  @Test func `a cached statement forgets the values of the call before`() throws {
    let connection = try Connection.inMemory()
    #expect(try connection.value("SELECT ?", ["secret"]) == "secret")
    var statement = try connection.prepareCached("SELECT ?")
    #expect(try statement.value(as: String?.self) == .some(nil))
  }

  @Test func `a cached statement follows the schema`() throws {
    let connection = try makeParties()
    let sql = "SELECT * FROM party WHERE id = 1"
    func names() throws -> [String] { try connection.prepareCached(sql).columnNames }
    func count() throws -> Int { try connection.one(sql) { $0.columnCount } }
    #expect(try count() == 3)
    try connection.execute("ALTER TABLE party ADD COLUMN note TEXT")
    #expect(try count() == 4)
    #expect(try names() == ["id", "key", "kind", "note"])
  }

  @Test func `a pragma answers anew each time`() throws {
    let connection = try Connection.inMemory()
    #expect(try connection.value("PRAGMA query_only") == false)
    try connection.setQueryOnly(true)
    #expect(try connection.value("PRAGMA query_only") == true)
  }

  @Test func `more statements than the cache holds still work`() throws {
    let connection = try Connection.inMemory()
    for _ in 1...2 {
      for number in 1...500 {
        #expect(try connection.value("SELECT \(number)") == number)
      }
    }
  }

  @Test func `an identifier is quoted so that it is nothing else`() throws {
    let connection = try Connection.inMemory()
    for name in ["select", #"a"b"#, "a]b", "a'b;--", "å 日本", "", "\u{301}\"\u{301}"] {
      let table = SQLIdentifier(name)
      try connection.execute("CREATE TABLE \(table) (a)")
      #expect(try connection.value("SELECT name FROM sqlite_schema") == name)
      try connection.execute("DROP TABLE \(table)")
    }
    #expect(SQLIdentifier(#"a"b"#).description == #""a""b""#)
  }
}
