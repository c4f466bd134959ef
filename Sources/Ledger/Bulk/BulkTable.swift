internal import SQLite

/// A table that rows are appended to, with the number the next row gets.
struct BulkTable: ~Copyable {
  private(set) var number: Int64
  var values: RowInserter

  /// One for a table of the ledger.
  ///
  /// - Parameter leftOut: Columns, as `table.column`, that get their default; the values given for
  ///   them are dropped.
  init(
    _ table: String, without leftOut: Set<String>, in transaction: borrowing Transaction
  ) throws {
    let (names, isOmitted) = BulkColumns.kept(
      BulkColumns.byTable[table] ?? [], of: table, without: leftOut)
    let last = try transaction.value("SELECT MAX(id) FROM \(table)", as: Int64?.self)
    let marks = names.map { _ in ", ?" }.joined()
    let rows = RowInserter(
      try transaction.prepare(
        "INSERT INTO \(table) (id, \(names.joined(separator: ", "))) VALUES (?\(marks))"),
      omitting: [false] + isOmitted)
    number = (last ?? nil) ?? 0
    values = rows
  }

  /// Begins a row with its number.
  mutating func begin() {
    number += 1
    values.integer(number)
  }

  /// Writes the row.
  ///
  /// - Returns: its number.
  @discardableResult
  mutating func end() throws(SQLiteError) -> Int64 {
    try values.insert()
    return number
  }
}
