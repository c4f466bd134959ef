internal import Finance
public import SQLite

/// Saves many records of a kind on which nothing derived rests, as holdings and statistics: what is
/// new goes through one prepared statement, what is on file the way of `LedgerWriter.save`.
public struct RecordLoad<R: Record>: ~Copyable {
  private var known: [String: R]
  private var statement: Statement
  // Columns of a type known only when it runs are slow to go through, record by record.
  private let values: [@Sendable (R) -> Value]
  /// The table that each of them refers to.
  private let tables: [String?]
  /// Row numbers by table and key.
  private var rows: [String: [String: Int64]] = [:]

  /// One that has the records at hand of which a condition on `t` holds: those the input may speak
  /// of. Others are looked for by their keys.
  public init(
    knownWhere condition: String, _ bindings: Bindings, in transaction: borrowing Transaction
  ) throws {
    let records = try Repository<R>().all(matching: condition, bindings, in: transaction)
    let names = ["key"] + R.columns.map(\.name) + ["run_id"]
    let insertion = try transaction.prepare(
      """
      INSERT INTO \(R.table) (\(names.joined(separator: ", ")))
      VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
      """)
    known = Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
    statement = insertion
    values = R.columns.map(\.get)
    tables = R.columns.map(\.referencedTable)
  }

  /// The record with a key, among those at hand.
  public func record(_ key: String) -> R? { known[key] }

  /// The keys of the records at hand, those saved since included.
  public var keys: Set<String> { Set(known.keys) }

  /// Saves a record. A place in the source that alone differs is no change, since a line moves when
  /// another is put before it.
  public mutating func save(
    _ record: R, with writer: inout LedgerWriter, in transaction: borrowing Transaction
  ) throws {
    if let held = known[record.key] {
      if Self.says(record, nothingElseThan: held) { return writer.note(.same) }
      try writer.save(record, in: transaction)
    } else if try insert(record, run: writer.run.id, in: transaction) {
      writer.note(.added)
    } else {
      try writer.save(record, in: transaction)
    }
    known[record.key] = record
  }

  private static func says(_ record: R, nothingElseThan held: R) -> Bool {
    R.columns.allSatisfy { column in
      let said = column.get(record)
      return column.name == "locator" || said == .null && column.group == nil
        || said == column.get(held)
    }
  }

  /// Inserts a record, unless its key is taken: to look for each before would cost as much again.
  ///
  /// - Returns: whether it was inserted.
  private mutating func insert(
    _ record: R, run: Int64, in transaction: borrowing Transaction
  ) throws -> Bool {
    try statement.bind(record.key, at: 1)
    for index in values.indices {
      var value = values[index](record)
      if let table = tables[index], case .text(let key) = value {
        value = .integer(try row(of: key, in: table, for: record, transaction))
      }
      try statement.bind(value, at: index + 2)
    }
    try statement.bind(run, at: values.count + 2)
    do throws(SQLiteError) {
      try statement.run()
      return true
    } catch {
      if error.code == .constraintUnique,
        try RecordTables.row(of: record.key, in: R.table, transaction) != nil
      {
        return false
      }
      throw LedgerError(error, record: record.key, table: R.table)
    }
  }

  private mutating func row(
    of key: String, in table: String, for record: R, _ transaction: borrowing Transaction
  ) throws -> Int64 {
    if let row = rows[table]?[key] { return row }
    guard let row = try RecordTables.row(of: key, in: table, transaction) else {
      throw LedgerError.unknownKey(kind: table, key: key, wantedBy: record.key)
    }
    rows[table, default: [:]][key] = row
    return row
  }
}
