extension ResultCode {
  /// The names in sqlite3.h of the codes above.
  static let names: [ResultCode: String] = [
    .ok: "SQLITE_OK", .error: "SQLITE_ERROR", .internalFault: "SQLITE_INTERNAL",
    .permission: "SQLITE_PERM", .abort: "SQLITE_ABORT", .busy: "SQLITE_BUSY",
    .locked: "SQLITE_LOCKED", .outOfMemory: "SQLITE_NOMEM", .readOnly: "SQLITE_READONLY",
    .interrupt: "SQLITE_INTERRUPT", .inputOutput: "SQLITE_IOERR", .corrupt: "SQLITE_CORRUPT",
    .notFound: "SQLITE_NOTFOUND", .full: "SQLITE_FULL", .cannotOpen: "SQLITE_CANTOPEN",
    .lockProtocol: "SQLITE_PROTOCOL", .schema: "SQLITE_SCHEMA", .tooBig: "SQLITE_TOOBIG",
    .constraint: "SQLITE_CONSTRAINT", .mismatch: "SQLITE_MISMATCH", .misuse: "SQLITE_MISUSE",
    .noLargeFileSupport: "SQLITE_NOLFS", .authorization: "SQLITE_AUTH", .range: "SQLITE_RANGE",
    .notADatabase: "SQLITE_NOTADB",

    .constraintCheck: "SQLITE_CONSTRAINT_CHECK",
    .constraintCommitHook: "SQLITE_CONSTRAINT_COMMITHOOK",
    .constraintForeignKey: "SQLITE_CONSTRAINT_FOREIGNKEY",
    .constraintFunction: "SQLITE_CONSTRAINT_FUNCTION",
    .constraintNotNull: "SQLITE_CONSTRAINT_NOTNULL",
    .constraintPrimaryKey: "SQLITE_CONSTRAINT_PRIMARYKEY",
    .constraintTrigger: "SQLITE_CONSTRAINT_TRIGGER",
    .constraintUnique: "SQLITE_CONSTRAINT_UNIQUE",
    .constraintVirtualTable: "SQLITE_CONSTRAINT_VTAB",
    .constraintRowID: "SQLITE_CONSTRAINT_ROWID",
    .constraintPinned: "SQLITE_CONSTRAINT_PINNED",
    .constraintDataType: "SQLITE_CONSTRAINT_DATATYPE",

    .busyRecovery: "SQLITE_BUSY_RECOVERY", .busySnapshot: "SQLITE_BUSY_SNAPSHOT",
    .busyTimeout: "SQLITE_BUSY_TIMEOUT", .lockedSharedCache: "SQLITE_LOCKED_SHAREDCACHE",

    .readOnlyRecovery: "SQLITE_READONLY_RECOVERY",
    .readOnlyCannotLock: "SQLITE_READONLY_CANTLOCK",
    .readOnlyRollback: "SQLITE_READONLY_ROLLBACK",
    .readOnlyDatabaseMoved: "SQLITE_READONLY_DBMOVED",
    .readOnlyCannotInitialize: "SQLITE_READONLY_CANTINIT",
    .readOnlyDirectory: "SQLITE_READONLY_DIRECTORY",

    .cannotOpenDirectory: "SQLITE_CANTOPEN_ISDIR",
    .cannotOpenFullPath: "SQLITE_CANTOPEN_FULLPATH",
    .cannotOpenSymbolicLink: "SQLITE_CANTOPEN_SYMLINK",

    .inputOutputRead: "SQLITE_IOERR_READ",
    .inputOutputShortRead: "SQLITE_IOERR_SHORT_READ",
    .inputOutputWrite: "SQLITE_IOERR_WRITE",
    .inputOutputSync: "SQLITE_IOERR_FSYNC",
    .inputOutputDirectorySync: "SQLITE_IOERR_DIR_FSYNC",
    .inputOutputTruncate: "SQLITE_IOERR_TRUNCATE",
    .inputOutputDelete: "SQLITE_IOERR_DELETE",
    .inputOutputLock: "SQLITE_IOERR_LOCK",

    .abortRollback: "SQLITE_ABORT_ROLLBACK", .corruptIndex: "SQLITE_CORRUPT_INDEX",
  ]
}
