internal import CSQLite

/// The current row of a statement, lent to a closure that cannot keep it.
///
/// Columns are read by number, counted from 0 as SQLite counts them, or by name. The type
/// follows from where the value goes:
///
/// ```swift
/// try database.query("SELECT key, name, founded FROM party") { row in
///   try Party(key: row(0), name: row("name"), founded: row("founded", as: Int?.self))
/// }
/// ```
@safe public struct Row: ~Copyable {
  let statement: OpaquePointer

  /// The number of columns.
  ///
  /// The corresponding C function is
  /// [`sqlite3_data_count`](https://www.sqlite.org/c3ref/data_count.html).
  public var columnCount: Int {
    Int(unsafe sqlite3_data_count(statement))
  }

  /// The value of the column with this number, counted from 0.
  ///
  /// - Throws: ``SQLiteError`` that names the column when there is no such column, when it is NULL
  ///   and the type is not optional, when it holds another class or a number that does not fit.
  @inlinable
  public func callAsFunction<T: ColumnDecodable>(
    _ index: Int, as type: T.Type = T.self
  ) throws(SQLiteError) -> T {
    try T(from: try column(at: index))
  }

  /// The value of the column with this name, in exactly this spelling.
  ///
  /// The name is looked for in each row; over a million rows a number is faster.
  ///
  /// - Throws: ``SQLiteError`` as for a number, and when two columns have the name.
  @inlinable
  public func callAsFunction<T: ColumnDecodable>(
    _ name: String, as type: T.Type = T.self
  ) throws(SQLiteError) -> T {
    try T(from: try column(named: name))
  }

  /// All values, in the order of the columns.
  ///
  /// - Throws: ``SQLiteError`` when a text is not valid UTF-8.
  public func values() throws(SQLiteError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(columnCount)
    for index in 0..<columnCount {
      values.append(try self(index))
    }
    return values
  }

  /// How SQLite stores the value of a column.
  ///
  /// - Throws: ``SQLiteError`` when there is no such column.
  public func storageClass(_ index: Int) throws(SQLiteError) -> StorageClass {
    try column(at: index).storageClass
  }

  /// Lends the UTF-8 of a TEXT column without copying it.
  ///
  /// - Throws: ``SQLiteError`` when the column holds another class or bytes that are not UTF-8, and
  ///   what `body` throws.
  public func withColumnText<R>(
    _ index: Int, _ body: (Span<UInt8>) throws -> R
  ) throws -> R {
    try column(at: index).withText(body)
  }

  /// Lends the bytes of a TEXT or BLOB column without copying them.
  ///
  /// They are not checked.
  ///
  /// The corresponding C functions are `sqlite3_column_text` and
  /// [`sqlite3_column_blob`](https://www.sqlite.org/c3ref/column_blob.html).
  ///
  /// - Throws: ``SQLiteError`` when the column is NULL or a number, and what `body` throws.
  public func withColumnBytes<R>(
    _ index: Int, _ body: (Span<UInt8>) throws -> R
  ) throws -> R {
    try column(at: index).withBytes(body)
  }
}

extension Row {
  @usableFromInline
  func column(at index: Int) throws(SQLiteError) -> Column {
    guard index >= 0, index < columnCount else { throw unknown("number \(index)") }
    return unsafe Column(statement: statement, index: Int32(truncatingIfNeeded: index))
  }

  @usableFromInline
  func column(named name: String) throws(SQLiteError) -> Column {
    let index = unsafe csqlite_find_column(statement, name)
    if index == -2 {
      throw SQLiteError(.ambiguousColumn(name), sql: unsafe Statement.text(of: statement))
    }
    guard index >= 0 else { throw unknown(name) }
    return unsafe Column(statement: statement, index: index)
  }

  private func unknown(_ column: String) -> SQLiteError {
    SQLiteError(.unknownColumn(column), sql: unsafe Statement.text(of: statement))
  }
}
