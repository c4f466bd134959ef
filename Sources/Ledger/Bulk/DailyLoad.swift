internal import Finance
internal import SQLite

/// Brings a table of daily values up to what a source says.
struct DailyLoad {
  let table: DailyTable
  /// Values that were not there, and those that were others; by name and day.
  private(set) var added: [DailyValue] = []
  private(set) var changed: [DailyValue] = []
  /// How many were there as they are.
  private(set) var same = 0

  /// From so many new rows on the index is made anew, in one go.
  private static let many = 10_000

  /// Compares values with what is on file. A name has one value a day.
  init(
    _ values: [DailyValue], into table: DailyTable, in transaction: borrowing Transaction
  ) throws {
    self.table = table
    let byName = Dictionary(grouping: values, by: \.name)
    for (name, values) in byName.sorted(by: { $0.key < $1.key }) {
      let sorted = values.sorted { $0.day < $1.day }
      guard let first = sorted.first, let last = sorted.last else { continue }
      var held: [Int: Double] = [:]
      try transaction.forEachRow(
        """
        SELECT \(table.day), \(table.value) FROM \(table.table)
        WHERE \(table.name) = ? AND \(table.day) BETWEEN ? AND ?
        """, [name, first.day, last.day]
      ) { row in held[try row(0, as: Day.self).number] = try row(1) }
      for value in sorted {
        switch held[value.day.number] {
        case nil: added.append(value)
        case value.value: same += 1
        default: changed.append(value)
        }
      }
    }
  }

  /// Writes what differs.
  func write(source: Int64, run: Int64, in transaction: borrowing Transaction) throws {
    try BulkIndexes.rebuilding(table.index, if: added.count >= Self.many, in: transaction) {
      transaction in try insert(source: source, run: run, in: transaction)
    }
    for value in changed {
      try transaction.run(
        """
        UPDATE \(table.table) SET \(table.value) = ?, source_id = ?
        WHERE \(table.name) = ? AND \(table.day) = ?
        """, [value.value, source, value.name, value.day])
    }
  }

  private func insert(source: Int64, run: Int64, in transaction: borrowing Transaction) throws {
    guard !added.isEmpty else { return }
    let texts = SharedTexts()
    var rows = RowInserter(
      try transaction.prepare(
        """
        INSERT INTO \(table.table)
          (\(table.name), \(table.day), \(table.value), source_id, run_id)
        VALUES (?, ?, ?, ?, ?)
        """))
    for value in added {
      rows.text(texts.bytes(of: value.name))
      rows.text(texts.bytes(of: value.day))
      rows.real(value.value)
      rows.integer(source)
      rows.integer(run)
      try rows.insert()
    }
    withExtendedLifetime(texts) {}
  }
}

extension BulkIndexes {
  /// Makes an index anew around what `body` writes, where that is much.
  static func rebuilding(
    _ index: String, if isMuch: Bool, in transaction: borrowing Transaction,
    _ body: (borrowing Transaction) throws -> Void
  ) throws {
    let definition =
      isMuch
      ? try transaction.value(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", [index],
        as: String.self) : nil
    guard let definition else { return try body(transaction) }
    try transaction.run("DROP INDEX \(SQLIdentifier(index))")
    try setRulesChecked(false, in: transaction)
    defer { try? setRulesChecked(true, in: transaction) }
    try body(transaction)
    try transaction.run(definition)
  }
}
