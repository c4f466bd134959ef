/// One input file in memory: its name, its bytes, and where its lines begin.
///
/// The bytes may be anything; readers of this module check that they are UTF-8 where they read. A
/// byte order mark at the beginning is no part of the content. A line ends with LF or CRLF.
public struct SourceText: Sendable {
  /// The name that positions print. Empty when the text has no file.
  public let name: String
  /// The bytes of the file, a byte order mark included.
  public let bytes: [UInt8]
  /// The offset of the first byte after a byte order mark.
  public let contentStart: Int
  /// The offset of the first byte of each line.
  let lineStarts: [Int]
  /// The number of UTF-8 continuation bytes before each block of `blockSize` bytes.
  ///
  /// With it a column is found without counting from the beginning of its line: a whole file may be
  /// one line.
  private let continuationCounts: [Int]
  private static let blockSize = 1024

  /// Takes the bytes of a file and finds its lines.
  public init(bytes: [UInt8], name: String = "") {
    self.name = name
    self.bytes = bytes
    contentStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [contentStart]
    var counts: [Int] = []
    var count = 0
    for block in stride(from: 0, to: bytes.count, by: Self.blockSize) {
      counts.append(count)
      for offset in block..<min(block + Self.blockSize, bytes.count) {
        if bytes[offset] == ASCII.lineFeed { starts.append(offset + 1) }
        if bytes[offset] & 0xC0 == 0x80 { count += 1 }
      }
    }
    lineStarts = starts
    continuationCounts = counts + [count]
  }

  /// Takes a text already decoded, as the tests and the command line have it.
  public init(_ text: String, name: String = "") {
    self.init(bytes: Array(text.utf8), name: name)
  }

  /// The line and column of a byte.
  ///
  /// - Parameter offset: An offset into `bytes`; the end of the text is allowed.
  public func position(at offset: Int) -> SourcePosition {
    let line = lineIndex(at: offset)
    let end = min(offset, bytes.count)
    let start = min(lineStarts[line], end)
    let continuations =
      end - start < Self.blockSize
      ? count(in: start..<end) : continuationCount(before: end) - continuationCount(before: start)
    return SourcePosition(file: name, line: line + 1, column: end - start - continuations + 1)
  }

  /// The bytes of a line without its end, by a number from 1; `nil` when there is no such line.
  public func lineBytes(_ number: Int) -> ArraySlice<UInt8>? {
    guard lineStarts.indices.contains(number - 1) else { return nil }
    let range = lineRange(number - 1)
    return bytes[range]
  }

  /// The line of a position and under it a caret, to print below a problem; `nil` without such a
  /// line.
  ///
  /// A long line is cut around the caret. Control characters are made harmless for a terminal.
  public func excerpt(at position: SourcePosition, width: Int = 80) -> String? {
    guard let line = lineBytes(position.line) else { return nil }
    let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
    let caret = min(max(position.column - 1, 0), scalars.count)
    let first = caret < width - 8 ? 0 : caret - width / 2
    let last = min(scalars.count, first + width)
    let lead = (first > 0 ? "…" : "") + TerminalText.neutralised(scalars[first..<caret])
    let rest = TerminalText.neutralised(scalars[caret..<last]) + (last < scalars.count ? "…" : "")
    return "\(lead)\(rest)\n\(String(repeating: " ", count: DisplayWidth.of(lead)))^"
  }

  /// The number of continuation bytes before a place.
  private func continuationCount(before end: Int) -> Int {
    let block = end / Self.blockSize
    return continuationCounts[block] + count(in: (block * Self.blockSize)..<end)
  }

  /// The number of continuation bytes in a short range.
  private func count(in range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 == 0x80 }
  }

  /// The index of the line that holds a byte.
  func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line by its index from 0, without LF or CRLF.
  func lineRange(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    guard index + 1 < lineStarts.count else { return start..<max(start, bytes.count) }
    let end = lineStarts[index + 1] - 1
    return start..<(end > start && bytes[end - 1] == ASCII.carriageReturn ? end - 1 : end)
  }
}
