/// A row whose foreign key points at nothing, as `PRAGMA foreign_key_check` reports it.
///
/// The pragma is at <https://www.sqlite.org/pragma.html#pragma_foreign_key_check>.
public struct ForeignKeyViolation: Hashable, Sendable {
  /// The table that holds the row.
  public let table: String

  /// The row, or `nil` where the table is WITHOUT ROWID.
  public let rowID: Int64?

  /// The table that is pointed at.
  public let parent: String

  /// Which foreign key of the table, as `PRAGMA foreign_key_list` counts them.
  public let foreignKey: Int
}
