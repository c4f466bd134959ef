internal import Tabular

/// One JSON object a row with exact numbers: in a list, or one a line.
struct ObjectRows: CellSink {
  private let columns: [String]
  private let isList: Bool
  private var writer: JSONWriter

  init(columns: [String], isList: Bool) {
    self.columns = columns
    self.isList = isList
    writer = JSONWriter(style: isList ? .pretty : .compact)
  }

  var bytes: [UInt8] {
    get { writer.utf8 }
    set { writer.utf8 = newValue }
  }

  mutating func begin() { if isList { writer.beginArray() } }

  mutating func beginRow() { writer.beginObject() }

  mutating func missing(_ column: Int) {
    writer.name(columns[column])
    writer.null()
  }

  mutating func integer(_ number: Int64, _ column: Int) {
    writer.name(columns[column])
    writer.integer(number)
  }

  mutating func real(_ number: Double, _ column: Int) {
    writer.name(columns[column])
    // JSON has no infinity; its name is at least no wrong number.
    if number.isFinite {
      writer.number(HumanNumber.plain(number))
    } else {
      writer.string(String(number))
    }
  }

  mutating func text(_ utf8: Span<UInt8>, _ column: Int) {
    writer.name(columns[column])
    writer.string(utf8: utf8)
  }

  mutating func endRow() {
    writer.endObject()
    if !isList { writer.newline() }
  }

  mutating func end() {
    guard isList else { return }
    writer.endArray()
    writer.newline()
  }
}
