import SQLite
import Testing

// That transactions cannot be nested, and that the connection cannot be used beside its own
// transaction, needs no test: it does not compile. `transaction` is a mutating method, so the
// connection belongs to it alone while the closure runs:
//
//   try connection.transaction { outer in
//     try connection.transaction { inner in }   // error: overlapping accesses to 'connection'
//     try connection.run("DELETE FROM party")   // error: overlapping accesses to 'connection'
//   }
//
// Nor can a transaction or a row be kept for later: they are lent, and cannot be copied.

@Suite(.temporaryFolder) struct TransactionTests {
  @Test func `a transaction that returns is kept, and gives its result`() throws {
    var connection = try makeParties()
    let id = try connection.transaction { transaction in
      try transaction.run("INSERT INTO party (key) VALUES ('oracle')")
      return transaction.lastInsertRowID
    }
    #expect(id == 3)
    #expect(try partyKeys(connection) == ["meta", "jpmorgan", "oracle"])
  }

  @Test func `a transaction that throws is undone, and passes the error on`() throws {
    var connection = try makeParties()
    #expect(throws: Stop()) {
      try connection.transaction { transaction in
        try transaction.run("DELETE FROM party")
        throw Stop()
      }
    }
    #expect(try partyKeys(connection) == ["meta", "jpmorgan"])
    try connection.transaction { _ in }  // and the connection is free for the next one
  }

  @Test func `functions for any database work in a transaction and outside`() throws {
    var connection = try makeParties()
    let inside = try connection.transaction { try partyKeys($0) }
    #expect(try partyKeys(connection) == inside)
  }

  @Test(arguments: [
    "BEGIN", "begin immediate", "COMMIT", "END TRANSACTION", "ROLLBACK", "SAVEPOINT s",
    "RELEASE s", "ROLLBACK TO s", "-- a comment\n /* another */ ; Commit",
  ])
  func `transactions are not begun or ended by SQL text`(sql: String) throws {
    var connection = try makeParties()
    func isRefused(by database: borrowing some Database & ~Copyable) throws {
      let errors = [
        try #require(throws: SQLiteError.self) { try database.execute(sql) },
        try #require(throws: SQLiteError.self) { try database.run(sql) },
        try #require(throws: SQLiteError.self) { try database.executeScript("SELECT 1; \(sql)") },
      ]
      for error in errors {
        guard case .transactionControl = error.reason else { throw error }
      }
    }
    try isRefused(by: connection)
    try connection.transaction { try isRefused(by: $0) }
  }

  @Test func `a savepoint that throws undoes its own part only`() throws {
    var connection = try makeParties()
    try connection.transaction { transaction in
      try transaction.run("INSERT INTO party (key) VALUES ('before')")
      #expect(throws: Stop()) {
        try transaction.savepoint("line") {
          try transaction.run("INSERT INTO party (key) VALUES ('within')")
          throw Stop()
        }
      }
      let count = try transaction.savepoint("line") {
        try transaction.run("INSERT INTO party (key) VALUES ('after')")
      }
      #expect(count == 1)
    }
    #expect(try partyKeys(connection) == ["meta", "jpmorgan", "before", "after"])
  }

  @Test func `savepoints nest, also under one name, and under any name`() throws {
    var connection = try makeParties()
    let name = #"a "strange"; name"#
    try connection.transaction { transaction in
      try transaction.savepoint(name) {
        try transaction.run("INSERT INTO party (key) VALUES ('outer')")
        _ = try? transaction.savepoint(name) {
          try transaction.run("INSERT INTO party (key) VALUES ('inner')")
          throw Stop()
        }
        #expect(try partyKeys(transaction) == ["meta", "jpmorgan", "outer"])
      }
    }
    #expect(try partyKeys(connection) == ["meta", "jpmorgan", "outer"])
  }

  @Test func `an error that SQLite answers with a rollback cannot be swallowed`() throws {
    var connection = try makeParties()
    let error = try #require(throws: SQLiteError.self) {
      try connection.transaction { transaction in
        try transaction.run("INSERT INTO party (key) VALUES ('first')")
        _ = try? transaction.run("INSERT OR ROLLBACK INTO party (key) VALUES ('meta')")
      }
    }
    #expect(error.reason == .transactionEnded)
    #expect(try partyKeys(connection) == ["meta", "jpmorgan"])
  }

  @Test func `nor can it be swallowed within a savepoint`() throws {
    var connection = try makeParties()
    let error = try #require(throws: SQLiteError.self) {
      try connection.transaction { transaction in
        try transaction.savepoint("line") {
          _ = try? transaction.run("INSERT OR ROLLBACK INTO party (key) VALUES ('meta')")
        }
      }
    }
    #expect(error.reason == .transactionEnded)
  }

  @Test func `a commit that fails rolls back`() throws {
    var connection = try makeParties()
    try connection.execute(
      """
      CREATE TABLE leg (party_id INTEGER REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED)
      """)
    let error = try #require(throws: SQLiteError.self) {
      try connection.transaction { transaction in
        try transaction.run("INSERT INTO leg VALUES (99)")  // nothing is checked before the commit
      }
    }
    #expect(error.code == .constraintForeignKey)
    #expect(try connection.value("SELECT count(*) FROM leg") == 0)
    try connection.transaction { _ in }
  }

  @Test func `a commit that readers keep waiting too long rolls back`() throws {
    let path = TemporaryFolder.path("busy.sqlite")
    var writer = try Connection(path: path, mode: .create, busyTimeoutMilliseconds: 0)
    try writer.execute("CREATE TABLE t (a)")
    var reader = try Connection(path: path, mode: .readWrite, busyTimeoutMilliseconds: 0)

    try reader.transaction(.deferred) { reading in
      #expect(try reading.value("SELECT count(*) FROM t") == 0)
      let error = try #require(throws: SQLiteError.self) {
        try writer.transaction { try $0.run("INSERT INTO t VALUES (1)") }
      }
      #expect(error.code == .busy)
    }
    try writer.transaction { transaction in
      #expect(try transaction.value("SELECT count(*) FROM t") == 0)
      try transaction.run("INSERT INTO t VALUES (2)")
    }
    #expect(try reader.value("SELECT a FROM t") == 2)
  }

  @Test func `a second writer is refused when its time is up`() throws {
    let path = TemporaryFolder.path("two.sqlite")
    var one = try Connection(path: path, mode: .create)
    var two = try Connection(path: path, mode: .readWrite, busyTimeoutMilliseconds: 20)
    try one.transaction { _ in
      let error = try #require(throws: SQLiteError.self) { try two.transaction { _ in } }
      #expect(error.code == .busy)
      try two.transaction(.deferred) { _ in }
    }
    try one.transaction(.exclusive) { _ in
      let error = try #require(throws: SQLiteError.self) {
        try two.value("SELECT count(*) FROM sqlite_schema", as: Int.self)
      }
      #expect(error.code == .busy)
    }
  }

  @Test func `a connection kept in a class stops the program instead of nesting`() async {
    await #expect(processExitsWith: .failure) {
      final class Holder {
        var connection: Connection

        init() throws {
          connection = try Connection.inMemory()
        }
      }
      let holder = try Holder()
      try holder.connection.transaction { _ in
        try holder.connection.transaction { _ in }
      }
    }
  }
}
