/// The extended codes that a program may want to tell apart.
extension ResultCode {
  /// A CHECK constraint; ``SQLiteError/constraint`` is its name.
  public static let constraintCheck = ResultCode(.constraint, detail: 1)
  /// A commit hook refused.
  public static let constraintCommitHook = ResultCode(.constraint, detail: 2)
  /// A foreign key points at nothing.
  ///
  /// SQLite does not say which.
  public static let constraintForeignKey = ResultCode(.constraint, detail: 3)
  /// An application-defined function refused.
  public static let constraintFunction = ResultCode(.constraint, detail: 4)
  /// A NOT NULL column; ``SQLiteError/constraint`` is `table.column`.
  public static let constraintNotNull = ResultCode(.constraint, detail: 5)
  /// A primary key that exists; ``SQLiteError/constraint`` lists its columns.
  public static let constraintPrimaryKey = ResultCode(.constraint, detail: 6)
  /// RAISE in a trigger; the message is the trigger's own.
  public static let constraintTrigger = ResultCode(.constraint, detail: 7)
  /// A unique index; ``SQLiteError/constraint`` lists its columns, or names it.
  public static let constraintUnique = ResultCode(.constraint, detail: 8)
  /// A virtual table refused.
  public static let constraintVirtualTable = ResultCode(.constraint, detail: 9)
  /// A rowid that exists.
  public static let constraintRowID = ResultCode(.constraint, detail: 10)
  /// An update trigger tried to delete the row being updated.
  public static let constraintPinned = ResultCode(.constraint, detail: 11)
  /// A value of the wrong type in a STRICT table.
  public static let constraintDataType = ResultCode(.constraint, detail: 12)

  /// Another process is recovering the write-ahead log.
  public static let busyRecovery = ResultCode(.busy, detail: 1)
  /// A read transaction cannot become a write transaction: others have written since.
  public static let busySnapshot = ResultCode(.busy, detail: 2)
  /// A blocking lock timed out.
  public static let busyTimeout = ResultCode(.busy, detail: 3)
  /// Another connection of this process shares the cache and holds the lock.
  public static let lockedSharedCache = ResultCode(.locked, detail: 1)

  /// The write-ahead log needs recovery, and this connection may not write.
  public static let readOnlyRecovery = ResultCode(.readOnly, detail: 1)
  /// The write-ahead log's shared memory cannot be locked for lack of permission.
  public static let readOnlyCannotLock = ResultCode(.readOnly, detail: 2)
  /// A journal must be rolled back, and this connection may not write.
  public static let readOnlyRollback = ResultCode(.readOnly, detail: 3)
  /// The database file was moved or removed after it was opened.
  public static let readOnlyDatabaseMoved = ResultCode(.readOnly, detail: 4)
  /// The write-ahead log's shared memory cannot be set up for lack of permission.
  public static let readOnlyCannotInitialize = ResultCode(.readOnly, detail: 5)
  /// The journal's folder may not be written.
  public static let readOnlyDirectory = ResultCode(.readOnly, detail: 6)

  /// The path is a folder.
  public static let cannotOpenDirectory = ResultCode(.cannotOpen, detail: 2)
  /// The full path could not be found out.
  public static let cannotOpenFullPath = ResultCode(.cannotOpen, detail: 3)
  /// The path is a symbolic link.
  public static let cannotOpenSymbolicLink = ResultCode(.cannotOpen, detail: 6)

  /// Reading failed.
  public static let inputOutputRead = ResultCode(.inputOutput, detail: 1)
  /// Fewer bytes were there than asked for.
  public static let inputOutputShortRead = ResultCode(.inputOutput, detail: 2)
  /// Writing failed.
  public static let inputOutputWrite = ResultCode(.inputOutput, detail: 3)
  /// Forcing the bytes to the disk failed.
  public static let inputOutputSync = ResultCode(.inputOutput, detail: 4)
  /// Forcing the folder to the disk failed.
  public static let inputOutputDirectorySync = ResultCode(.inputOutput, detail: 5)
  /// Shortening a file failed.
  public static let inputOutputTruncate = ResultCode(.inputOutput, detail: 6)
  /// Deleting a file failed.
  public static let inputOutputDelete = ResultCode(.inputOutput, detail: 10)
  /// Locking a file failed.
  public static let inputOutputLock = ResultCode(.inputOutput, detail: 15)

  /// The statement was ended by a rollback of its transaction.
  public static let abortRollback = ResultCode(.abort, detail: 2)
  /// An index does not agree with its table.
  public static let corruptIndex = ResultCode(.corrupt, detail: 3)
}
