extension Connection {
  /// Runs `body` in a transaction: commits when it returns, rolls back when it throws.
  ///
  /// While it runs, the connection is the transaction's alone. A transaction within a
  /// transaction, or any other use of the connection in `body`, does not compile; where the
  /// connection is kept in a class, it stops the program. For a part that may fail by itself there
  /// is ``Transaction/savepoint(_:_:)``.
  ///
  /// A commit can fail, as when readers keep the file locked beyond the busy timeout. Then nothing
  /// of the transaction is kept either.
  ///
  /// The statements are at <https://www.sqlite.org/lang_transaction.html>.
  ///
  /// - Throws: what `body` throws; ``SQLiteError`` when the transaction cannot begin or commit, or
  ///   when SQLite had to end it (disk full) and `body` did not pass that error on.
  public mutating func transaction<R: ~Copyable>(
    _ mode: Transaction.Mode = .immediate, _ body: (borrowing Transaction) throws -> R
  ) throws -> R {
    try session.run(mode.sql)
    let result: R
    do {
      result = try body(Transaction(session: session))
    } catch {
      session.rollback()
      throw error
    }
    try session.commit()
    return result
  }
}
