internal import Ledger
internal import SQLite
internal import Tabular

/// A list of objects, one a row, with exact numbers.
struct JSONFormat {
  func text(of result: ResultSet) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.beginArray()
    for row in result.rows { Self.write(row, of: result.columns, to: &writer) }
    writer.endArray()
    writer.newline()
    return writer.text
  }

  /// One row as an object.
  static func write(
    _ row: [Value], of columns: [ResultSet.Column], to writer: inout JSONWriter
  ) {
    writer.beginObject()
    for (column, value) in zip(columns, row) {
      writer.name(column.name)
      switch value {
      case .null: writer.null()
      case .integer(let number): writer.integer(number)
      // JSON has no infinity; its name is at least no wrong number.
      case .real(let number) where !number.isFinite: writer.string(String(number))
      case .real(let number): writer.number(HumanNumber.plain(number))
      case .text(let text): writer.string(text)
      case .blob(let bytes): writer.string(MachineCell.hexadecimal(bytes))
      }
    }
    writer.endObject()
  }
}
