internal import SQLite

/// What is wrong with the log of before-images, entry by entry.
enum LogProblems {
  static func all(
    in database: borrowing some Database & ~Copyable
  ) throws -> [(subject: String, problem: String)] {
    try gaps(in: database) + places(in: database) + images(in: database)
  }

  /// Entries are numbered without a gap: none has been taken out.
  private static func gaps(
    in database: borrowing some Database & ~Copyable
  ) throws -> [(subject: String, problem: String)] {
    try database.query(
      """
      SELECT id, before_id FROM (SELECT id, lag(id, 1, 0) OVER (ORDER BY id) AS before_id
        FROM row_history) WHERE id <> before_id + 1
      """
    ) { row in
      (
        "log",
        "has no entry between \(try row(1, as: Int64.self)) and \(try row(0, as: Int64.self))"
      )
    }
  }

  /// The entries of a run end where the run says, and begin behind those of the run before.
  private static func places(
    in database: borrowing some Database & ~Copyable
  ) throws -> [(subject: String, problem: String)] {
    try database.query(
      """
      WITH run AS (
        SELECT id, coalesce(last_history_id, 0) AS last,
          coalesce(lag(last_history_id) OVER (ORDER BY id), 0) AS before FROM import_run)
      SELECT h.id, h.run_id FROM row_history h JOIN run r ON r.id = h.run_id
      WHERE h.id > r.last OR h.id <= r.before ORDER BY h.id
      """
    ) { row in
      (
        "entry \(try row(0, as: Int64.self))",
        "is not where the log of run \(try row(1, as: Int64.self)) is"
      )
    }
  }

  /// Each entry is the image of a row of a table that is recorded.
  private static func images(
    in database: borrowing some Database & ~Copyable
  ) throws -> [(subject: String, problem: String)] {
    let tables = Set(try RecordedTable.all(in: database).map(\.name))
    var found: [(subject: String, problem: String)] = []
    try database.forEachRow("SELECT id, table_name, row_id, before FROM row_history ORDER BY id") {
      row in
      let entry: Int64 = try row(0)
      let table: String = try row(1)
      let number: Int64 = try row(2)
      guard tables.contains(table) else {
        return found.append(("entry \(entry)", "is about \(table), of which no log is kept"))
      }
      do {
        let image = try RowImage(try row(3), entry: entry)
        if let image, image.integer("id") != number {
          found.append(("entry \(entry)", "is the image of another row than \(table) \(number)"))
        }
      } catch LedgerError.damagedHistory {
        found.append(("entry \(entry)", "is no image of a row"))
      }
    }
    return found
  }
}
