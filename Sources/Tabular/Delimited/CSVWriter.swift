/// Writes rows as comma-separated values (RFC 4180).
///
/// A missing value is an empty field and an empty text is `""`, so that a reader that cares can
/// tell them apart.
public struct CSVWriter: Sendable {
  /// What stands between two fields.
  public let separator: Character
  /// What ends a line; RFC 4180 has CRLF.
  public let lineEnd: String
  /// Whether a text that a spreadsheet would take for a formula gets an apostrophe before it.
  ///
  /// Text from strangers that begins with `=`, `+`, `-`, `@`, a tab or a line end can run commands
  /// when it is opened in a spreadsheet (OWASP, CSV injection). Numbers are never touched.
  public let guardsFormulas: Bool

  private let separatorByte: UInt8

  /// A writer; by default with commas, CRLF, and the text as it is.
  public init(separator: Character = ",", lineEnd: String = "\r\n", guardsFormulas: Bool = false) {
    precondition(separator != "\"" && !separator.isNewline, "a separator is no quote or line end")
    guard let byte = separator.asciiValue else { preconditionFailure("a separator is ASCII") }
    self.separator = separator
    separatorByte = byte
    self.lineEnd = lineEnd
    self.guardsFormulas = guardsFormulas
  }

  /// One line with its end.
  public func line(_ cells: [TableCell]) -> String {
    if cells == [.missing] { return "\"\"" + lineEnd }
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separatorByte) }
      switch cell {
      case .missing: break
      case .number(var text): text.withUTF8 { append($0, isGuarded: false, to: &bytes) }
      case .text(var text): text.withUTF8 { append($0.span, to: &bytes) }
      }
    }
    return String(decoding: bytes, as: UTF8.self) + lineEnd
  }

  /// Adds the field of a text, given as UTF-8, to a line.
  public func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      guard !text.isEmpty else { return bytes.append(contentsOf: [ASCII.quote, ASCII.quote]) }
      append(text, isGuarded: guardsFormulas && Self.isFormula(text), to: &bytes)
    }
  }

  private func append(
    _ text: UnsafeBufferPointer<UInt8>, isGuarded: Bool, to bytes: inout [UInt8]
  ) {
    let isQuoted =
      text.first == ASCII.space && !isGuarded || text.last == ASCII.space
      || text.contains {
        $0 == ASCII.quote || $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
          || $0 == separatorByte
      }
    if isQuoted { bytes.append(ASCII.quote) }
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    if isQuoted {
      for byte in text {
        if byte == ASCII.quote { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(ASCII.quote)
    } else {
      bytes.append(contentsOf: text)
    }
  }

  /// Whether a spreadsheet takes a text for a formula: by its first character, also a full-width
  /// one.
  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), ASCII.tab,
      ASCII.carriageReturn, ASCII.lineFeed:
      true
    case 0xEF: ["＝", "＋", "－", "＠"].contains { text.starts(with: $0.utf8) }
    default: false
    }
  }
}
