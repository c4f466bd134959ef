public import SQLite

/// What a ledger file holds besides its rows.
public enum LedgerObjects {
  /// The views analysts read, by name.
  public static func views(in database: borrowing some Database & ~Copyable) throws -> [String] {
    let shipped = try names(in: try LedgerFile.inMemory())
    return try names(in: database).filter { shipped.contains($0) && $0.hasPrefix("view ") }
      .map { String($0.dropFirst(5)) }.sorted()
  }

  /// Views, tables, indexes and triggers someone added, as "view guidance", by kind and name.
  public static func additions(in database: borrowing some Database & ~Copyable) throws
    -> [String]
  {
    try names(in: database).subtracting(try names(in: try LedgerFile.inMemory())).sorted()
  }

  /// Shipped objects that are gone.
  static func missing(in database: borrowing some Database & ~Copyable) throws -> [String] {
    try names(in: try LedgerFile.inMemory()).subtracting(try names(in: database)).sorted()
  }

  /// Shipped objects whose text is another, by kind and name.
  static func altered(in database: borrowing some Database & ~Copyable) throws -> [String] {
    let shipped = try texts(in: try LedgerFile.inMemory())
    let held = try texts(in: database)
    return shipped.keys.filter { held[$0] != nil && held[$0] != shipped[$0] }.sorted()
  }

  /// The statement of each object, by kind and name.
  private static func texts(in database: borrowing some Database & ~Copyable) throws
    -> [String: String]
  {
    let rows = try database.query(
      "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    ) { (try $0(0, as: String.self), try $0(1, as: String.self)) }
    return Dictionary(rows) { first, _ in first }
  }

  private static func names(in database: borrowing some Database & ~Copyable) throws
    -> Set<String>
  {
    Set(
      try database.query(
        "SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
      ) { try $0(0, as: String.self) })
  }
}
