internal import CSQLite

extension Session {
  /// Ends a transaction well.
  ///
  /// If that fails, as when readers keep the file locked, nothing of the transaction is kept.
  func commit() throws(SQLiteError) {
    guard isInTransaction else { throw SQLiteError(.transactionEnded) }
    do throws(SQLiteError) {
      try run("COMMIT")
    } catch {
      rollback()
      throw error
    }
  }

  /// Ends a transaction badly.
  ///
  /// After a full disk and the like SQLite has done so already. An error here would hide the one
  /// that is the cause, and leaves nothing to be done.
  func rollback() {
    stop(when: nil)
    guard isInTransaction else { return }
    try? run("ROLLBACK")
  }

  func savepoint<R: ~Copyable>(_ name: String, _ body: () throws -> R) throws -> R {
    let name = SQLIdentifier(name)
    try run("SAVEPOINT \(name)")
    let result: R
    do {
      result = try body()
    } catch {
      undo(to: name)
      throw error
    }
    guard isInTransaction else { throw SQLiteError(.transactionEnded) }
    try run("RELEASE \(name)")
    return result
  }

  /// Undoes what was done since the savepoint, and forgets it.
  private func undo(to savepoint: SQLIdentifier) {
    guard isInTransaction else { return }
    try? run("ROLLBACK TO \(savepoint)")
    try? run("RELEASE \(savepoint)")
  }
}
