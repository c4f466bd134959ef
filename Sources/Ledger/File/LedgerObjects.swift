internal import Migrations
public import SQLite

/// What a ledger file holds besides its rows.
public enum LedgerObjects {
  /// The views analysts read, by name.
  public static func views(in database: borrowing some Database & ~Copyable) throws -> [String] {
    let names = Set(Migrations.views.map(\.name))
    return try database.query(
      "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"
    ) { try $0(0, as: String.self) }.filter(names.contains)
  }

  /// Views and indexes someone added, which are welcome.
  public static func additions(in database: borrowing some Database & ~Copyable) throws
    -> [String]
  {
    let shipped =
      Migrations.all.map(\.sql).joined()
      + Migrations.views.map(\.name).joined(
        separator: " ")
    let words = Set(
      shipped.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    return try database.query(
      """
      SELECT type || ' ' || name, name FROM sqlite_schema
      WHERE type IN ('view', 'index') AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY 1
      """
    ) { (try $0(0, as: String.self), try $0(1, as: String.self)) }
    .filter { !words.contains($0.1) }.map(\.0)
  }
}
