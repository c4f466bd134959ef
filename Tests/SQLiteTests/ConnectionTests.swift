import Foundation
import SQLite
import Testing

@Suite(.temporaryFolder) struct ConnectionTests {
  @Test func `a new file has our pages, journal and guards`() throws {
    let connection = try Connection(path: TemporaryFolder.path("new.sqlite"), mode: .create)
    func pragma(_ name: String) throws -> Value? { try connection.value("PRAGMA \(name)") }

    #expect(try pragma("page_size") == .integer(8192))
    #expect(try pragma("journal_mode") == .text("truncate"))
    #expect(try pragma("synchronous") == .integer(2))  // FULL
    #expect(try pragma("foreign_keys") == .integer(1))
    #expect(try pragma("recursive_triggers") == .integer(1))
    #expect(try pragma("trusted_schema") == .integer(0))
    #expect(try pragma("cell_size_check") == .integer(1))
    #expect(try pragma("busy_timeout") == .integer(10_000))
  }

  @Test func `the guards are up on a read-only connection too, and nothing is written`() throws {
    let path = TemporaryFolder.path("plain.sqlite")
    do {
      let writer = try Connection(path: path, mode: .create)
      try writer.execute("CREATE TABLE t (a)")
    }
    let before = try Data(contentsOf: URL(filePath: path))
    let connection = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 50)

    #expect(try connection.value("PRAGMA foreign_keys") == 1)
    #expect(try connection.value("PRAGMA trusted_schema") == 0)
    #expect(try connection.value("PRAGMA busy_timeout") == 50)
    let isReadOnly = connection.isReadOnly
    #expect(isReadOnly)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test(arguments: [Connection.Mode.readOnly, .immutable])
  func `a read-only connection refuses to write`(mode: Connection.Mode) throws {
    let path = TemporaryFolder.path("a b?c#d%25å.sqlite")  // a name that a URI must escape
    do {
      let writer = try Connection(path: path, mode: .create)
      try writer.executeScript("CREATE TABLE t (a); INSERT INTO t VALUES (7)")
    }
    let connection = try Connection(path: path, mode: mode)

    #expect(try connection.value("SELECT a FROM t") == 7)
    let error = try #require(throws: SQLiteError.self) { try connection.run("DELETE FROM t") }
    #expect(error.code == .readOnly)
  }

  @Test func `a file in WAL mode is left in it`() throws {
    let path = TemporaryFolder.path("wal.sqlite")
    do {
      let owner = try Connection(path: path, mode: .create)
      try owner.executeScript("PRAGMA journal_mode = WAL; CREATE TABLE t (a)")
    }
    do {
      let connection = try Connection(path: path, mode: .readWrite)
      #expect(try connection.journalMode == .wal)
      #expect(try connection.value("PRAGMA synchronous") == 2)
      try connection.run("INSERT INTO t VALUES (1)")
    }
    let header = try Data(contentsOf: URL(filePath: path)).prefix(20)
    #expect(header.suffix(2) == Data([2, 2]))  // the format's mark of a write-ahead log
  }

  @Test func `an existing file keeps its page size`() throws {
    let path = TemporaryFolder.path("small.sqlite")
    do {
      var owner = try Connection(path: path, mode: .create)
      try owner.executeScript("PRAGMA page_size = 1024; CREATE TABLE t (a)")
      try owner.vacuum()
    }
    let connection = try Connection(path: path, mode: .readWrite)
    #expect(try connection.value("PRAGMA page_size") == 1024)
    #expect(try connection.journalMode == .truncate)
  }

