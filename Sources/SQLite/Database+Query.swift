/// Statements that are kept compiled between calls: cheap to call in a loop.
extension Database where Self: ~Copyable {
  /// Runs a statement to its end; rows that it gives are passed over.
  ///
  /// - Returns: how many rows it changed by itself, without those changed by triggers.
  /// - Throws: ``SQLiteError``.
  @discardableResult
  public func run(_ sql: String, _ bindings: Bindings = []) throws(SQLiteError) -> Int {
    var statement = try prepareCached(sql)
    return try statement.run(bindings)
  }

  /// The rows of a statement, each as what `body` makes of it.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws.
  @inlinable
  public func query<T>(
    _ sql: String, _ bindings: Bindings = [], _ body: (borrowing Row) throws -> T
  ) throws -> [T] {
    var statement = try prepareCached(sql)
    return try statement.map(bindings, body)
  }

  /// Lends each row of a statement to `body`, one after the other.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws, which ends the statement.
  @inlinable
  public func forEachRow(
    _ sql: String, _ bindings: Bindings = [], _ body: (borrowing Row) throws -> Void
  ) throws {
    var statement = try prepareCached(sql)
    try statement.forEachRow(bindings, body)
  }

  /// What `body` makes of the first row, or `nil` if there is none.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws.
  @inlinable
  public func first<T>(
    _ sql: String, _ bindings: Bindings = [], _ body: (borrowing Row) throws -> T
  ) throws -> T? {
    var statement = try prepareCached(sql)
    return try statement.first(bindings, body)
  }

  /// What `body` makes of the only row.
  ///
  /// - Throws: ``SQLiteError/Reason/noRow``, ``SQLiteError/Reason/moreThanOneRow``, other
  ///   ``SQLiteError``, and what `body` throws.
  @inlinable
  public func one<T>(
    _ sql: String, _ bindings: Bindings = [], _ body: (borrowing Row) throws -> T
  ) throws -> T {
    var statement = try prepareCached(sql)
    return try statement.one(bindings, body)
  }

  /// The first column of the first row, or `nil` if there is no row.
  ///
  /// - Throws: ``SQLiteError``, also when the column is NULL and `T` is not optional.
  @inlinable
  public func value<T: ColumnDecodable>(
    _ sql: String, _ bindings: Bindings = [], as type: T.Type = T.self
  ) throws(SQLiteError) -> T? {
    var statement = try prepareCached(sql)
    return try statement.value(bindings, as: type)
  }
}
