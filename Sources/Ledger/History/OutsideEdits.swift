public import SQLite

/// What was changed with another tool since the last run: rows that carry no run, and entries of
/// the log that name none.
public struct OutsideEdits: Sendable, Equatable {
  /// Rows that were added.
  public let rowsAdded: Int
  /// Rows that were changed or deleted.
  public let rowsChanged: Int

  /// Whether there is anything.
  public var isEmpty: Bool { rowsAdded == 0 && rowsChanged == 0 }

  /// What no run has adopted yet.
  public init(in database: borrowing some Database & ~Copyable) throws {
    var added = 0
    for table in try RecordedTable.all(in: database) {
      added +=
        try database.value(
          "SELECT COUNT(*) FROM \(SQLIdentifier(table.name)) WHERE run_id IS NULL", as: Int.self)
        ?? 0
    }
    rowsAdded = added
    rowsChanged =
      try database.value(
        """
        SELECT COUNT(*) FROM (SELECT DISTINCT table_name, row_id FROM row_history
          WHERE run_id IS NULL
            AND (before = 'null' OR json_extract(before, '$.run_id') IS NOT NULL))
        """, as: Int.self) ?? 0
  }

  /// Makes one run of kind `outside` of them, and derives anew what follows from them.
  static func adopt(in transaction: borrowing Transaction) throws {
    let edits = try OutsideEdits(in: transaction)
    let hasEntries = try transaction.value(
      "SELECT EXISTS (SELECT 1 FROM row_history WHERE run_id IS NULL)", as: Bool.self)
    guard !edits.isEmpty || hasEntries == true else { return }
    try Figures.rebuild(since: try LedgerMoment.newest(in: transaction), in: transaction)
    let run = try ImportRun.open(
      .outside, command: "edited with another tool", input: nil, in: transaction)
    for table in try RecordedTable.all(in: transaction) {
      try transaction.run(
        "UPDATE \(SQLIdentifier(table.name)) SET run_id = ? WHERE run_id IS NULL", [run.id])
    }
    try transaction.run("UPDATE row_history SET run_id = ? WHERE run_id IS NULL", [run.id])
    var counts = ImportRun.Counts()
    counts.added = edits.rowsAdded
    counts.changed = edits.rowsChanged
    try run.finish(counts, in: transaction)
  }
}
