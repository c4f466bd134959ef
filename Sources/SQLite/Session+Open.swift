internal import CSQLite

extension Session {
  /// What is set once, before SQLite is first used.
  private static let isConfigured: Bool = {
    csqlite_omit_memory_statistics()
    csqlite_return_large_memory()
    return true
  }()

  /// Opens a file and sets the connection up, as the initializer of ``Connection`` says.
  static func open(
    path: String, mode: Connection.Mode, busyTimeoutMilliseconds: Int
  ) throws(SQLiteError) -> Session {
    _ = Self.isConfigured
    let name = try DatabasePath.name(for: path, mode: mode)
    let action = mode == .memory ? "cannot open a database in memory" : "cannot open \(path)"
    var database: OpaquePointer?
    let flags = mode.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = unsafe sqlite3_open_v2(name, &database, flags, nil)
    guard code == SQLITE_OK, let database = unsafe database else {
      defer { unsafe sqlite3_close_v2(database) }
      throw unsafe SQLiteError(code: code, database: database, sql: nil).about(action)
    }
    let session = unsafe Session(database: database)
    do throws(SQLiteError) {
      try session.configure(busyTimeoutMilliseconds: busyTimeoutMilliseconds)
      if mode.isReading { try session.set(SQLITE_DBCONFIG_DEFENSIVE, to: true) }
      if mode.isWritable { try session.configureForWriting() }
    } catch {
      throw error.about(action)
    }
    return session
  }

  /// What every connection has, whether it writes or not.
  private func configure(busyTimeoutMilliseconds: Int) throws(SQLiteError) {
    unsafe sqlite3_busy_timeout(database, Int32(clamping: busyTimeoutMilliseconds))
    try set(SQLITE_DBCONFIG_DQS_DML, to: false)
    try set(SQLITE_DBCONFIG_DQS_DDL, to: false)
    try set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, to: false)
    try set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, to: false)
    try set(SQLITE_DBCONFIG_ENABLE_FKEY, to: true)
    try omitVirtualTables()
    try run("PRAGMA recursive_triggers = ON")
    try run("PRAGMA cell_size_check = ON")
    // A file that shrinks or fails while it is mapped would end the program by a signal.
    try run("PRAGMA mmap_size = 0")
    // Opening reads nothing. This does, so that a file of another kind is refused here.
    try run("PRAGMA schema_version")
  }

  /// Takes away every kind of virtual table but those that read JSON. In a file of someone else
  /// the others are more code that reads what it should not trust.
  private func omitVirtualTables() throws(SQLiteError) {
    let code = unsafe csqlite_keep_json_tables(database)
    guard code == SQLITE_OK else {
      throw unsafe SQLiteError(code: code, database: database, sql: nil)
    }
  }

  /// What a connection that writes has besides.
  ///
  /// A file in WAL mode stays so: to convert it is a decision for its owner.
  private func configureForWriting() throws(SQLiteError) {
    guard unsafe sqlite3_db_readonly(database, "main") == 0 else {
      throw unsafe SQLiteError(code: SQLITE_READONLY, database: nil, sql: nil)
    }
    if try value("PRAGMA page_count") == .integer(0) { try run("PRAGMA page_size = 8192") }
    if try value("PRAGMA journal_mode") != .text(JournalMode.wal.rawValue) {
      let mode = try value("PRAGMA journal_mode = TRUNCATE")
      guard mode == .text(JournalMode.truncate.rawValue) else {
        guard case .text(let found) = mode else { throw SQLiteError(.journalMode(found: "?")) }
        throw SQLiteError(.journalMode(found: found))
      }
      removesJournal = true
    }
    try run("PRAGMA synchronous = FULL")
  }

  /// Switches one of the settings of `sqlite3_db_config`.
  func set(_ setting: Int32, to isOn: Bool) throws(SQLiteError) {
    let code = unsafe csqlite_db_config_flag(database, setting, isOn ? 1 : 0)
    guard code == SQLITE_OK else {
      throw unsafe SQLiteError(code: code, database: database, sql: nil)
    }
  }

  private func value(_ sql: String) throws(SQLiteError) -> Value {
    var statement = try prepare(sql)
    return try statement.value() ?? .null
  }
}
