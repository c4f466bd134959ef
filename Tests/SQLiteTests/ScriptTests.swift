import SQLite
import Testing

struct ScriptTests {
  @Test func `a script runs all its statements`() throws {
    let connection = try Connection.inMemory()
    try connection.executeScript(
      """
      -- Semicolons in strings, comments and triggers do not end a statement.
      CREATE TABLE t (a TEXT DEFAULT ';');  /* ; */
      CREATE TRIGGER twice AFTER INSERT ON t WHEN new.a <> 'copy'
      BEGIN
        INSERT INTO t VALUES ('copy');
      END;
      ;
      INSERT INTO t VALUES ('x;y');
      SELECT * FROM t
      """)
    #expect(try connection.query("SELECT a FROM t") { try $0(0) } == ["x;y", "copy"])
  }

  @Test(arguments: ["", "\n", "-- only words\n", ";;"])
  func `a script without statements does nothing`(text: String) throws {
    let connection = try Connection.inMemory()
    try connection.executeScript(text)
  }

  @Test func `a fault that SQLite can point at is reported at its own place`() throws {
    let script = """
      CREATE TABLE t (a);

      -- the second one
      INSERT INTO t
        VALUES (b);
      CREATE TABLE never (a);
      """
    let connection = try Connection.inMemory()
    let error = try #require(throws: SQLiteError.self) { try connection.executeScript(script) }
    #expect(error.position?.description == "5:11")
    #expect(error.sql == script)
    #expect(
      error.description == """
        no such column: b (SQLITE_ERROR) at line 5, column 11 of the SQL
            VALUES (b);
                    ^
        """)
    #expect(try connection.query("SELECT name FROM sqlite_schema") { try $0(0) } == ["t"])
  }

  @Test func `other faults are reported where their statement begins`() throws {
    let script = "CREATE TABLE t (a NOT NULL);\n\n/* why */ INSERT INTO t\n  VALUES (NULL);"
    let connection = try Connection.inMemory()
    let error = try #require(throws: SQLiteError.self) { try connection.executeScript(script) }
    #expect(error.code == .constraintNotNull)
    #expect(error.position?.description == "3:11")
  }

  @Test func `in a transaction a script that fails leaves nothing behind`() throws {
    var connection = try Connection.inMemory()
    #expect(throws: SQLiteError.self) {
      try connection.transaction { try $0.executeScript("CREATE TABLE t (a); SELEC") }
    }
    #expect(try connection.value("SELECT count(*) FROM sqlite_schema") == 0)
  }

  @Test func `a statement of a script cannot have parameters`() throws {
    let connection = try Connection.inMemory()
    let error = try #require(throws: SQLiteError.self) {
      try connection.executeScript("SELECT 1;\nSELECT ?")
    }
    #expect(error.reason == .parameterCount(expected: 1, given: 0))
    #expect(error.position?.line == 2)
  }

  @Test func `a script can be taken statement by statement`() throws {
    let connection = try Connection.inMemory()
    var script = SQLScript("SELECT 1;\n-- two\nSELECT 2; ")
    var seen: [String] = []
    while var statement = try connection.prepareNext(of: &script) {
      let value: Int? = try statement.value()
      seen.append("\(script.statementPosition) \(value ?? 0) rest \(script.rest.count)")
    }
    #expect(seen == ["1:1 1 rest 18", "3:1 2 rest 1"])
    #expect(script.rest.isEmpty)
  }

  @Test func `a NUL character anywhere in a script is refused before anything runs`() throws {
    let connection = try Connection.inMemory()
    let error = try #require(throws: SQLiteError.self) {
      try connection.executeScript("CREATE TABLE t (a);\nSELECT '\0'")
    }
    #expect(error.reason == .nulInSQL)
    #expect(error.position?.line == 2)
    #expect(try connection.value("SELECT count(*) FROM sqlite_schema") == 0)
  }
}
