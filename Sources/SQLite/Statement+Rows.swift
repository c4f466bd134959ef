internal import CSQLite

/// Running a statement from its beginning to its end. Without `bindings` the values given before
/// stay; afterwards the statement is reset.
extension Statement {
  /// Runs the statement; rows that it gives are passed over.
  ///
  /// - Returns: how many rows it changed by itself, without those changed by triggers.
  /// - Throws: ``SQLiteError``.
  @discardableResult
  public mutating func run(_ bindings: Bindings? = nil) throws(SQLiteError) -> Int {
    try begin(bindings)
    defer { reset() }
    let database = unsafe sqlite3_db_handle(handle)
    let before = unsafe sqlite3_total_changes64(database)
    try finish()
    // A statement that changes no rows leaves the count of the one before it in place.
    if unsafe sqlite3_total_changes64(database) == before { return 0 }
    return Int(unsafe sqlite3_changes64(database))
  }

  /// The rows, each as what `body` makes of it.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws.
  @inlinable
  public mutating func map<T>(
    _ bindings: Bindings? = nil, _ body: (borrowing Row) throws -> T
  ) throws -> [T] {
    var results: [T] = []
    try forEachRow(bindings) { row in results.append(try body(row)) }
    return results
  }

  /// Lends each row to `body`, one after the other.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws, which ends the statement.
  @inlinable
  public mutating func forEachRow(
    _ bindings: Bindings? = nil, _ body: (borrowing Row) throws -> Void
  ) throws {
    try begin(bindings)
    defer { reset() }
    while try step() {
      try body(currentRow)
    }
  }

  /// What `body` makes of the first row, or `nil` if there is none.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws.
  @inlinable
  public mutating func first<T>(
    _ bindings: Bindings? = nil, _ body: (borrowing Row) throws -> T
  ) throws -> T? {
    try begin(bindings)
    defer { reset() }
    guard try step() else { return nil }
    let result = try body(currentRow)
    if !isReadOnly { try finish() }  // only the end of a change reports that it was kept
    return result
  }

  /// What `body` makes of the only row.
  ///
  /// - Throws: ``SQLiteError/Reason/noRow``, ``SQLiteError/Reason/moreThanOneRow``, other
  ///   ``SQLiteError``, and what `body` throws.
  @inlinable
  public mutating func one<T>(
    _ bindings: Bindings? = nil, _ body: (borrowing Row) throws -> T
  ) throws -> T {
    try begin(bindings)
    defer { reset() }
    guard try step() else { throw rowCountError(.noRow) }
    let result = try body(currentRow)
    if try step() { throw rowCountError(.moreThanOneRow) }
    return result
  }

  /// The first column of the first row, or `nil` if there is no row.
  ///
  /// - Throws: ``SQLiteError``, also when the column is NULL and `T` is not optional.
  @inlinable
  public mutating func value<T: ColumnDecodable>(
    _ bindings: Bindings? = nil, as type: T.Type = T.self
  ) throws(SQLiteError) -> T? {
    try begin(bindings)
    defer { reset() }
    guard try step() else { return nil }
    let result: T = try currentRow(0)
    if !isReadOnly { try finish() }
    return result
  }

  /// Lends the row on which ``step()`` has stopped.
  ///
  /// - Throws: ``SQLiteError/Reason/noRow`` when it has not stopped on one, and what `body` throws.
  public func withRow<R: ~Copyable>(_ body: (borrowing Row) throws -> R) throws -> R {
    guard state == .row else { throw SQLiteError(.noRow, sql: sql) }
    return try body(currentRow)
  }
}

extension Statement {
  /// The current row.
  ///
  /// Whoever takes it must not keep it beyond the next step.
  @usableFromInline
  var currentRow: Row { unsafe Row(statement: handle) }

  @usableFromInline
  mutating func begin(_ bindings: Bindings?) throws(SQLiteError) {
    if state != .ready { reset() }
    if let bindings { try bind(bindings) }
  }

  @usableFromInline
  mutating func finish() throws(SQLiteError) {
    while try step() {}
  }

  @usableFromInline
  func rowCountError(_ reason: SQLiteError.Reason) -> SQLiteError {
    SQLiteError(reason, sql: sql)
  }
}
