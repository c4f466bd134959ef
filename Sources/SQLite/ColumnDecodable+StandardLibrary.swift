extension ColumnDecodable where Self: FixedWidthInteger {
  /// Reads an INTEGER.
  ///
  /// - Throws: ``SQLiteError`` when the column holds no INTEGER, or one that does not fit.
  @inlinable
  public init(from column: borrowing Column) throws(SQLiteError) {
    guard let value = Self(exactly: try column.integer()) else {
      throw column.outOfRange(for: Self.self)
    }
    self = value
  }
}

extension Int: ColumnDecodable {}
extension Int64: ColumnDecodable {}
extension Int32: ColumnDecodable {}
extension Int16: ColumnDecodable {}
extension Int8: ColumnDecodable {}
extension UInt32: ColumnDecodable {}
extension UInt16: ColumnDecodable {}
extension UInt8: ColumnDecodable {}

extension Bool: ColumnDecodable {
  /// Reads the INTEGER 0 or 1.
  ///
  /// - Throws: ``SQLiteError`` when the column holds no INTEGER, or any other one.
  public init(from column: borrowing Column) throws(SQLiteError) {
    switch try column.integer() {
    case 0: self = false
    case 1: self = true
    default: throw column.outOfRange(for: Bool.self)
    }
  }
}

extension Double: ColumnDecodable {
  /// Reads a REAL, or an INTEGER that a Double holds exactly.
  ///
  /// A sum of a column without any REAL is an INTEGER in SQLite; hence the second kind.
  ///
  /// - Throws: ``SQLiteError`` when the column holds no number, or one that does not fit.
  public init(from column: borrowing Column) throws(SQLiteError) {
    guard column.storageClass == .integer else {
      self = try column.real()
      return
    }
    guard let value = Double(exactly: try column.integer()) else {
      throw column.outOfRange(for: Double.self)
    }
    self = value
  }
}

extension String: ColumnDecodable {
  /// Reads a TEXT, with any NUL characters in it.
  ///
  /// - Throws: ``SQLiteError`` when the column holds no TEXT, or one that is not valid UTF-8.
  @inlinable
  public init(from column: borrowing Column) throws(SQLiteError) {
    self = try column.text()
  }
}

extension [UInt8]: ColumnDecodable {
  /// Reads a BLOB.
  ///
  /// - Throws: ``SQLiteError`` when the column holds no BLOB.
  @inlinable
  public init(from column: borrowing Column) throws(SQLiteError) {
    self = try column.blob()
  }
}
