/// An open transaction, lent to the closure of ``Connection/transaction(_:_:)``.
///
/// Functions that change several things take a `borrowing Transaction`, and so cannot be called
/// outside one.
@safe public struct Transaction: ~Copyable {
  let session: Session

  /// When a transaction takes the lock that lets it write.
  public enum Mode: Hashable, Sendable {
    /// With its first change. For transactions that only read: all their statements see one state.
    case deferred
    /// At once, so that no statement in it fails because another process writes.
    case immediate
    /// At once, and in rollback-journal modes without readers beside it.
    case exclusive

    var sql: String {
      switch self {
      case .deferred: "BEGIN DEFERRED"
      case .immediate: "BEGIN IMMEDIATE"
      case .exclusive: "BEGIN EXCLUSIVE"
      }
    }
  }

  /// Runs `body` in a savepoint: keeps what it did when it returns, undoes it when it throws.
  ///
  /// Savepoints may be nested, also under the same name. What is kept becomes lasting with the
  /// transaction. See <https://www.sqlite.org/lang_savepoint.html>.
  ///
  /// - Throws: what `body` throws, and ``SQLiteError``.
  public func savepoint<R: ~Copyable>(_ name: String, _ body: () throws -> R) throws -> R {
    try session.savepoint(name, body)
  }
}

extension Transaction: Database {
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
