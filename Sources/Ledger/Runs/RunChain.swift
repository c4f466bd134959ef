internal import SQLite
internal import Tabular

/// The chain of runs: each one names the state it left by hashing the name of the state before with
/// what it did, so that a run that is taken out or told otherwise shows in every later name.
enum RunChain {
  /// SHA-256 over the lines: the chain of the run before, the input's hash, the records added,
  /// changed, same and refused, the last entry of the log. What there is none of is an empty line.
  static func hash(
    after before: String?, inputHash: String?, _ counts: ImportRun.Counts, lastEntry: Int64?
  ) -> String {
    let numbers = [counts.added, counts.changed, counts.same, counts.refused]
    let lines =
      [before ?? "", inputHash ?? ""] + numbers.map(String.init)
      + [lastEntry.map(String.init) ?? ""]
    return SHA256.hexadecimal(of: lines.joined(separator: "\n"))
  }

  /// What is wrong with the runs of a ledger, worked out anew from the first one.
  static func problems(
    in database: borrowing some Database & ~Copyable
  ) throws -> [(subject: String, problem: String)] {
    var found: [(subject: String, problem: String)] = []
    var before: String?
    var lastEntry: Int64 = 0
    try database.forEachRow(
      """
      SELECT id, finished_at IS NOT NULL, chain, input_hash, records_added, records_changed,
        records_same, records_refused, last_history_id
      FROM import_run ORDER BY id
      """
    ) { row in
      let subject = "run \(try row(0, as: Int64.self))"
      let isFinished: Bool = try row(1)
      let chain: String? = try row(2)
      var counts = ImportRun.Counts()
      counts.added = try row(4)
      counts.changed = try row(5)
      counts.same = try row(6)
      counts.refused = try row(7)
      let entry: Int64? = try row(8)
      if !isFinished { found.append((subject, "has not ended, and is stored all the same")) }
      let due = hash(after: before, inputHash: try row(3), counts, lastEntry: entry)
      if chain != due {
        found.append((subject, "its hash is not that of what it says and of the runs before it"))
      }
      if entry ?? 0 < lastEntry {
        found.append(
          (subject, "ends at entry \(entry ?? 0) of the log, the one before at \(lastEntry)"))
      }
      (before, lastEntry) = (chain, max(lastEntry, entry ?? 0))
    }
    let newest = try database.value("SELECT MAX(id) FROM row_history", as: Int64?.self) ?? nil
    if newest ?? 0 < lastEntry {
      found.append(("log", "ends at entry \(newest ?? 0), a run saw entry \(lastEntry)"))
    }
    return found
  }
}
