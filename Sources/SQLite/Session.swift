internal import CSQLite

/// What a connection and its transactions share: SQLite's handle and the resting statements.
@safe final class Session {
  let database: OpaquePointer
  private var cache = StatementCache()
  /// Whether this connection keeps its journal by truncating it, and removes it in the end.
  var removesJournal = false
  /// What is asked whether to stop, kept here for as long as SQLite refers to it.
  var stopCheck: StopCheck?
  /// What is asked about statements of someone else, kept here as long.
  var judge: ReadingJudge?
  /// Whether SQLite has made its tables of JSON.
  var hasJSONTables = false

  @unsafe init(database: OpaquePointer) {
    unsafe self.database = database
  }

  deinit {
    cache.removeAll()
    // A truncated journal would stay behind empty; asking for another mode removes it safely.
    if removesJournal, isTruncating {
      unsafe sqlite3_exec(database, "PRAGMA journal_mode = DELETE", nil, nil, nil)
    }
    // Unlike sqlite3_close, this waits for statements that are still alive.
    unsafe sqlite3_close_v2(database)
  }

  /// Whether the file is still in the mode it was opened in; someone may have made it WAL since.
  private var isTruncating: Bool {
    var statement: OpaquePointer?
    defer { unsafe sqlite3_finalize(statement) }
    let sql = "PRAGMA journal_mode"
    guard unsafe sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK,
      unsafe sqlite3_step(statement) == SQLITE_ROW,
      let mode = unsafe sqlite3_column_text(statement, 0)
    else { return false }
    return unsafe String(cString: mode) == JournalMode.truncate.rawValue
  }

  func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try refuseTransactionControl(sql)
    return unsafe Statement(handle: try compileOne(sql), slot: nil)
  }

  func prepareCached(_ sql: String) throws(SQLiteError) -> Statement {
    if let slot = cache.slot(for: sql) {
      if let handle = unsafe slot.take() { return unsafe Statement(handle: handle, slot: slot) }
      return unsafe Statement(handle: try compileOne(sql), slot: slot)
    }
    let keyword = try refuseTransactionControl(sql)
    // Pragmas act, and read, while they are compiled: compiled once they would answer once.
    if keyword == "PRAGMA" { return unsafe Statement(handle: try compileOne(sql), slot: nil) }
    let handle = unsafe try compileOne(sql, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
    return unsafe Statement(handle: handle, slot: cache.makeSlot(for: sql))
  }

  /// Runs a statement of this module's own, which may begin and end transactions.
  func run(_ sql: String) throws(SQLiteError) {
    var statement = unsafe Statement(handle: try compileOne(sql), slot: nil)
    try statement.run()
  }

  func prepareNext(of script: inout SQLScript) throws(SQLiteError) -> Statement? {
    let text = script.text
    let isFirst = script.nextOffset == 0
    let start = SQLText.statementStart(in: text, from: script.nextOffset)
    script.statementOffset = start
    script.nextOffset = start
    guard start < text.utf8.count else { return nil }
    if isFirst { try refuseNUL(text) }
    try refuseTransactionControl(text, at: start)
    let compiled = unsafe try compile(text, from: start)
    script.nextOffset = unsafe compiled.end
    guard let handle = unsafe compiled.handle else { return nil }
    return unsafe Statement(handle: handle, slot: nil)
  }

  var isInTransaction: Bool {
    unsafe sqlite3_get_autocommit(database) == 0
  }
}

extension Session {
  /// Refuses a statement that begins or ends a transaction, and returns the keyword of others.
  @discardableResult
  private func refuseTransactionControl(
    _ sql: String, at offset: Int = 0
  ) throws(SQLiteError) -> String {
    let start = SQLText.statementStart(in: sql, from: offset)
    let keyword = SQLText.keyword(in: sql, at: start)
    guard !SQLText.transactionKeywords.contains(keyword) else {
      throw SQLiteError(.transactionControl(keyword: keyword), sql: sql, offset: start)
    }
    return keyword
  }

  private func refuseNUL(_ sql: String) throws(SQLiteError) {
    guard let nul = sql.utf8.firstIndex(of: 0) else { return }
    let offset = sql.utf8.distance(from: sql.utf8.startIndex, to: nul)
    throw SQLiteError(.nulInSQL, sql: sql, offset: offset)
  }

  /// Compiles a text that must be one statement, with nothing behind it but blanks and comments.
  private func compileOne(_ sql: String, flags: UInt32 = 0) throws(SQLiteError) -> OpaquePointer {
    try refuseNUL(sql)
    let compiled = unsafe try compile(sql, from: 0, flags: flags)
    guard let handle = unsafe compiled.handle else {
      throw SQLiteError(.emptyStatement, sql: sql)
    }
    let rest = unsafe SQLText.statementStart(in: sql, from: compiled.end)
    guard rest == sql.utf8.count else {
      unsafe sqlite3_finalize(handle)
      throw SQLiteError(.moreThanOneStatement, sql: sql, offset: rest)
    }
    return unsafe handle
  }

  /// Compiles the first statement at or after a byte of a text.
  ///
  /// - Returns: the statement, none if there are only blanks and comments, and where it ends.
  private func compile(
    _ sql: String, from start: Int, flags: UInt32 = 0
  ) throws(SQLiteError) -> (handle: OpaquePointer?, end: Int) {
    var handle: OpaquePointer?
    var end = start
    let code = unsafe sql.withCString { text in
      var tail: UnsafePointer<CChar>?
      // With the length of the rest and its final NUL, SQLite does not copy the rest each time.
      let length = Int32(clamping: sql.utf8.count - start + 1)
      let code = unsafe sqlite3_prepare_v3(database, text + start, length, flags, &handle, &tail)
      if let tail = unsafe tail { end = unsafe tail - text }
      return code
    }
    guard code == SQLITE_OK else {
      let offset = Int(unsafe sqlite3_error_offset(database))
      throw unsafe SQLiteError(
        code: code, database: database, sql: sql, offset: offset < 0 ? nil : start + offset)
    }
    return unsafe (handle, end)
  }
}
