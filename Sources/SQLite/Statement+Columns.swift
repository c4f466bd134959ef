internal import CSQLite

/// What the rows of a statement will look like.
extension Statement {
  /// The number of columns; 0 for a statement that gives no rows.
  ///
  /// The corresponding C function is
  /// [`sqlite3_column_count`](https://www.sqlite.org/c3ref/column_count.html).
  public var columnCount: Int {
    Int(unsafe sqlite3_column_count(handle))
  }

  /// The names of the columns.
  ///
  /// Only those that an AS gives are certain.
  ///
  /// The corresponding C function is
  /// [`sqlite3_column_name`](https://www.sqlite.org/c3ref/column_name.html).
  public var columnNames: [String] {
    (unsafe 0..<sqlite3_column_count(handle)).map { index in
      guard let name = unsafe sqlite3_column_name(handle, index) else { return "" }
      return unsafe String(cString: name)
    }
  }

  /// The types that the tables declare for the columns, in their spelling; `nil` for an
  /// expression, and for a column declared without one.
  ///
  /// The corresponding C function is
  /// [`sqlite3_column_decltype`](https://www.sqlite.org/c3ref/column_decltype.html).
  public var declaredTypes: [String?] {
    (unsafe 0..<sqlite3_column_count(handle)).map { index in
      guard let type = unsafe sqlite3_column_decltype(handle, index) else { return nil }
      return unsafe String(cString: type)
    }
  }
}
