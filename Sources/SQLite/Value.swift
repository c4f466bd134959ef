/// Any value that SQLite can store, in the form in which it stores it.
public enum Value: Hashable, Sendable {
  /// No value.
  case null
  /// An integer.
  case integer(Int64)
  /// A floating-point number. SQLite cannot store a NaN: binding one is an error.
  case real(Double)
  /// A text. It may hold NUL characters.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// How SQLite stores this value.
  public var storageClass: StorageClass {
    switch self {
    case .null: .null
    case .integer: .integer
    case .real: .real
    case .text: .text
    case .blob: .blob
    }
  }
}

extension Value: Bindable {
  /// The value itself.
  public var databaseValue: Value { self }
}

extension Value: ColumnDecodable {
  /// The value in a column, whatever its class.
  ///
  /// - Throws: ``SQLiteError/Reason/invalidUTF8(column:)`` for a text that is not valid UTF-8.
  public init(from column: borrowing Column) throws(SQLiteError) {
    switch column.storageClass {
    case .null: self = .null
    case .integer: self = .integer(try column.integer())
    case .real: self = .real(try column.real())
    case .text: self = .text(try column.text())
    case .blob: self = .blob(try column.blob())
    }
  }
}
