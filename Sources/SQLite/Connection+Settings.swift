internal import CSQLite

extension Connection {
  /// Bounds what SQLite holds in memory, over all connections of the program; more is
  /// ``ResultCode/outOfMemory``. It must be said before the first connection is opened, since
  /// memory is counted from the beginning or not at all.
  ///
  /// The corresponding C function is
  /// [`sqlite3_hard_heap_limit64`](https://www.sqlite.org/c3ref/hard_heap_limit64.html).
  public static func limitMemory(bytes: Int) {
    csqlite_limit_memory(Int64(bytes))
  }

  /// Whether the database may only be read.
  ///
  /// The corresponding C function is
  /// [`sqlite3_db_readonly`](https://www.sqlite.org/c3ref/db_readonly.html).
  public var isReadOnly: Bool { session.isReadOnly }

  /// The journal mode that the file is in.
  ///
  /// See <https://www.sqlite.org/pragma.html#pragma_journal_mode>.
  public var journalMode: JournalMode {
    get throws(SQLiteError) { try value("PRAGMA journal_mode") ?? .delete }
  }

  /// Refuses all changes from now on, or allows them again.
  ///
  /// It is a guard against mistakes: `VACUUM INTO` still makes an empty file before it fails.
  /// See <https://www.sqlite.org/pragma.html#pragma_query_only>.
  public func setQueryOnly(_ isOn: Bool) throws(SQLiteError) {
    try session.run("PRAGMA query_only = \(isOn ? "ON" : "OFF")")
  }

  /// Refuses all changes while `body` runs, and then whatever was refused before.
  ///
  /// - Throws: what `body` throws; a change in it throws ``ResultCode/readOnly``.
  public func withQueryOnly<R: ~Copyable>(_ body: () throws -> R) throws -> R {
    let wasOn = try value("PRAGMA query_only", as: Bool.self) ?? false
    try setQueryOnly(true)
    defer { try? setQueryOnly(wasOn) }
    return try body()
  }

  /// Refuses SQL that can damage the file on purpose: writing to the schema table or to the hidden
  /// tables of virtual tables, and `journal_mode=OFF`.
  ///
  /// The corresponding C constant is
  /// [`SQLITE_DBCONFIG_DEFENSIVE`](https://www.sqlite.org/c3ref/c_dbconfig_defensive.html).
  public func setDefensive(_ isOn: Bool) throws(SQLiteError) {
    try session.set(SQLITE_DBCONFIG_DEFENSIVE, to: isOn)
  }

  /// Enforces foreign keys, as every new connection does, or stops doing so.
  ///
  /// A migration that rebuilds a table switches this off before its transaction, and looks at
  /// ``Database/foreignKeyViolations()`` before it commits. Within a transaction SQLite would
  /// ignore the switch; there this method cannot be called.
  ///
  /// The corresponding C constant is
  /// [`SQLITE_DBCONFIG_ENABLE_FKEY`](https://www.sqlite.org/c3ref/c_dbconfig_defensive.html).
  public mutating func setForeignKeysEnforced(_ isOn: Bool) throws(SQLiteError) {
    try session.set(SQLITE_DBCONFIG_ENABLE_FKEY, to: isOn)
  }

  /// Rebuilds the file without its free pages.
  ///
  /// See <https://www.sqlite.org/lang_vacuum.html>.
  public mutating func vacuum() throws(SQLiteError) {
    try session.run("VACUUM")
  }

  /// Writes the database to a new file, compact and in one consistent state.
  ///
  /// The path is taken literally, as in ``init(path:mode:busyTimeoutMilliseconds:)``.
  /// See <https://www.sqlite.org/lang_vacuum.html#vacuuminto>.
  ///
  /// - Throws: ``SQLiteError`` when the file exists and is not empty, or cannot be written.
  public mutating func vacuum(into path: String) throws(SQLiteError) {
    try execute("VACUUM INTO ?", [try DatabasePath.plain(path)])
  }

  /// Reads one state of the file from now on, whatever other programs write, until the connection
  /// is closed. Temporary tables and views can be made meanwhile.
  public func holdState() throws(SQLiteError) {
    try session.run("BEGIN DEFERRED")
    // Beginning reads nothing; this does.
    try session.run("PRAGMA schema_version")
  }
}
