/// What SQL can be run on: a ``Connection``, or a ``Transaction`` of it.
///
/// Functions that read take `borrowing some Database & ~Copyable` and so work in and outside a
/// transaction. Functions that write take `borrowing Transaction`.
///
/// BEGIN, COMMIT, ROLLBACK, SAVEPOINT and RELEASE are refused as SQL text. The methods
/// ``Connection/transaction(_:_:)`` and ``Transaction/savepoint(_:_:)`` begin and end together.
public protocol Database: ~Copyable {
  /// Compiles one statement.
  ///
  /// For the loops of an import: compile once, run many times. A PRAGMA may act already when it is
  /// compiled, so text from elsewhere must be looked at before.
  ///
  /// The corresponding C function is
  /// [`sqlite3_prepare_v3`](https://www.sqlite.org/c3ref/prepare.html).
  ///
  /// - Throws: ``SQLiteError`` with the place of the fault when the SQL is wrong; when it is
  ///   empty, or goes on after the first statement; when it begins or ends a transaction.
  func prepare(_ sql: String) throws(SQLiteError) -> Statement

  /// Compiles one statement, or takes the one that was compiled from the same SQL before.
  ///
  /// When the statement's owner lets go of it, it rests in the connection for the next caller.
  /// While one is in use, another with the same SQL is a second statement, so that calls may
  /// be nested.
  ///
  /// - Throws: ``SQLiteError`` as ``prepare(_:)`` does.
  func prepareCached(_ sql: String) throws(SQLiteError) -> Statement

  /// Compiles the next statement of a script.
  ///
  /// - Returns: the statement, or `nil` when only blanks and comments are left.
  /// - Throws: ``SQLiteError`` whose SQL is the script and whose place is one in it.
  func prepareNext(of script: inout SQLScript) throws(SQLiteError) -> Statement?

  /// How many rows the last INSERT, UPDATE or DELETE changed by itself.
  ///
  /// The corresponding C function is
  /// [`sqlite3_changes64`](https://www.sqlite.org/c3ref/changes.html).
  var changes: Int { get }

  /// How many rows the connection has changed since it was opened, triggers included.
  ///
  /// The corresponding C function is
  /// [`sqlite3_total_changes64`](https://www.sqlite.org/c3ref/total_changes.html).
  var totalChanges: Int { get }

  /// The rowid of the last INSERT that succeeded. An INSERT that did nothing leaves it alone.
  ///
  /// The corresponding C function is
  /// [`sqlite3_last_insert_rowid`](https://www.sqlite.org/c3ref/last_insert_rowid.html).
  var lastInsertRowID: Int64 { get }
}
