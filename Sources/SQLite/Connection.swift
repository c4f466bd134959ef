internal import CSQLite

/// An open database.
///
/// It closes when its owner lets go of it.
///
/// A connection has one owner and is used by one thread at a time: it cannot be copied, and is
/// not `Sendable`. Read through it directly; write in ``transaction(_:_:)``.
///
/// ```swift
/// var connection = try Connection(path: "deals.sqlite", mode: .readWrite)
/// try connection.transaction { transaction in
///   try transaction.run("INSERT INTO party (key, name) VALUES (?, ?)", ["meta", "Meta"])
/// }
/// let names: [String] = try connection.query("SELECT name FROM party") { row in try row(0) }
/// ```
///
/// Statements may outlive their connection: SQLite then closes it with the last of them.
@safe public struct Connection: ~Copyable {
  let session: Session

  /// Opens a database.
  ///
  /// On every connection double-quoted text is never a string, foreign keys are enforced,
  /// triggers are recursive, the schema is not trusted to call functions with side effects,
  /// damaged pages are looked for, and there are no virtual tables but `json_each` and
  /// `json_tree`. One that only reads is defensive, see ``setDefensive(_:)``. One that writes also
  /// has the journal mode `TRUNCATE` and `synchronous=FULL`, so that what is committed survives a
  /// loss of power; a new file has pages of 8 KiB. A file that is in WAL mode stays so: see
  /// ``journalMode``.
  ///
  /// The path is taken literally: `file:x` and `:memory:` are files of these names.
  ///
  /// The corresponding C function is
  /// [`sqlite3_open_v2`](https://www.sqlite.org/c3ref/open.html), with
  /// [`sqlite3_db_config`](https://www.sqlite.org/c3ref/db_config.html) and
  /// [`sqlite3_busy_timeout`](https://www.sqlite.org/c3ref/busy_timeout.html).
  ///
  /// - Parameters:
  ///   - path: the file; not used in the mode ``Mode/memory``.
  ///   - mode: what may be done with it.
  ///   - busyTimeoutMilliseconds: how long to wait for locks of others before ``ResultCode/busy``.
  /// - Throws: ``ResultCode/cannotOpen`` when there is no such file or it cannot be opened,
  ///   ``ResultCode/notADatabase``, ``ResultCode/readOnly`` when it should be written and is
  ///   write-protected, ``ResultCode/busy``.
  public init(
    path: String = "", mode: Mode, busyTimeoutMilliseconds: Int = 10_000
  ) throws(SQLiteError) {
    session = try Session.open(
      path: path, mode: mode, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
  }

  /// Opens a new private database in memory.
  ///
  /// - Throws: ``ResultCode/outOfMemory``.
  public static func inMemory() throws(SQLiteError) -> Connection {
    try Connection(mode: .memory)
  }
}

extension Connection: Database {
  /// See ``Database/prepare(_:)``.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try session.prepare(sql)
  }

  /// See ``Database/prepareCached(_:)``.
  public func prepareCached(_ sql: String) throws(SQLiteError) -> Statement {
    try session.prepareCached(sql)
  }

  /// See ``Database/prepareNext(of:)``.
  public func prepareNext(of script: inout SQLScript) throws(SQLiteError) -> Statement? {
    try session.prepareNext(of: &script)
  }

  /// See ``Database/changes``.
  public var changes: Int { session.changes }

  /// See ``Database/totalChanges``.
  public var totalChanges: Int { session.totalChanges }

  /// See ``Database/lastInsertRowID``.
  public var lastInsertRowID: Int64 { session.lastInsertRowID }
}
