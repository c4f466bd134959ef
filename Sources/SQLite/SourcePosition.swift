/// A place in a text, as an editor shows it.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// The line, counted from 1.
  public let line: Int

  /// The column, counted from 1 in Unicode scalars.
  public let column: Int

  /// The place of the byte that is `offset` UTF-8 bytes from the start of `text`.
  init(offset: Int, in text: String) {
    var line = 1
    var column = 1
    for byte in text.utf8.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {  // not a continuation byte
        column += 1
      }
    }
    self.line = line
    self.column = column
  }

  /// `LINE:COLUMN`, as compilers write it.
  public var description: String { "\(line):\(column)" }

  /// The whole line of `text` in which this place is, without its end.
  func line(of text: String) -> String {
    var lines = text.utf8.split(
      separator: UInt8(ascii: "\n"), maxSplits: line, omittingEmptySubsequences: false)
    if lines.count > line { lines.removeLast() }
    guard lines.count == line, let last = lines.last else { return "" }
    let content = last.last == UInt8(ascii: "\r") ? last.dropLast() : last
    return String(Substring(content))
  }
}
