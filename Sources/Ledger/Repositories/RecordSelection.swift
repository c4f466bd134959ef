public import SQLite

/// Which records are meant: all there are, or what one run did.
public enum RecordSelection: Sendable, Equatable {
  /// Every record.
  case all
  /// What a run added and what it changed, by its row in `import_run`.
  case run(Int64)

  /// The condition on a row `t` of a table, and what is bound to it. The run stands in a column of
  /// each row it added; of a row it changed the log says so.
  func condition(on table: String) -> (sql: String, bindings: Bindings) {
    switch self {
    case .all: ("1", [])
    case .run(let run):
      (
        """
        (t.run_id = ?1 OR t.id IN (SELECT row_id FROM row_history
          WHERE table_name = '\(table)' AND run_id = ?1))
        """, [run]
      )
    }
  }
}

extension Repository {
  /// Goes through the records of a selection in the order they were added.
  ///
  /// `body`: is given the row's number, whether the run itself added it, and the record.
  public func forEach(
    in selection: RecordSelection, of database: borrowing some Database & ~Copyable,
    _ body: (_ row: Int64, _ isNew: Bool, _ record: R) throws -> Void
  ) throws {
    let (condition, bindings) = selection.condition(on: R.table)
    var run: Int64?
    if case .run(let number) = selection { run = number }
    try database.forEachRow(
      Self.selecting(", t.id, t.run_id") + " WHERE \(condition) ORDER BY t.id", bindings
    ) { row in
      let last = R.columns.count + 1
      let adder = try row(last + 1, as: Int64?.self)
      try body(try row(last, as: Int64.self), run == nil || adder == run, try Self.read(row))
    }
  }
}
