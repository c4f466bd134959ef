public import SQLite

/// The name of a ledger's state: the chain of its newest run, and whether another tool has changed
/// it since.
public struct LedgerHash: Sendable, Equatable, CustomStringConvertible {
  /// SHA-256 in hexadecimal.
  public let chain: String
  /// Whether there are edits that no run has adopted.
  public let isEdited: Bool

  /// The state as it is now; nil for a ledger without a run.
  public static func current(in database: borrowing some Database & ~Copyable) throws
    -> LedgerHash?
  {
    let chain = try database.value(
      """
      SELECT chain FROM import_run WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1
      """, as: String?.self)
    guard let chain = chain ?? nil else { return nil }
    return LedgerHash(chain: chain, isEdited: try !OutsideEdits(in: database).isEmpty)
  }

  /// The whole hash, with `+edited` after edits by another tool.
  public var description: String { isEdited ? chain + "+edited" : chain }

  /// Its first twelve digits, with `+edited` after edits by another tool.
  public var short: String { isEdited ? chain.prefix(12) + "+edited" : String(chain.prefix(12)) }
}
