/// Tells the lines and columns of offsets in a record, going on from the last one.
struct DelimitedPlaces {
  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private let firstLine: Int
  private var offset = 0
  private var line: Int
  private var column = 1

  /// The places of a record that begins a line.
  init(file: String, bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    self.file = file
    self.bytes = bytes
    firstLine = line
    self.line = line
  }

  /// The place of an offset. One before the last place is counted from the beginning.
  mutating func position(of target: Int) -> SourcePosition {
    if target < offset { (offset, line, column) = (0, firstLine, 1) }
    while offset < target {
      step(over: bytes[offset])
      offset += 1
    }
    return SourcePosition(file: file, line: line, column: column)
  }

  private mutating func step(over byte: UInt8) {
    // The CR of a CRLF stands on the line that both end.
    let isHalf =
      byte == ASCII.carriageReturn && offset + 1 < bytes.count
      && bytes[offset + 1] == ASCII.lineFeed
    if byte == ASCII.lineFeed || byte == ASCII.carriageReturn && !isHalf {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}
