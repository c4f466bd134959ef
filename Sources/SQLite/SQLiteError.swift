internal import CSQLite

/// Whatever goes wrong between this module and a database.
///
/// Three questions are usually enough: ``code`` (busy, full, constraint …), ``constraint`` (which
/// one) and ``reason`` (what this module itself refused). ``description`` is written for people
/// and may change: do not parse it.
///
/// No part of an error repeats a bound value or a stored one, so that errors may be logged.
/// SQLite's own message can name a file that was to be attached and the path within a JSON text.
public struct SQLiteError: Error, Equatable {
  /// What happened: ``Reason/engine`` when SQLite itself reported it.
  public let reason: Reason

  /// SQLite's code; for what this module refused, the code that is nearest in meaning.
  public let code: ResultCode

  /// What happened, as a clause without the SQL: “UNIQUE constraint failed: party.key”.
  public let message: String

  /// The statement, or the whole script, that failed, with its parameters still unfilled.
  public let sql: String?

  /// Where in the UTF-8 bytes of ``sql`` the fault is, counted from 0, when that is known.
  public let offset: Int?

  /// The operating system's error number, when a file could not be opened, read or written.
  ///
  /// The corresponding C function is
  /// [`sqlite3_system_errno`](https://www.sqlite.org/c3ref/system_errno.html).
  public let systemErrorNumber: Int32?

  /// An error that this module reports by itself.
  init(_ reason: Reason, sql: String? = nil, offset: Int? = nil) {
    self.reason = reason
    self.code = reason.code
    self.message = reason.message
    self.sql = sql
    self.offset = offset
    self.systemErrorNumber = nil
  }

  private init(copying error: SQLiteError, message: String, sql: String?, offset: Int?) {
    self.reason = error.reason
    self.code = error.code
    self.message = message
    self.sql = sql
    self.offset = offset
    self.systemErrorNumber = error.systemErrorNumber
  }
}

extension SQLiteError {
  /// Whether a file could not be opened since there is none: no other reason is told of one that
  /// cannot be opened.
  public var isMissingFile: Bool {
    guard .cannotOpen ~= code else { return false }
    return [nil, ENOENT, ENOTDIR].contains(systemErrorNumber)
  }
}

extension SQLiteError {
  /// The error that a connection has just reported.
  ///
  /// The corresponding C functions are
  /// [`sqlite3_errmsg`](https://www.sqlite.org/c3ref/errcode.html) and `sqlite3_system_errno`.
  @unsafe init(
    code rawCode: Int32, database: OpaquePointer?, sql: String?, offset: Int? = nil
  ) {
    reason = .engine
    code = ResultCode(rawValue: rawCode)
    self.sql = sql
    self.offset = offset
    if let database = unsafe database, let text = unsafe sqlite3_errmsg(database) {
      message = unsafe String(cString: text)
    } else {
      message = code.explanation
    }
    switch code {
    case .cannotOpen, .inputOutput, .full, .readOnly:
      let number = unsafe sqlite3_system_errno(database)
      systemErrorNumber = number == 0 ? nil : number
    default:
      systemErrorNumber = nil
    }
  }

  /// The error that a statement has just reported.
  @unsafe init(code: Int32, statement: OpaquePointer) {
    let database = unsafe sqlite3_db_handle(statement)
    unsafe self.init(code: code, database: database, sql: Statement.text(of: statement))
  }

  /// This error about a file, with the file's name before the message and without the SQL.
  func about(_ action: String) -> SQLiteError {
    SQLiteError(copying: self, message: "\(action): \(message)", sql: nil, offset: nil)
  }

  /// This error about the statement that begins at `start` in `script`.
  func within(_ script: String, at start: Int) -> SQLiteError {
    SQLiteError(copying: self, message: message, sql: script, offset: start + (offset ?? 0))
  }
}

extension SQLiteError {
  /// Where in ``sql`` the fault is, as line and column, when that is known.
  ///
  /// It rests on [`sqlite3_error_offset`](https://www.sqlite.org/c3ref/errcode.html).
  public var position: SourcePosition? {
    guard let sql, let offset else { return nil }
    return SourcePosition(offset: offset, in: sql)
  }

  /// What SQLite names of the constraint that failed, when ``code`` is a constraint.
  ///
  /// - A CHECK constraint: its name, or its expression when it has none.
  /// - A unique index or primary key: its columns, `party.key` or `leg.contract, leg.number`;
  ///   for an index on an expression its name.
  /// - NOT NULL: the column, `party.name`.
  /// - A foreign key or a trigger: `nil`. SQLite does not say.
  public var constraint: String? {
    guard case .constraint = code, code != .constraintTrigger else { return nil }
    for kind in ["CHECK", "UNIQUE", "NOT NULL"] {
      let opening = "\(kind) constraint failed: "
      guard message.hasPrefix(opening) else { continue }
      let name = message.dropFirst(opening.count)
      let isIndex = name.hasPrefix("index '") && name.hasSuffix("'")
      return String(isIndex ? name.dropFirst(7).dropLast() : name)
    }
    return nil
  }
}
