import SQLite
import Testing

struct StatementTests {
  @Test func `values are bound by number and by name`() throws {
    let connection = try Connection.inMemory()
    var statement = try connection.prepare("SELECT ?1, :as_of, @b, $c")
    #expect(statement.parameterNames == ["?1", ":as_of", "@b", "$c"])
    try statement.bind(1, at: 1)
    try statement.bind("2026-01-31", named: "as_of")
    try statement.bind(2.5, named: "@b")
    try statement.bind(true, named: "c")
    #expect(
      try statement.map { try $0.values() }
        == [[.integer(1), .text("2026-01-31"), .real(2.5), .integer(1)]])
  }

  @Test func `values stay through a reset until they are cleared`() throws {
    let connection = try Connection.inMemory()
    var statement = try connection.prepare("SELECT ?")
    #expect(statement.parameterNames == [nil])
    #expect(try statement.value(["x"]) == "x")
    #expect(try statement.value() == "x")
    try statement.bindNull(at: 1)
    #expect(try statement.value(as: String?.self) == .some(nil))
    try statement.bind("y", at: 1)
    statement.clearBindings()
    #expect(try statement.value(as: String?.self) == .some(nil))
  }

  @Test func `bytes are bound from spans, as text or as a blob`() throws {
    let connection = try Connection.inMemory()
    let bytes: [UInt8] = [0x61, 0xC3, 0xA5, 0x00]
    var statement = try connection.prepare("SELECT ?1, ?2")
    try statement.bind(text: try UTF8Span(validating: bytes.span), at: 1)
    try statement.bind(blob: bytes.span, at: 2)
    #expect(try statement.map { try $0.values() } == [[.text("aå\0"), .blob(bytes)]])

    let none: [UInt8] = []
    try statement.bind(text: try UTF8Span(validating: none.span), at: 1)
    try statement.bind(blob: none.span, at: 2)
    #expect(try statement.map { try $0.values() } == [[.text(""), .blob([])]])
  }

  @Test func `all parameters must be given, and no others`() throws {
    let connection = try Connection.inMemory()
    func reason(_ sql: String, _ bindings: Bindings) -> SQLiteError.Reason? {
      #expect(throws: SQLiteError.self) { try connection.run(sql, bindings) }?.reason
    }
    #expect(reason("SELECT ?, ?", [1]) == .parameterCount(expected: 2, given: 1))
    #expect(reason("SELECT ?, ?", [1, 2, 3]) == .parameterCount(expected: 2, given: 3))
    #expect(reason("SELECT 1", [1]) == .parameterCount(expected: 0, given: 1))
    #expect(reason("SELECT :a, :b", ["a": 1]) == .missingParameter(":b"))
    #expect(reason("SELECT :a, :b", Bindings(named: ["a": 1, ":c": 2])) == .unknownParameter(":c"))
    #expect(reason("SELECT :a", ["a": 1, "c": 2]) == .unknownParameter("c"))

    var statement = try connection.prepare("SELECT ?")
    let error = try #require(throws: SQLiteError.self) { try statement.bind(1, at: 2) }
    #expect(error.reason == .unknownParameter("?2"))
    #expect(throws: SQLiteError.self) { try statement.bind(1, at: 0) }
  }

  @Test func `NaN is refused, since SQLite would store NULL for it`() throws {
    let connection = try Connection.inMemory()
    let error = try #require(throws: SQLiteError.self) {
      try connection.run("SELECT ?", [Double.nan])
    }
    #expect(error.reason == .notANumber(parameter: 1))
    #expect(try connection.value("SELECT ?", [-Double.infinity]) == -Double.infinity)
  }

  @Test func `a finished statement does not begin again by itself`() throws {
    let connection = try makeParties()
    var insert = try connection.prepare("INSERT INTO loan (party_id) VALUES (1)")
    #expect(try insert.step() == false)
    #expect(try insert.step() == false)
    #expect(try connection.value("SELECT count(*) FROM loan") == 1)
    insert.reset()
    #expect(try insert.step() == false)
    #expect(try connection.value("SELECT count(*) FROM loan") == 2)
  }

  @Test func `a value given in the middle of the rows begins the statement again`() throws {
    let connection = try makeParties()
    var statement = try connection.prepare("SELECT key FROM party WHERE id >= ? ORDER BY id")
    try statement.bind(1, at: 1)
    #expect(try statement.step())
    try statement.bind(2, at: 1)
    #expect(try statement.step())
    #expect(try statement.withRow { try $0(0, as: String.self) } == "jpmorgan")
    #expect(try statement.step() == false)
  }

  @Test func `a row is lent only while the statement stands on one`() throws {
    let connection = try Connection.inMemory()
    var statement = try connection.prepare("SELECT 1")
    func reason() -> SQLiteError.Reason? {
      #expect(throws: SQLiteError.self) { try statement.withRow { _ in } }?.reason
    }
    #expect(reason() == .noRow)
    #expect(try statement.step())
    try statement.withRow { _ in }
    #expect(try statement.step() == false)
    #expect(reason() == .noRow)
  }

  @Test func `one row means exactly one`() throws {
    let connection = try makeParties()
    func key(_ condition: String) throws -> String {
      try connection.one("SELECT key FROM party WHERE \(condition)") { try $0(0) }
    }
    #expect(try key("id = 2") == "jpmorgan")
    let none = try #require(throws: SQLiteError.self) { try key("id = 9") }
    let many = try #require(throws: SQLiteError.self) { try key("id > 0") }
    #expect(none.reason == .noRow)
    #expect(many.reason == .moreThanOneRow)
  }

  @Test func `the first row, or nothing`() throws {
    let connection = try makeParties()
    let sql = "SELECT key FROM party WHERE id >= ? ORDER BY id"
    #expect(try connection.first(sql, [1]) { try $0(0, as: String.self) } == "meta")
    #expect(try connection.first(sql, [9]) { try $0(0, as: String.self) } == nil)
    #expect(try connection.value(sql, [2]) == "jpmorgan")
    #expect(try connection.value(sql, [9], as: String.self) == nil)
  }

  @Test func `a change that returns rows is finished though only the first is read`() throws {
    let connection = try makeParties()
    let sql = "INSERT INTO party (key) VALUES ('a'), ('b'), ('c') RETURNING id"
    #expect(try connection.value(sql) == 3)
    #expect(try connection.first("DELETE FROM party RETURNING key") { try $0(0) } == "meta")
    #expect(try partyKeys(connection) == [])
  }

  @Test func `what a closure throws ends the statement, and nothing stays locked`() throws {
    let connection = try makeParties()
    #expect(throws: Stop()) {
      try connection.forEachRow("SELECT key FROM party") { _ in throw Stop() }
    }
    try connection.execute("DROP TABLE loan")
  }

  @Test func `columns have names and declared types`() throws {
    let connection = try makeParties()
    let statement = try connection.prepare("SELECT id, key AS name, 1 + 1 AS two FROM party")
    #expect(statement.columnCount == 3)
    #expect(statement.columnNames == ["id", "name", "two"])
    #expect(statement.declaredTypes == ["INTEGER", "TEXT", nil])

    let insert = try connection.prepare("INSERT INTO party (key) VALUES (?)")
    #expect(insert.columnNames == [])
    #expect(insert.parameterCount == 1)
    #expect(insert.sql == "INSERT INTO party (key) VALUES (?)")
  }

  @Test(arguments: [
    ("SELECT 1", true),
    ("SELECT key FROM party", true),
    ("WITH x AS (SELECT 1) DELETE FROM party WHERE id IN (SELECT * FROM x)", false),
    ("/* SELECT */ INSERT INTO party (key) VALUES (1) RETURNING id", false),
    ("EXPLAIN DELETE FROM party", false),
    ("VACUUM INTO 'x'", false),
    ("CREATE TEMP TABLE t (a)", false),
    ("PRAGMA user_version", true),
    ("PRAGMA user_version = 1", false),
  ])
  func `reading is told from writing by what it does, not by its first word`(
    sql: String, expected: Bool
  ) throws {
    let connection = try makeParties()
    let statement = try connection.prepare(sql)
    #expect(statement.isReadOnly == expected)
  }

  @Test func `a statement that outlives its connection still works`() throws {
    func orphan(cached: Bool) throws -> Statement {
      let connection = try makeParties()
      let sql = "SELECT key FROM party WHERE id = ?"
      return try cached ? connection.prepareCached(sql) : connection.prepare(sql)
    }
    for cached in [false, true] {
      var statement = try orphan(cached: cached)
      #expect(try statement.value([1]) == "meta")
      #expect(throws: SQLiteError.self) { try statement.value([1, 2], as: String.self) }
    }
  }
}
