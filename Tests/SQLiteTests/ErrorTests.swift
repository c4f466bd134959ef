import Testing

@testable import SQLite

struct ErrorTests {
  @Test(arguments: [
    (#"SELECT "typo""#, "no such column: typo", 1, 8),
    ("SELECT key\nFROM party\nWHERE kez = 1", "no such column: kez", 3, 7),
    ("SELECT 'åäö日' FROM nowhere, party", "no such table: nowhere", nil, nil),
    ("SELECT 'åäö日', typo FROM party", "no such column: typo", 1, 16),
    ("SELEC 1", #"near "SELEC": syntax error"#, 1, 1),
    ("-- a title\n\nSELECT 1 FROM", "incomplete input", nil, nil),
    ("SELECT nosuch(1)", "no such function: nosuch", 1, 8),
  ])
  func `an error says where in the SQL it is, when SQLite says so`(
    sql: String, message: String, line: Int?, column: Int?
  ) throws {
    let connection = try makeParties()
    let error = try #require(throws: SQLiteError.self) { _ = try connection.prepare(sql) }
    #expect(error.reason == .engine)
    #expect(error.code == .error)
    #expect(error.message == message)
    #expect(error.sql == sql)
    #expect(error.position?.line == line)
    #expect(error.position?.column == column)
  }

  @Test func `the description shows the line with a caret`() throws {
    let connection = try makeParties()
    let error = try #require(throws: SQLiteError.self) {
      try connection.execute("SELECT key,\n\tkez -- the name\nFROM party")
    }
    #expect(
      error.description == """
        no such column: kez (SQLITE_ERROR) at line 2, column 2 of the SQL
          \tkez -- the name
          \t^
        """)
  }

  @Test func `of a long line the description shows the part around the fault`() throws {
    let connection = try Connection.inMemory()
    let sum = Array(repeating: "1", count: 80).joined(separator: " + ")
    let error = try #require(throws: SQLiteError.self) {
      try connection.execute("SELECT \(sum) + typo + \(sum)")
    }
    let lines = error.description.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count <= 104 })
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1].dropFirst(column).hasPrefix("typo"))
  }

  typealias BrokenConstraint = (sql: String, code: ResultCode, name: String?)

  @Test(
    arguments: [
      ("INSERT INTO party (key) VALUES ('meta')", .constraintUnique, "party.key"),
      ("INSERT INTO folded VALUES ('ABC')", .constraintUnique, "folded_text"),
      ("INSERT INTO party (key) VALUES (NULL)", .constraintNotNull, "party.key"),
      ("INSERT INTO party (key, kind) VALUES ('x', 'shop')", .constraintCheck, "party_kind_known"),
      ("INSERT INTO party (id, key) VALUES (1, 'x')", .constraintPrimaryKey, "party.id"),
      ("INSERT INTO loan (party_id) VALUES (99)", .constraintForeignKey, nil),
      ("DELETE FROM guarded", .constraintTrigger, nil),
    ] as [BrokenConstraint])
  func `a broken constraint is named`(sql: String, code: ResultCode, name: String?) throws {
    let connection = try makeParties()
    try connection.executeScript(
      """
      CREATE TABLE folded (a);
      CREATE UNIQUE INDEX folded_text ON folded (lower(a));
      INSERT INTO folded VALUES ('abc');
      CREATE TABLE guarded (a);
      INSERT INTO guarded VALUES (1);
      CREATE TRIGGER guard BEFORE DELETE ON guarded
      BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: not really'); END;
      """)
    let error = try #require(throws: SQLiteError.self) { try connection.run(sql) }
    #expect(error.code == code)
    #expect(error.constraint == name)
  }

  @Test func `no error repeats a value`() throws {
    let connection = try makeParties()
    try connection.execute("CREATE TABLE strict_table (a INTEGER) STRICT")
    let secret = "s3cret"
    let errors = [
      #expect(throws: SQLiteError.self) {
        try connection.run("INSERT INTO party (key, kind) VALUES ('k', ?)", [secret])
      },
      #expect(throws: SQLiteError.self) {
        try connection.run("INSERT INTO strict_table VALUES (?)", [secret])
      },
      #expect(throws: SQLiteError.self) {
        try connection.run("UPDATE party SET key = ?", [secret])  // twice the same key
      },
      #expect(throws: SQLiteError.self) {
        try connection.value("SELECT ?", [secret], as: Int.self)
      },
      #expect(throws: SQLiteError.self) {
        try connection.value("SELECT ?", [secret], as: DecodingTests.Kind.self)
      },
    ]
    for error in errors {
      let error = try #require(error)
      #expect(!error.description.contains(secret))
      #expect(!String(reflecting: error).contains(secret))
      #expect(error.sql?.contains("?") == true)
    }
  }

  @Test func `a primary code matches its extended codes, and not the other way`() {
    #expect(ResultCode.constraint ~= ResultCode.constraintUnique)
    #expect(ResultCode.constraint ~= ResultCode.constraint)
    #expect(!(ResultCode.constraintUnique ~= ResultCode.constraint))
    #expect(!(ResultCode.constraintUnique ~= ResultCode.constraintCheck))
    #expect(!(ResultCode.busy ~= ResultCode.constraintUnique))
    #expect(ResultCode.busySnapshot.primary == .busy)
    #expect(ResultCode(rawValue: 2067) == .constraintUnique)
  }

  @Test func `a code has SQLite's name and sentence`() {
    #expect(ResultCode.busySnapshot.description == "SQLITE_BUSY_SNAPSHOT")
    #expect(ResultCode(rawValue: 6410).description == "SQLITE_IOERR (6410)")
    #expect(ResultCode(rawValue: 199).description == "SQLITE_199")
    #expect(ResultCode.busy.explanation == "database is locked")
  }

  @Test func `each reason is a sentence of its own`() {
    let reasons: [SQLiteError.Reason] = [
      .invalidPath, .journalMode(found: "delete"), .nulInSQL, .emptyStatement,
      .moreThanOneStatement, .transactionControl(keyword: "BEGIN"), .transactionEnded,
      .unknownParameter(":a"), .missingParameter(":a"), .parameterCount(expected: 1, given: 2),
      .notANumber(parameter: 1), .noRow, .moreThanOneRow, .unknownColumn("a"),
      .ambiguousColumn("a"), .unexpectedNull(column: "a"),
      .wrongType(column: "a", expected: .text, found: .blob),
      .outOfRange(column: "a", type: "Int8"), .invalidUTF8(column: "a"),
      .invalidValue(column: "a", expected: "a day"),
    ]
    let messages = Set(reasons.map(\.message))
    #expect(messages.count == reasons.count)
    #expect(!messages.contains(SQLiteError.Reason.engine.message))
  }
}
