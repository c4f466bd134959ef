public import SQLite

/// Every version of a record: when it came, what changed from what to what, and when it went.
public enum RecordHistory {
  /// The versions of every row that has a key, or had it, or has it as its name, oldest first.
  ///
  /// `amounts`: whether to give amounts with their currency, for people, instead of in
  /// minor units.
  ///
  /// - Throws: `LedgerError.unknownRecord` for a key that no row has or had.
  public static func versions(
    of text: String, amounts: Bool = false, in database: borrowing some Database & ~Copyable
  ) throws -> ResultSet {
    let tables = try RecordedTable.all(in: database)
    var rows = try rows(of: text, tables, in: database)
    if rows.isEmpty {
      let key = try RecordLookup.key(of: text, in: database)
      rows = try self.rows(of: key, tables, in: database)
    }
    let columns = ["table", "key", "run", "at", "by", "change", "column", "before", "after"]
    var result = ResultSet(columns: columns.map { ResultSet.Column(name: $0) }, rows: [])
    var names = RowNames(tables)
    for (table, row) in rows {
      for step in try steps(of: row, in: table, database) {
        let start: [Value] = [
          .text(table.name), .text(step.name), step.run.map { .integer($0) } ?? .null,
        ]
        let (at, by) = try moment(of: step, in: database)
        let middle = start + [at, .text(by), .text(step.change)]
        if step.columns.isEmpty { result.rows.append(middle + [.null, .null, .null]) }
        for column in step.columns {
          result.rows.append(
            middle + [
              .text(column),
              try names.shown(step.before, of: column, in: table, amounts: amounts, database),
              try names.shown(step.after, of: column, in: table, amounts: amounts, database),
            ])
        }
      }
    }
    return result
  }

  private struct Entry {
    let run: Int64?
    let changedAt: String
    let before: RowImage?
  }

  private struct Step {
    var run: Int64?
    var changedAt: String?
    var change: String
    var name: String
    var before: RowImage?
    var after: RowImage?
    var columns: [String] = []
  }

  /// The rows a key names now, else those it once named.
  private static func rows(
    of key: String, _ tables: [RecordedTable], in database: borrowing some Database & ~Copyable
  ) throws -> [(RecordedTable, Int64)] {
    var found: [(RecordedTable, Int64)] = []
    for table in tables {
      var row: Int64?
      if table.hasKey {
        row = try database.value(
          "SELECT id FROM \(SQLIdentifier(table.name)) WHERE key = ?", [key])
      }
      row = try row ?? unkeyedRow(key, in: table, database)
      if let row { found.append((table, row)) }
    }
    guard found.isEmpty else { return found }
    let places = try database.query(
      """
      SELECT DISTINCT table_name, row_id FROM row_history
      WHERE json_extract(before, '$.key') = ?1
        OR table_name || '/' || row_id = replace(?1, '-', '_') ORDER BY 1, 2
      """, [key]
    ) { (try $0(0, as: String.self), try $0(1, as: Int64.self)) }
    return places.compactMap { name, row in
      tables.first { $0.name == name }.map { ($0, row) }
    }
  }

  /// A row that has no key, by table and number: `participation/17`.
  private static func unkeyedRow(
    _ key: String, in table: RecordedTable, _ database: borrowing some Database & ~Copyable
  ) throws -> Int64? {
    let parts = key.split(separator: "/")
    guard parts.count == 2, let number = Int64(parts[1]),
      table.name == String(parts[0].map { $0 == "-" ? "_" : $0 }),
      let image = try table.image(of: number, in: database), image["key"] == .null
    else { return nil }
    return number
  }

  private static func steps(
    of row: Int64, in table: RecordedTable, _ database: borrowing some Database & ~Copyable
  ) throws -> [Step] {
    let entries = try database.query(
      """
      SELECT id, run_id, changed_at, before FROM row_history
      WHERE table_name = ? AND row_id = ? ORDER BY id
      """, [table.name, row]
    ) { row in
      Entry(
        run: try row(1), changedAt: try row(2),
        before: try RowImage(try row(3), entry: try row(0)))
    }
    let current = try table.image(of: row, in: database)
    func step(_ change: String, _ image: RowImage?, run: Int64?, at: String? = nil) -> Step {
      let name = RowNames.name(of: row, in: table.name, image)
      return Step(run: run, changedAt: at, change: change, name: name)
    }
    var steps: [Step] = []
    if let first = entries.isEmpty ? current : entries[0].before {
      steps.append(step("added", first, run: first.run ?? entries.first?.run))
    }
    for (index, entry) in entries.enumerated() {
      let next = index + 1 < entries.count ? entries[index + 1] : nil
      let after = next == nil ? current : next?.before
      guard let before = entry.before else {
        steps.append(step("brought back", after, run: entry.run, at: entry.changedAt))
        continue
      }
      let origin = after.map { $0.run ?? next?.run }
      if let after, origin == before.run ?? entry.run {
        var change = step("changed", after, run: entry.run, at: entry.changedAt)
        change.columns = RowNames.differences(before, after, in: table)
        (change.before, change.after) = (before, after)
        steps.append(change)
        continue
      }
      steps.append(step("removed", before, run: entry.run, at: entry.changedAt))
      if let after { steps.append(step("added", after, run: origin ?? nil)) }
    }
    return steps
  }

  /// When a step was taken, and by what kind of run.
  private static func moment(
    of step: Step, in database: borrowing some Database & ~Copyable
  ) throws -> (Value, String) {
    guard let run = step.run else {
      return (step.changedAt.map { .text($0) } ?? .null, "outside, not adopted yet")
    }
    let found = try database.first("SELECT finished_at, kind FROM import_run WHERE id = ?", [run]) {
      (try $0(0, as: String?.self), try $0(1, as: String.self))
    }
    let at = step.changedAt ?? found?.0
    return (at.map { .text($0) } ?? .null, found?.1 ?? "unknown run")
  }
}
