internal import CSQLite

/// How SQLite stores one value.
///
/// The corresponding C function is
/// [`sqlite3_column_type`](https://www.sqlite.org/c3ref/column_blob.html); the classes are
/// explained at <https://www.sqlite.org/datatype3.html>.
public enum StorageClass: String, Hashable, Sendable, CustomStringConvertible {
  /// No value.
  case null = "NULL"
  /// A signed integer of up to 64 bits.
  case integer = "INTEGER"
  /// A 64-bit floating-point number.
  case real = "REAL"
  /// Text.
  case text = "TEXT"
  /// Bytes, exactly as they were given.
  case blob = "BLOB"

  /// The class with SQLite's number.
  ///
  /// `sqlite3_column_type` gives no other numbers than these.
  init(code: Int32) {
    switch code {
    case SQLITE_INTEGER: self = .integer
    case SQLITE_FLOAT: self = .real
    case SQLITE_TEXT: self = .text
    case SQLITE_BLOB: self = .blob
    default: self = .null
    }
  }

  /// The class in SQL, as `typeof` would write it but in capitals.
  public var description: String { rawValue }
}
