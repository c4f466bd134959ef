public import SQLite

/// One run of a writing command: what it did, recorded in the ledger.
public struct ImportRun: Sendable {
  /// Why a run was made, as stored.
  public enum Kind: String, Sendable {
    case seed
    case importing = "import"
    case outside, undo, refresh, claim, verdict
  }

  /// How many records a run added, changed, and found as they were.
  public struct Counts: Equatable, Sendable {
    /// Records that were new.
    public var added = 0
    /// Records that differed.
    public var changed = 0
    /// Records found as they were.
    public var same = 0
    /// Lines or records that were refused while others were taken.
    public var refused = 0

    /// One that holds nothing yet.
    public init() {}

    /// Counts one saved record.
    public mutating func note(_ change: Change) {
      switch change {
      case .added: added += 1
      case .changed: changed += 1
      case .same: same += 1
      }
    }

    /// Whether the run leaves the ledger as it found it.
    public var changesNothing: Bool { added == 0 && changed == 0 }
  }

  /// The row of `import_run`.
  public let id: Int64

  /// Opens a run inside a transaction. It must be finished before the transaction ends.
  ///
  /// What another tool changed since the last run becomes a run of its own first, of kind
  /// `outside`.
  public static func begin(
    _ kind: Kind, command: RunCommand, input: String?, in transaction: borrowing Transaction
  ) throws -> ImportRun {
    try OutsideEdits.adopt(in: transaction)
    return try open(kind, command: command, input: input, in: transaction)
  }

  /// Opens a run, and leaves what is without one as it is.
  static func open(
    _ kind: Kind, command: RunCommand, input: String?, in transaction: borrowing Transaction
  ) throws -> ImportRun {
    try transaction.run(
      """
      INSERT INTO import_run (kind, command, author, input, program_version, started_at)
      VALUES (?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
      """, [kind.rawValue, command.words, command.author, input, LedgerVersion.current])
    return ImportRun(id: transaction.lastInsertRowID)
  }

  /// Closes the run with what it did, and names the state of the ledger after it.
  public func finish(
    _ counts: Counts, _ inputHash: String? = nil, in transaction: borrowing Transaction
  ) throws {
    let lastEntry = try transaction.value("SELECT MAX(id) FROM row_history", as: Int64?.self) ?? nil
    let before = try transaction.value(
      "SELECT chain FROM import_run WHERE id < ? ORDER BY id DESC LIMIT 1", [id],
      as: String?.self)
    let chain = RunChain.hash(
      after: before ?? nil, inputHash: inputHash, counts, lastEntry: lastEntry)
    try transaction.run(
      """
      UPDATE import_run SET finished_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'),
        records_added = ?, records_changed = ?, records_same = ?, records_refused = ?,
        input_hash = ?, last_history_id = ?, chain = ?
      WHERE id = ?
      """,
      [
        counts.added, counts.changed, counts.same, counts.refused, inputHash, lastEntry, chain, id,
      ])
  }
}

/// The version of this program.
public enum LedgerVersion {
  /// The version now.
  public static let current = "0.1.0"
}
