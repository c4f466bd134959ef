internal import SQLite

/// A table that rows are appended to, with the number the next row gets.
struct BulkTable: ~Copyable {
  private(set) var number: Int64
  var values: RowInserter

  /// One for a table of the ledger.
  ///
  /// - Parameter columns: The columns that get values, after `id`, in the order they are given.
  init(_ table: String, _ columns: String, in transaction: borrowing Transaction) throws {
    let last = try transaction.value("SELECT MAX(id) FROM \(table)", as: Int64?.self)
    let marks = columns.split(separator: ",").map { _ in ", ?" }.joined()
    let rows = RowInserter(
      try transaction.prepare("INSERT INTO \(table) (id, \(columns)) VALUES (?\(marks))"))
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
