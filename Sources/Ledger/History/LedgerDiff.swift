public import SQLite

/// What differs between the states of a ledger after two runs.
public struct LedgerDiff: Sendable {
  /// Rows of the result: table, key, change, and for a change the column with its two values.
  public let result: ResultSet
  /// Records that the second state has and the first has not.
  public private(set) var added = 0
  /// Records that both have with other values.
  public private(set) var changed = 0
  /// Records that the first state has and the second has not.
  public private(set) var removed = 0

  /// Compares the state after one run with that after another; 0 stands for the empty ledger.
  ///
  /// `amounts`: whether to give amounts with their currency, for people, instead of in
  /// minor units.
  ///
  /// - Throws: `LedgerError.unknownRun`.
  public init(
    from first: Int64, to second: Int64, amounts: Bool = false,
    in database: borrowing some Database & ~Copyable
  ) throws {
    let from = try LedgerMoment.end(ofRun: first, in: database)
    let to = try LedgerMoment.end(ofRun: second, in: database)
    let tables = try RecordedTable.all(in: database)
    var names = RowNames(tables)
    var rows: [[Value]] = []
    let columns = ["table", "key", "change", "column", "before", "after"]
    for table in tables {
      let before = try FirstImages(of: table, after: from, in: database)
      let after = try FirstImages(of: table, after: to, in: database)
      let earliest = min(from.run, to.run)
      for row in try before.rows.union(after.rows)
        .union(Self.laterRows(of: table, than: earliest, in: database)).sorted()
      {
        let one = try before.state(of: row, in: database)
        let other = try after.state(of: row, in: database)
        guard one != nil || other != nil else { continue }
        let key = Value.text(RowNames.name(of: row, in: table.name, other ?? one))
        let start: [Value] = [.text(table.name), key]
        guard let one, let other, one.run == other.run else {
          // A number that was given to another record tells of two records.
          if let one {
            let old = Value.text(RowNames.name(of: row, in: table.name, one))
            rows.append([.text(table.name), old, .text("removed"), .null, .null, .null])
            removed += 1
          }
          if other != nil {
            rows.append(start + [.text("added"), .null, .null, .null])
            added += 1
          }
          continue
        }
        let columns = RowNames.differences(one, other, in: table)
        if !columns.isEmpty { changed += 1 }
        for column in columns {
          let was = try names.shown(one, of: column, in: table, amounts: amounts, database)
          let now = try names.shown(other, of: column, in: table, amounts: amounts, database)
          rows.append(start + [.text("changed"), .text(column), was, now])
        }
      }
    }
    result = ResultSet(columns: columns.map { ResultSet.Column(name: $0) }, rows: rows)
  }

  private static func laterRows(
    of table: RecordedTable, than run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> [Int64] {
    try database.query(
      "SELECT id FROM \(SQLIdentifier(table.name)) WHERE run_id > ?", [run]
    ) { try $0(0) }
  }
}

/// The rows of a table as they stood at a moment: the first entry of the log after it, else the
/// row.
private struct FirstImages {
  private let table: RecordedTable
  private let moment: LedgerMoment
  private var entries: [Int64: Int64] = [:]

  var rows: Set<Int64> { Set(entries.keys) }

  init(
    of table: RecordedTable, after moment: LedgerMoment,
    in database: borrowing some Database & ~Copyable
  ) throws {
    self.table = table
    self.moment = moment
    try database.forEachRow(
      """
      SELECT row_id, MIN(id) FROM row_history WHERE table_name = ? AND id > ? GROUP BY row_id
      """, [table.name, moment.entry]
    ) { entries[try $0(0)] = try $0(1, as: Int64.self) }
  }

  func state(
    of row: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> RowImage? {
    guard let entry = entries[row] else {
      let image = try table.image(of: row, in: database)
      return isThere(image?.run) ? image : nil
    }
    let (run, image) = try database.one(
      "SELECT run_id, before FROM row_history WHERE id = ?", [entry]
    ) { (try $0(0, as: Int64?.self), try RowImage(try $0(1), entry: entry)) }
    return isThere(image?.run ?? run) ? image : nil
  }

  private func isThere(_ run: Int64?) -> Bool { run.map { $0 <= moment.run } ?? false }
}
