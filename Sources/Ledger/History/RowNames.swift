internal import Finance
internal import SQLite

/// Names rows the way readers know them: by key, or by table and number where there is none.
struct RowNames {
  private let tables: [String: RecordedTable]
  private var known: [String: String] = [:]

  init(_ tables: [RecordedTable]) {
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
  }

  /// How a row held a column, as readers see it.
  ///
  /// - Parameter amounts: whether minor units become an amount with its currency.
  mutating func shown(
    _ image: RowImage?, of column: String, in table: RecordedTable, amounts: Bool,
    _ database: borrowing some Database & ~Copyable
  ) throws -> Value {
    let value = image?[column] ?? .null
    if amounts, column.hasSuffix("_minor"), case .integer(let minor) = value,
      let currency = image?.text("currency").flatMap({ Currency(code: $0) })
    {
      return .text("\(currency.code) \(Money(minorUnits: minor, currency: currency).grouped)")
    }
    return try shown(value, of: column, in: table, database)
  }

  /// The name of a row with its values.
  static func name(of row: Int64, in table: String, _ image: RowImage?) -> String {
    image?.text("key") ?? String(table.map { $0 == "_" ? "-" : $0 }) + "/\(row)"
  }

  /// A value as readers see it: what a column refers to by its key.
  private mutating func shown(
    _ value: Value, of column: String, in table: RecordedTable,
    _ database: borrowing some Database & ~Copyable
  ) throws -> Value {
    guard case .integer(let row) = value,
      let reference = table.references.first(where: { $0.column == column }),
      let target = tables[reference.table]
    else { return value }
    let place = "\(target.name)/\(row)"
    if let name = known[place] { return .text(name) }
    let name =
      try Self.key(of: row, in: target, database)
      ?? Self.name(of: row, in: target.name, nil)
    known[place] = name
    return .text(name)
  }

  /// The key a row has, or had when it was last there.
  private static func key(
    of row: Int64, in table: RecordedTable, _ database: borrowing some Database & ~Copyable
  ) throws -> String? {
    guard table.hasKey else { return nil }
    let key = try database.value(
      "SELECT key FROM \(SQLIdentifier(table.name)) WHERE id = ?", [row], as: String?.self)
    if let key { return key }
    return try database.value(
      """
      SELECT json_extract(before, '$.key') FROM row_history
      WHERE table_name = ? AND row_id = ? AND before <> 'null' ORDER BY id DESC LIMIT 1
      """, [table.name, row], as: String?.self) ?? nil
  }

  /// The columns in which two states of a row differ. The run that added it is none of them.
  static func differences(
    _ before: RowImage, _ after: RowImage, in table: RecordedTable
  ) -> [String] {
    table.columns.map(\.name).filter { $0 != "run_id" && before[$0] != after[$0] }
  }
}

extension RecordedTable {
  /// A row as it is now; nil when it is not there.
  func image(
    of row: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> RowImage? {
    let names = columns.map(\.name)
    return try database.first(
      "SELECT \(columnList) FROM \(SQLIdentifier(name)) WHERE id = ?", [row]
    ) { RowImage(Dictionary(uniqueKeysWithValues: zip(names, try $0.values()))) }
  }
}
