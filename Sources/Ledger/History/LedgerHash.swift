public import SQLite

/// The name of a ledger's state: the chain of its newest run, and whether another tool has changed
/// it since.
public struct LedgerHash: Sendable, Equatable, CustomStringConvertible {
  /// SHA-256 in hexadecimal.
  public let chain: String
  /// Whether there are edits that no run has adopted.
  public let isEdited: Bool
  /// The newest run.
  public let run: Int64
  /// When it ended, as `2026-11-23T06:30:00Z`.
  public let runFinishedAt: String

  /// The state as it is now; nil for a ledger without a run.
  public static func current(in database: borrowing some Database & ~Copyable) throws
    -> LedgerHash?
  {
    let isEdited = try !OutsideEdits(in: database).isEmpty
    return try database.first(
      """
      SELECT chain, id, finished_at FROM import_run
      WHERE finished_at IS NOT NULL AND chain IS NOT NULL ORDER BY id DESC LIMIT 1
      """
    ) { row in
      LedgerHash(
        chain: try row(0), isEdited: isEdited, run: try row(1), runFinishedAt: try row(2))
    }
  }

  /// The whole hash, with `+edited` after edits by another tool.
  public var description: String { isEdited ? chain + "+edited" : chain }

  /// Its first twelve digits, with `+edited` after edits by another tool.
  public var short: String { isEdited ? chain.prefix(12) + "+edited" : String(chain.prefix(12)) }
}
