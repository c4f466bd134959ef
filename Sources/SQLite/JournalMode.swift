/// How a database file protects itself while it is changed.
///
/// The pragma is at <https://www.sqlite.org/pragma.html#pragma_journal_mode>.
public enum JournalMode: String, Hashable, Sendable, ColumnDecodable {
  /// A rollback journal, deleted at the end of each transaction.
  case delete
  /// A rollback journal, cut to no length at the end of each transaction. Ours.
  case truncate
  /// A rollback journal whose head is overwritten at the end of each transaction.
  case persist
  /// A rollback journal in memory only: a crash damages the file.
  case memory
  /// A write-ahead log.
  case wal
  /// None: a crash damages the file, and nothing can be rolled back.
  case off
}
