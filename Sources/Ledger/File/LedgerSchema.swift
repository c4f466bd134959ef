public import SQLite

/// The statements a ledger's tables, indexes and views were made with, for tools that carry them
/// elsewhere.
public enum LedgerSchema {
  /// A statement, and what it makes.
  public struct Definition: Sendable, Equatable {
    /// The name of what it makes.
    public let name: String
    /// The table it is on; for tables and views itself.
    public let table: String
    /// The statement.
    public let sql: String
  }

  /// Shipped tables, in the order they were made.
  public static func tables(in database: borrowing some Database & ~Copyable) throws
    -> [Definition]
  {
    try shipped("table", in: database)
  }

  /// Shipped indexes, in the order they were made.
  public static func indexes(in database: borrowing some Database & ~Copyable) throws
    -> [Definition]
  {
    try shipped("index", in: database)
  }

  /// Shipped views, each after those it reads.
  public static func views(in database: borrowing some Database & ~Copyable) throws
    -> [Definition]
  {
    try shipped("view", in: database)
  }

  /// Only what this program makes: others' additions may hold anything.
  private static func shipped(
    _ kind: String, in database: borrowing some Database & ~Copyable
  ) throws -> [Definition] {
    let known = Set(try definitions(kind, in: try LedgerFile.inMemory()).map(\.name))
    return try definitions(kind, in: database).filter { known.contains($0.name) }
  }

  private static func definitions(
    _ kind: String, in database: borrowing some Database & ~Copyable
  ) throws -> [Definition] {
    try database.query(
      """
      SELECT name, tbl_name, sql FROM sqlite_schema
      WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid
      """, [kind]
    ) { Definition(name: try $0(0), table: try $0(1), sql: try $0(2)) }
  }
}
