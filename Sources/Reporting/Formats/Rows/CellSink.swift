internal import SQLite

/// A format that takes the cells of rows as they come. Text and bytes are lent, so that nothing is
/// made of them that the format does not need.
protocol CellSink {
  /// What has been written since it was last taken.
  var bytes: [UInt8] { get set }

  mutating func begin()
  mutating func beginRow()
  mutating func missing(_ column: Int)
  mutating func integer(_ number: Int64, _ column: Int)
  mutating func real(_ number: Double, _ column: Int)
  /// Text as UTF-8 that has been checked.
  mutating func text(_ utf8: Span<UInt8>, _ column: Int)
  mutating func endRow()
  mutating func end()
}

extension CellSink {
  /// Writes the row a statement stands on.
  mutating func add(_ row: borrowing Row) throws {
    beginRow()
    for index in 0..<row.columnCount {
      switch try row.storageClass(index) {
      case .null: missing(index)
      case .integer: integer(try row(index), index)
      case .real: real(try row(index), index)
      case .text: try row.withColumnText(index) { text($0, index) }
      case .blob: hexadecimal(try row(index), index)
      }
    }
    endRow()
  }

  /// Writes a row.
  mutating func add(_ row: [Value]) {
    beginRow()
    for (index, value) in row.enumerated() {
      switch value {
      case .null: missing(index)
      case .integer(let number): integer(number, index)
      case .real(let number): real(number, index)
      case .text(let string): string.withUTF8Span { text($0, index) }
      case .blob(let bytes): hexadecimal(bytes, index)
      }
    }
    endRow()
  }

  private mutating func hexadecimal(_ bytes: [UInt8], _ column: Int) {
    MachineCell.hexadecimal(bytes).withUTF8Span { text($0, column) }
  }
}

extension String {
  /// Lends the text as UTF-8.
  func withUTF8Span(_ body: (Span<UInt8>) -> Void) {
    var text = self
    text.withUTF8 { body($0.span) }
  }
}
