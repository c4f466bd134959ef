public import Ledger
public import SQLite

/// Writes an answer in a format for machines, row by row: a million need no more memory than one.
///
/// What is written waits in `RowWriter` until it is taken:
///
/// ```swift
/// writer.add(row)
/// if writer.isFull { try file.write(writer.take()) }
/// ```
public struct RowWriter {
  private var delimited: DelimitedRows?
  private var objects: ObjectRows?

  /// So many bytes are worth writing.
  private static let enough = 1 << 16

  /// A writer that has written what stands before the first row; nil for a format that people
  /// read, which needs all rows first.
  public init?(_ format: OutputFormat, columns: [ResultSet.Column]) {
    let names = columns.map(\.name)
    switch format {
    case .csv: delimited = DelimitedRows(columns: names, separator: ",")
    case .tsv: delimited = DelimitedRows(columns: names, separator: "\t")
    case .json: objects = ObjectRows(columns: names, isList: true)
    case .ndjson: objects = ObjectRows(columns: names, isList: false)
    case .table, .markdown, .xlsx: return nil
    }
    delimited?.begin()
    objects?.begin()
  }

  /// Whether what waits should be taken.
  public var isFull: Bool {
    if let delimited { return delimited.bytes.count >= Self.enough }
    return (objects?.bytes.count ?? 0) >= Self.enough
  }

  /// Writes the row a statement stands on.
  ///
  /// - Throws: `SQLiteError` for a text that is not UTF-8.
  public mutating func add(_ row: borrowing Row) throws {
    try delimited?.add(row)
    try objects?.add(row)
  }

  /// Writes a row.
  public mutating func add(_ row: [Value]) {
    delimited?.add(row)
    objects?.add(row)
  }

  /// Writes what stands after the last row.
  public mutating func end() {
    delimited?.end()
    objects?.end()
  }

  /// Lends what waits, which is then gone.
  public mutating func take<R>(_ body: ([UInt8]) throws -> R) rethrows -> R {
    if delimited != nil {
      defer { delimited?.bytes.removeAll(keepingCapacity: true) }
      return try body(delimited?.bytes ?? [])
    }
    defer { objects?.bytes.removeAll(keepingCapacity: true) }
    return try body(objects?.bytes ?? [])
  }

  /// The whole text of a result.
  static func text(of result: ResultSet, _ format: OutputFormat) -> String {
    guard var writer = RowWriter(format, columns: result.columns) else { return "" }
    for row in result.rows { writer.add(row) }
    writer.end()
    return writer.take { String(decoding: $0, as: UTF8.self) }
  }
}
