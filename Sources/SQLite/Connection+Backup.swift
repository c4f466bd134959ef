internal import CSQLite

extension Connection {
  /// Copies the database, in one state, to another file while others read and write it.
  ///
  /// It is copied a few pages at a time, so that writers wait only a moment. Where they write so
  /// often that it begins again too many times, the rest is copied in one go, and they wait for
  /// that. The copy has no journal of its own meanwhile: until this returns it is none.
  ///
  /// The corresponding C functions are
  /// [`sqlite3_backup_init`](https://www.sqlite.org/c3ref/backup_finish.html) and its like.
  ///
  /// - Parameter path: a file that is not there, or empty.
  /// - Throws: ``SQLiteError``, also when others keep the database locked beyond the busy timeout.
  public func backUp(to path: String) throws {
    let copy = try Session.openCopy(path)
    guard let backup = unsafe sqlite3_backup_init(copy.database, "main", session.database, "main")
    else {
      let code = unsafe sqlite3_errcode(copy.database)
      throw unsafe SQLiteError(code: code, database: copy.database, sql: nil)
    }
    var restarts = 0
    var left = Int32.max
    var code = SQLITE_OK
    while code == SQLITE_OK {
      code = unsafe sqlite3_backup_step(backup, restarts > Self.restarts ? -1 : Self.pages)
      let now = unsafe sqlite3_backup_remaining(backup)
      if now >= left { restarts += 1 }
      left = now
    }
    let end = unsafe sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, end == SQLITE_OK else {
      let failure = code == SQLITE_DONE ? end : code
      throw unsafe SQLiteError(code: failure, database: copy.database, sql: nil)
    }
    // A database in WAL mode gives a copy that says so of itself, and needs more than one file.
    try copy.run("PRAGMA journal_mode = DELETE")
  }

  /// Pages copied at a time: some milliseconds.
  private static let pages: Int32 = 2_000
  /// How often writers may make it begin again.
  private static let restarts = 5
}

extension Session {
  /// Opens a file that a copy is written to. What makes it last is done once it is whole.
  fileprivate static func openCopy(_ path: String) throws(SQLiteError) -> Session {
    let name = try DatabasePath.plain(path)
    var database: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = unsafe sqlite3_open_v2(name, &database, flags, nil)
    guard code == SQLITE_OK, let database = unsafe database else {
      defer { unsafe sqlite3_close_v2(database) }
      throw unsafe SQLiteError(code: code, database: database, sql: nil)
        .about("cannot open \(path)")
    }
    let session = unsafe Session(database: database)
    try session.run("PRAGMA synchronous = OFF")
    return session
  }
}
