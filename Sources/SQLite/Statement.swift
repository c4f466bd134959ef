internal import CSQLite

/// A compiled statement.
///
/// It is finalised, or returns to the cache, when its owner lets go of it.
///
/// Give values to the parameters, step through the rows, and begin again:
///
/// ```swift
/// var insert = try transaction.prepare("INSERT INTO party (key, name) VALUES (?, ?)")
/// for party in parties {
///   try insert.run([party.key, party.name])
/// }
/// ```
@safe public struct Statement: ~Copyable {
  enum State {
    /// Not begun, or reset.
    case ready
    /// Stands on a row.
    case row
    /// Has given its last row.
    case done
  }

  let handle: OpaquePointer
  private let slot: StatementSlot?
  var buffers = ParameterBuffers()
  private(set) var state = State.ready

  @unsafe init(handle: OpaquePointer, slot: StatementSlot?) {
    unsafe self.handle = handle
    self.slot = slot
  }

  /// Whether the statement returns to the cache, and so must not refer to memory of this owner.
  var isCached: Bool { slot != nil }

  deinit {
    if let slot {
      unsafe slot.giveBack(handle)
    } else {
      unsafe sqlite3_finalize(handle)
    }
  }

  /// Goes on to the next row.
  ///
  /// After the last row it stays there: it does not begin again by itself, as SQLite would.
  ///
  /// The corresponding C function is [`sqlite3_step`](https://www.sqlite.org/c3ref/step.html).
  ///
  /// - Returns: whether there is a row.
  /// - Throws: ``SQLiteError``. The statement is then reset.
  public mutating func step() throws(SQLiteError) -> Bool {
    if state == .done { return false }
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW:
      state = .row
      return true
    case SQLITE_DONE:
      state = .done
      return false
    case let code:
      let error = unsafe SQLiteError(code: code, statement: handle)
      reset()
      throw error
    }
  }

  /// Goes back to the beginning.
  ///
  /// The values of the parameters stay.
  ///
  /// The corresponding C function is [`sqlite3_reset`](https://www.sqlite.org/c3ref/reset.html).
  /// What it returns is the error of the last step, which has been thrown already.
  public mutating func reset() {
    unsafe sqlite3_reset(handle)
    state = .ready
  }
}

/// What a statement is.
extension Statement {
  /// The statement's text, with the parameters as they were written.
  ///
  /// The corresponding C function is
  /// [`sqlite3_sql`](https://www.sqlite.org/c3ref/expanded_sql.html).
  public var sql: String { unsafe Self.text(of: handle) }

  /// Whether running the statement leaves the database as it is, whatever its first word is.
  ///
  /// `WITH … DELETE` is not read-only, and `PRAGMA query_only = ON` is.
  ///
  /// The corresponding C function is
  /// [`sqlite3_stmt_readonly`](https://www.sqlite.org/c3ref/stmt_readonly.html).
  public var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(handle) != 0 }

  static func text(of statement: OpaquePointer) -> String {
    guard let text = unsafe sqlite3_sql(statement) else { return "" }
    return unsafe String(cString: text)
  }
}
