internal import CSQLite

/// The primary codes.
extension ResultCode {
  /// No error.
  public static let ok = ResultCode(rawValue: SQLITE_OK)
  /// The SQL is wrong, or an error without a code of its own.
  public static let error = ResultCode(rawValue: SQLITE_ERROR)
  /// A fault inside SQLite.
  public static let internalFault = ResultCode(rawValue: SQLITE_INTERNAL)
  /// The file's permissions forbid it.
  public static let permission = ResultCode(rawValue: SQLITE_PERM)
  /// The operation was given up, as by a rollback while a statement ran.
  public static let abort = ResultCode(rawValue: SQLITE_ABORT)
  /// Another connection holds a lock on the file, and the busy timeout has passed.
  public static let busy = ResultCode(rawValue: SQLITE_BUSY)
  /// A statement of this same connection holds a lock on the table.
  public static let locked = ResultCode(rawValue: SQLITE_LOCKED)
  /// There was not enough memory.
  public static let outOfMemory = ResultCode(rawValue: SQLITE_NOMEM)
  /// A write to a database that may only be read.
  public static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  /// The operation was interrupted.
  public static let interrupt = ResultCode(rawValue: SQLITE_INTERRUPT)
  /// The operating system could not read or write.
  public static let inputOutput = ResultCode(rawValue: SQLITE_IOERR)
  /// The file is damaged.
  public static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  /// Something asked for does not exist.
  ///
  /// Mostly used inside SQLite.
  public static let notFound = ResultCode(rawValue: SQLITE_NOTFOUND)
  /// The disk is full, or the database has reached its greatest size.
  public static let full = ResultCode(rawValue: SQLITE_FULL)
  /// The file could not be opened.
  public static let cannotOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  /// The locking protocol of the file failed.
  public static let lockProtocol = ResultCode(rawValue: SQLITE_PROTOCOL)
  /// The schema changed while the statement was prepared, more often than SQLite retries.
  public static let schema = ResultCode(rawValue: SQLITE_SCHEMA)
  /// A text, a blob or a row is larger than the limit.
  public static let tooBig = ResultCode(rawValue: SQLITE_TOOBIG)
  /// A constraint refused the change.
  public static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  /// A value has not the type that is needed.
  public static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  /// The interface was used in a way that cannot work.
  public static let misuse = ResultCode(rawValue: SQLITE_MISUSE)
  /// The file is too large for the operating system.
  public static let noLargeFileSupport = ResultCode(rawValue: SQLITE_NOLFS)
  /// An authorizer refused the statement.
  public static let authorization = ResultCode(rawValue: SQLITE_AUTH)
  /// A parameter or column number is out of range.
  public static let range = ResultCode(rawValue: SQLITE_RANGE)
  /// The file is no SQLite database.
  public static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
}
