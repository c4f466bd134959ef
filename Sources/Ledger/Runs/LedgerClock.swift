public import SQLite

/// The day of queries that are asked without one: SQLite's own, in UTC.
public enum LedgerClock {
  /// Today as `YYYY-MM-DD`.
  ///
  /// - Throws: `SQLiteError`.
  public static func today(in database: borrowing some Database & ~Copyable) throws -> String {
    try database.value("SELECT date('now')", as: String.self) ?? ""
  }
}
