public import Finance
public import SQLite

/// Days are stored as `YYYY-MM-DD`.
extension Day: Bindable, ColumnDecodable {
  /// The day as it is stored.
  public var databaseValue: Value { .text(description) }

  /// Reads a day as it is stored.
  public init(from column: borrowing Column) throws(SQLiteError) {
    let text = try String(from: column)
    guard let day = try? Day(text) else { throw column.invalid("a day") }
    self = day
  }
}
