internal import Tabular

/// Values with commas or tabs between them: exact numbers, nothing but the data, and no cell that
/// runs as a formula.
struct DelimitedRows: CellSink {
  private let columns: [String]
  private let writer: CSVWriter
  private let separator: UInt8
  private var isOnlyMissing = false
  var bytes: [UInt8] = []

  init(columns: [String], separator: Character) {
    self.columns = columns
    self.separator = separator.asciiValue ?? 0x2C
    writer = CSVWriter(separator: separator, lineEnd: "\n", guardsFormulas: true)
  }

  mutating func begin() {
    bytes += Array(writer.line(columns.map { .text($0) }).utf8)
  }

  mutating func beginRow() { isOnlyMissing = false }

  mutating func missing(_ column: Int) {
    separate(column)
    isOnlyMissing = column == 0
  }

  mutating func integer(_ number: Int64, _ column: Int) {
    separate(column)
    DecimalBytes.append(number, to: &bytes)
  }

  mutating func real(_ number: Double, _ column: Int) {
    separate(column)
    bytes += Array(HumanNumber.plain(number).utf8)
  }

  mutating func text(_ utf8: Span<UInt8>, _ column: Int) {
    separate(column)
    writer.append(utf8, to: &bytes)
  }

  mutating func endRow() {
    // An empty line is no row to many readers.
    if columns.count == 1, isOnlyMissing { bytes += [0x22, 0x22] }
    bytes.append(0x0A)
  }

  mutating func end() {}

  private mutating func separate(_ column: Int) {
    if column > 0 { bytes.append(separator) }
  }
}
