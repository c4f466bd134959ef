public import SQLite

/// The runs of a ledger, as its log tells them.
public enum RunLog {
  /// Every run, newest first.
  ///
  /// `limit`: the most runs to tell; nil for all.
  public static func all(
    limit: Int? = nil, in database: borrowing some Database & ~Copyable
  ) throws -> ResultSet {
    let names = [
      "run", "finished_at", "kind", "command", "author", "input", "added", "changed", "same",
      "refused", "history_entries", "undone_by", "ledger_hash",
    ]
    var statement = try database.prepareCached(
      """
      SELECT r.id, r.finished_at, r.kind, r.command, r.author, r.input, r.records_added,
        r.records_changed, r.records_same, r.records_refused,
        (SELECT COUNT(*) FROM row_history h WHERE h.run_id = r.id), NULL, r.chain
      FROM import_run r ORDER BY r.id DESC LIMIT ?
      """)
    let undone = try UndoneRuns(in: database)
    let rows = try statement.map([limit ?? -1]) { row in
      var values = try row.values()
      if case .integer(let run) = values[0], let by = undone.undoing[run] {
        values[11] = .integer(by)
      }
      return values
    }
    return ResultSet(columns: names.map { ResultSet.Column(name: $0) }, rows: rows)
  }
}

/// Which runs have been undone, by runs that have not been undone themselves.
struct UndoneRuns {
  /// The run that undid each.
  private(set) var undoing: [Int64: Int64] = [:]

  init(in database: borrowing some Database & ~Copyable) throws {
    let undos = try database.query(
      """
      SELECT id, undoes_run_id FROM import_run WHERE undoes_run_id IS NOT NULL ORDER BY id DESC
      """
    ) { (undo: try $0(0, as: Int64.self), undone: try $0(1, as: Int64.self)) }
    for (undo, undone) in undos where undoing[undo] == nil { undoing[undone] = undo }
  }

  /// Runs that together leave every row as they found it: each undone one, and the one that undid
  /// it.
  var neutral: Set<Int64> { Set(undoing.keys).union(undoing.values) }
}
