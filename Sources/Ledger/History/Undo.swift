public import SQLite

/// Takes a run back: every row it added, changed or deleted is as it was before, by a run of its
/// own that can be undone in turn.
public enum Undo {
  /// Undoes a run.
  ///
  /// The rows the run added are deleted, then its entries of the log are replayed in exact reverse,
  /// one row at a time. In between, every row is as it once was, so that no rule of the schema is
  /// broken on the way. References are checked when all is done.
  ///
  /// - Returns: the run that did it, and what it did.
  /// - Throws: `LedgerError.unknownRun`, and `.undoRefused` with what stands against it: later
  ///   changes of the same rows, and records that refer to what would go. Nothing is changed then.
  public static func run(
    _ number: Int64, command: RunCommand, in connection: inout Connection
  ) throws -> (run: Int64, counts: ImportRun.Counts) {
    // Deleting row by row, SQLite would look for references in every table each time.
    try connection.withoutForeignKeys { connection in
      try connection.transaction { transaction in
        try undo(number, command: command, in: transaction)
      }
    }
  }

  private static func undo(
    _ number: Int64, command: RunCommand, in transaction: borrowing Transaction
  ) throws -> (run: Int64, counts: ImportRun.Counts) {
    guard try LedgerMoment.end(ofRun: number, in: transaction).run > 0 else {
      throw LedgerError.unknownRun(number)
    }
    let run = try ImportRun.begin(.undo, command: command, input: nil, in: transaction)
    let brokenBefore = try transaction.foreignKeyViolations()
    let conflicts = try UndoConflicts.reasons(against: number, in: transaction)
    guard conflicts.isEmpty else {
      throw LedgerError.undoRefused(run: number, because: conflicts)
    }
    try transaction.run(
      "UPDATE import_run SET undoes_run_id = ? WHERE id = ?", [number, run.id])
    let before = try LedgerMoment.newest(in: transaction)
    var counts = ImportRun.Counts()
    let tables = try RecordedTable.all(in: transaction)
    for table in tables {
      counts.changed += try transaction.run(
        "DELETE FROM \(SQLIdentifier(table.name)) WHERE run_id = ?", [number])
    }
    try replay(number, as: run, tables, &counts, in: transaction)
    try Figures.rebuild(since: before, in: transaction)
    let broken = try UndoConflicts.brokenReferences(
      since: before, but: brokenBefore, in: transaction)
    guard broken.isEmpty else { throw LedgerError.undoRefused(run: number, because: broken) }
    try run.finish(counts, in: transaction)
    return (run.id, counts)
  }

  private static func replay(
    _ number: Int64, as run: ImportRun, _ tables: [RecordedTable],
    _ counts: inout ImportRun.Counts, in transaction: borrowing Transaction
  ) throws {
    let known = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    let entries = try transaction.query(
      "SELECT id FROM row_history WHERE run_id = ? ORDER BY id DESC", [number]
    ) { try $0(0, as: Int64.self) }
    for entry in entries {
      let (name, row, json) = try transaction.one(
        "SELECT table_name, row_id, before FROM row_history WHERE id = ?", [entry]
      ) { (try $0(0, as: String.self), try $0(1, as: Int64.self), try $0(2, as: String.self)) }
      guard let table = known[name] else { continue }
      guard let image = try RowImage(json, entry: entry) else {
        counts.changed += try transaction.run(
          "DELETE FROM \(SQLIdentifier(name)) WHERE id = ?", [row])
        continue
      }
      // What the run added itself is gone already.
      if image.run ?? number == number { continue }
      try put(image, back: row, in: table, as: run, &counts, transaction)
    }
  }

  private static func put(
    _ image: RowImage, back row: Int64, in table: RecordedTable, as run: ImportRun,
    _ counts: inout ImportRun.Counts, _ transaction: borrowing Transaction
  ) throws {
    let name = SQLIdentifier(table.name)
    let columns = table.columns.map(\.name).filter { image.values[$0] != nil }
    let values = columns.map { image[$0] as any Bindable }
    do throws(SQLiteError) {
      let assignments = columns.map { "\(SQLIdentifier($0)) = ?" }.joined(separator: ", ")
      let isThere =
        try transaction.run(
          "UPDATE \(name) SET \(assignments) WHERE id = ?", Bindings(values + [row])) > 0
      if isThere {
        counts.changed += 1
        return
      }
      // Adding is not logged, and this row carries the run that once added it.
      try transaction.run(
        """
        INSERT INTO row_history (table_name, row_id, run_id, changed_at, before)
        VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'null')
        """, [table.name, row, run.id])
      let names = columns.map { "\(SQLIdentifier($0))" }.joined(separator: ", ")
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      try transaction.run("INSERT INTO \(name) (\(names)) VALUES (\(marks))", Bindings(values))
      counts.added += 1
    } catch {
      throw LedgerError(error, record: image.text("key") ?? "row \(row)", table: table.name)
    }
  }
}
