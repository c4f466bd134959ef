public import SQLite

/// The rows of tables and views, one after the other: a million need no more memory than one.
public enum StoredRows {
  /// Lends each row's values to `body`, with the names of the columns.
  ///
  /// - Throws: `SQLiteError`, and what `body` throws.
  public static func forEach(
    of object: String, in database: borrowing some Database & ~Copyable,
    _ body: ([Value]) throws -> Void
  ) throws {
    var statement = try database.prepare("SELECT * FROM \(SQLIdentifier(object))")
    try statement.forEachRow { row in try body(try row.values()) }
  }

  /// How many rows it has.
  public static func count(
    of object: String, in database: borrowing some Database & ~Copyable
  ) throws -> Int {
    try database.value("SELECT COUNT(*) FROM \(SQLIdentifier(object))", as: Int.self) ?? 0
  }

  /// The names of its columns.
  public static func columns(
    of object: String, in database: borrowing some Database & ~Copyable
  ) throws -> [String] {
    try database.query("SELECT name FROM pragma_table_info(?)", [object]) { try $0(0) }
  }
}
