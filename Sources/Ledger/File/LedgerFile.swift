internal import Migrations
public import SQLite

/// A ledger on disk: one SQLite file that says by its `application_id` what it is.
public enum LedgerFile {
  /// "Deal" in ASCII. Written to the file's header, where `file` and SQLite find it.
  public static let applicationID: Int32 = 0x4465_616C

  /// Opens a ledger that is there and up to date.
  ///
  /// - Throws: `LedgerError` when there is none, it is not ours, newer, or lacks steps.
  public static func open(
    _ path: String, mode: Connection.Mode = .readWrite, busyTimeoutMilliseconds: Int = 10_000
  ) throws -> Connection {
    let connection = try openAnyVersion(
      path, mode: mode, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
    let pending = try Migrator.pending(in: connection)
    guard pending.isEmpty else {
      throw LedgerError.older(path: path, pending: pending)
    }
    if mode == .readWrite {
      try ForeignSchema(in: connection, forWriting: true)
        .refuseWriting(path, allowingChanged: false)
    }
    return connection
  }

  /// Opens a ledger that may still lack steps, to list or run them.
  ///
  /// To be written it must be sound: every page is looked at first.
  ///
  /// - Throws: `LedgerError` when there is none, it is not ours, newer, damaged, or holds triggers
  ///   or virtual tables that no ledger has.
  public static func openAnyVersion(
    _ path: String, mode: Connection.Mode = .readWrite, busyTimeoutMilliseconds: Int = 10_000
  ) throws -> Connection {
    let connection = try connect(path, mode, busyTimeoutMilliseconds)
    guard try identity(of: connection, at: path) == applicationID else {
      throw LedgerError.foreign(path: path)
    }
    let version = Int(try connection.userVersion)
    guard version >= 1 else { throw LedgerError.foreign(path: path) }
    guard version <= Migrations.all.count else {
      throw LedgerError.newer(path: path, version: version, known: Migrations.all.count)
    }
    if mode == .readWrite {
      let findings = try connection.quickCheck()
      guard findings.isEmpty else { throw LedgerError.damaged(path: path, findings: findings) }
      try ForeignSchema(in: connection, forWriting: false)
        .refuseWriting(path, allowingChanged: true)
    }
    return connection
  }

  private static func connect(
    _ path: String, _ mode: Connection.Mode, _ busyTimeoutMilliseconds: Int
  ) throws -> Connection {
    do throws(SQLiteError) {
      return try Connection(
        path: path, mode: mode, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
    } catch let error where error.code == .readOnlyRollback {
      // A run was cut off. Opening to write rolls it back, after which reading is enough again.
      _ = try Connection(
        path: path, mode: .readWrite, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
      return try Connection(
        path: path, mode: mode, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
    } catch let error where .cannotOpen ~= error.code {
      guard error.isMissingFile else { throw error }
      throw LedgerError.missing(path: path)
    } catch let error where .notADatabase ~= error.code {
      throw LedgerError.foreign(path: path)
    } catch let error where .corrupt ~= error.code {
      throw LedgerError.damaged(path: path, findings: [error.message])
    }
  }

  private static func identity(of connection: borrowing Connection, at path: String) throws
    -> Int32
  {
    do throws(SQLiteError) {
      return try connection.applicationID
    } catch let error where .notADatabase ~= error.code {
      throw LedgerError.foreign(path: path)
    }
  }

  /// Makes a new, empty ledger with every table and view.
  ///
  /// - Throws: `LedgerError.exists` when the path is taken.
  public static func create(_ path: String) throws -> Connection {
    if (try? Connection(path: path, mode: .readOnly)) != nil {
      throw LedgerError.exists(path: path)
    }
    var connection = try make(path)
    try connection.setApplicationID(applicationID)
    try Migrator.migrate(&connection)
    return connection
  }

  private static func make(_ path: String) throws -> Connection {
    do throws(SQLiteError) {
      return try Connection(path: path, mode: .create)
    } catch {
      // A file of another kind is there.
      if error.code ~= .notADatabase { throw LedgerError.exists(path: path) }
      throw error
    }
  }

  /// A ledger in memory, with every table and view, for tests and trials.
  public static func inMemory() throws -> Connection {
    var connection = try Connection.inMemory()
    try connection.setApplicationID(applicationID)
    try Migrator.migrate(&connection)
    return connection
  }
}
