internal import SQLite

/// What stands against undoing a run.
enum UndoConflicts {
  /// As many reasons as are told.
  private static let most = 20

  /// Every reason not to undo a run, in words; none when it can be undone.
  static func reasons(
    against run: Int64, in transaction: borrowing Transaction
  ) throws -> [String] {
    let undone = try UndoneRuns(in: transaction)
    if let by = undone.undoing[run] {
      return ["it was undone by run \(by) already; `deals undo \(by)` brings it back"]
    }
    let reasons =
      try laterChanges(of: run, without: undone.neutral, in: transaction)
      + takenNumbers(of: run, in: transaction)
    return shortened(reasons)
  }

  private static func shortened(_ reasons: [String]) -> [String] {
    guard reasons.count > most else { return reasons }
    return reasons.prefix(most) + ["… and \(reasons.count - most) more"]
  }

  /// Rows of the run that a later one changed, but for runs that were undone and those that undid
  /// them, which together changed nothing.
  private static func laterChanges(
    of run: Int64, without neutral: Set<Int64>, in transaction: borrowing Transaction
  ) throws -> [String] {
    let without = neutral.sorted().map(String.init).joined(separator: ", ")
    return try transaction.query(
      """
      SELECT h.table_name, h.row_id, h.run_id, MIN(json_extract(h.before, '$.key')),
        (SELECT r.kind || ': ' || r.command FROM import_run r WHERE r.id = h.run_id)
      FROM row_history h
      WHERE h.run_id > ?1 AND h.run_id NOT IN (\(without))
        AND (EXISTS (SELECT 1 FROM row_history o
            WHERE o.table_name = h.table_name AND o.row_id = h.row_id AND o.run_id = ?1)
          OR json_extract(h.before, '$.run_id') = ?1)
      GROUP BY h.table_name, h.row_id, h.run_id ORDER BY h.run_id, h.table_name, h.row_id
      """, [run]
    ) { row in
      let table = try row(0, as: String.self)
      let key = try row(3, as: String?.self) ?? "row \(try row(1, as: Int64.self))"
      let (later, command) = (try row(2, as: Int64.self), try row(4, as: String.self))
      return "\(table) \(key) was changed by run \(later) (\(command))"
    }
  }

  /// Rows the run deleted whose number a later one gave to another record.
  private static func takenNumbers(
    of run: Int64, in transaction: borrowing Transaction
  ) throws -> [String] {
    var reasons: [String] = []
    for table in try RecordedTable.all(in: transaction) {
      reasons += try transaction.query(
        """
        SELECT id, run_id FROM \(SQLIdentifier(table.name)) WHERE run_id > ?1
          AND id IN (SELECT row_id FROM row_history WHERE table_name = ?2 AND run_id = ?1
            AND coalesce(json_extract(before, '$.run_id'), ?1) <> ?1)
        ORDER BY id
        """, [run, table.name]
      ) { row in
        "\(table.name) row \(try row(0, as: Int64.self)) is another record since run "
          + "\(try row(1, as: Int64.self))"
      }
    }
    return reasons
  }

  /// References, by number or by claim, to rows that are gone since a moment.
  ///
  /// - Parameter known: references another tool had broken before; they speak against nothing.
  static func brokenReferences(
    since moment: LedgerMoment, but known: [ForeignKeyViolation],
    in transaction: borrowing Transaction
  ) throws -> [String] {
    let broken = try transaction.foreignKeyViolations().filter { !known.contains($0) }
    var reasons = try broken.map { violation in
      try name(of: violation.rowID, in: violation.table, transaction)
        + " refers to a \(violation.parent) that would go"
    }
    let kinds = try transaction.query("SELECT DISTINCT record_table FROM claim ORDER BY 1") {
      try $0(0, as: String.self)
    }
    for kind in kinds where RecordTables.all.contains(kind) {
      reasons += try transaction.query(
        """
        SELECT c.key FROM claim c
        WHERE c.record_table = ?1 AND c.record_id NOT IN (SELECT id FROM \(SQLIdentifier(kind)))
          AND c.record_id IN (SELECT row_id FROM row_history
            WHERE table_name = ?1 AND id > ?2)
        ORDER BY c.key
        """, [kind, moment.entry]
      ) { "claim \(try $0(0, as: String.self)) is about a \(kind) that would go" }
    }
    return shortened(reasons)
  }

  /// A row by its key, or by its number where it has none.
  private static func name(
    of row: Int64?, in table: String, _ transaction: borrowing Transaction
  ) throws -> String {
    guard let row else { return table }
    let schema = try RecordedTable.read(table, in: transaction)
    let key =
      schema.hasKey
      ? try transaction.value(
        "SELECT key FROM \(SQLIdentifier(table)) WHERE id = ?", [row], as: String?.self) : nil
    return "\(table) \((key ?? nil) ?? "row \(row)")"
  }
}
