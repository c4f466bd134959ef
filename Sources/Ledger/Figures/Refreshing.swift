public import SQLite

/// Makes derived rows what the records give.
public enum Refreshing {
  /// Makes anew every derived row that is another, in a run of its own. What another tool changed
  /// is adopted first.
  ///
  /// - Returns: the derived tables in which rows differed, and how many; then there was a run.
  /// - Throws: `SQLiteError`.
  public static func run(
    command: RunCommand, in connection: inout Connection
  ) throws -> [(table: String, rows: Int)] {
    try connection.transaction { transaction in
      let stale = try Figures.stale(in: transaction)
      guard !stale.isEmpty else { return stale }
      let run = try ImportRun.begin(.refresh, command: command, input: nil, in: transaction)
      try Figures.rebuild(in: transaction)
      var counts = ImportRun.Counts()
      counts.changed = stale.reduce(0) { $0 + $1.rows }
      try run.finish(counts, in: transaction)
      return stale
    }
  }
}