  @Test(arguments: [Connection.Mode.readWrite, .readOnly, .immutable])
  func `a file that is not there is not made`(mode: Connection.Mode) throws {
    let path = TemporaryFolder.path("missing.sqlite")
    let error = try #require(throws: SQLiteError.self) {
      _ = try Connection(path: path, mode: mode)
    }
    #expect(error.code == .cannotOpen)
    #expect(error.systemErrorNumber == ENOENT)
    #expect(
      error.description
        == "cannot open \(path): unable to open database file (SQLITE_CANTOPEN)")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a file of another kind is refused when it is opened`() throws {
    let path = TemporaryFolder.path("letter.txt")
    try Data(String(repeating: "not a database\n", count: 200).utf8).write(to: URL(filePath: path))
    for mode in [Connection.Mode.readWrite, .create, .readOnly] {
      let error = try #require(throws: SQLiteError.self) {
        _ = try Connection(path: path, mode: mode)
      }
      #expect(error.code == .notADatabase)
      #expect(error.message == "cannot open \(path): file is not a database")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write to any file"))
  func `a write-protected file is refused at once when it should be written`() throws {
    let path = TemporaryFolder.path("protected.sqlite")
    do {
      let writer = try Connection(path: path, mode: .create)
      try writer.execute("CREATE TABLE t (a)")
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    let error = try #require(throws: SQLiteError.self) {
      _ = try Connection(path: path, mode: .readWrite)
    }
    #expect(error.code == .readOnly)
    _ = try Connection(path: path, mode: .readOnly)
  }

  @Test func `a folder is refused`() throws {
    let error = try #require(throws: SQLiteError.self) {
      _ = try Connection(path: TemporaryFolder.url.path, mode: .create)
    }
    #expect(ResultCode.cannotOpen ~= error.code)
  }

  @Test(arguments: ["", "a\0b"])
  func `a path that is empty or holds NUL is refused`(path: String) throws {
    let error = try #require(throws: SQLiteError.self) {
      _ = try Connection(path: path, mode: .create)
    }
    #expect(error.reason == .invalidPath)
  }

  @Test func `a path is taken literally, whatever SQLite makes of such names`() async throws {
    // In a process of its own, since the names are relative to the working folder.
    await #expect(processExitsWith: .success) {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      #expect(FileManager.default.changeCurrentDirectoryPath(folder.path))
      for name in [":memory:", "file:x?mode=memory"] {
        let connection = try Connection(path: name, mode: .create)
        try connection.execute("CREATE TABLE t (a)")
        _ = try Connection(path: name, mode: .immutable)
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: name).path))
      }
    }
  }

  @Test func `a text in double quotes is a name, never a string`() throws {
    let connection = try Connection.inMemory()
    for sql in [#"SELECT "typo""#, #"CREATE TABLE t (a, CHECK (a <> "typo"))"#] {
      let error = try #require(throws: SQLiteError.self) { try connection.execute(sql) }
      #expect(error.message == "no such column: typo")
    }
  }

  @Test func `query-only refuses changes until the closure is done`() throws {
    let connection = try makeParties()
    try connection.withQueryOnly {
      #expect(try partyKeys(connection).count == 2)
      let error = try #require(throws: SQLiteError.self) {
        try connection.run("DELETE FROM party")
      }
      #expect(error.code == .readOnly)
      try connection.withQueryOnly {}
      #expect(throws: SQLiteError.self) { try connection.run("DELETE FROM party") }
    }
    #expect(try connection.run("DELETE FROM party") == 2)

    try connection.setQueryOnly(true)
    #expect(throws: SQLiteError.self) { try connection.run("DELETE FROM loan") }
    try connection.setQueryOnly(false)
    #expect(try connection.run("DELETE FROM loan") == 0)
  }

  @Test func `a defensive connection does not let the schema be edited as a table`() throws {
    let connection = try makeParties()
    try connection.execute("PRAGMA writable_schema = ON")
    try connection.setDefensive(true)
    let error = try #require(throws: SQLiteError.self) {
      try connection.run("DELETE FROM sqlite_schema")
    }
    #expect(error.message == "table sqlite_master may not be modified")
  }

  @Test func `foreign keys can be switched off for a migration`() throws {
    var connection = try makeParties()
    let error = try #require(throws: SQLiteError.self) {
      try connection.run("INSERT INTO loan (party_id) VALUES (99)")
    }
    #expect(error.code == .constraintForeignKey)
    #expect(error.constraint == nil)

    try connection.setForeignKeysEnforced(false)
    try connection.run("INSERT INTO loan (party_id) VALUES (99)")
    let violation = try #require(try connection.foreignKeyViolations().first)
    #expect(violation.table == "loan" && violation.rowID == 1 && violation.parent == "party")
    try connection.setForeignKeysEnforced(true)
    #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO loan (party_id) VALUES (99)")
    }
  }

  @Test func `the connection counts changes and remembers the last rowid`() throws {
    let connection = try makeParties()
    #expect(try connection.run("UPDATE party SET kind = 'bank'") == 2)
    #expect(try connection.run("INSERT INTO party (id, key) VALUES (70, 'x')") == 1)
    #expect(try connection.run("INSERT OR IGNORE INTO party (key) VALUES ('x')") == 0)
    #expect(try connection.run("CREATE TABLE more (a)") == 0)
    let counts = (connection.changes, connection.totalChanges, connection.lastInsertRowID)
    #expect(counts == (0, 5, 70))
  }
}
