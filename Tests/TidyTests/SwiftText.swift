/// A Swift file taken apart: code, comments and string literals.
///
/// Knows as much of the language as the rules need: nested comments, raw and multi-line strings,
/// interpolations, and names in backticks.
struct SwiftText: Sendable {
  struct Literal: Equatable, Sendable {
    let line: Int
    /// What stands between the quotes; an interpolation is `()`.
    let text: String
  }

  /// The file with blanks in place of comments, of what is in quotes and of what is in backticks.
  private var code: [UInt8]
  /// The file with blanks in place of everything but comments.
  private var comments: [UInt8]
  private(set) var literals: [Literal] = []
  private(set) var codeLines: [String] = []
  private(set) var commentLines: [String] = []

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
    code = bytes.map { $0 == .newline ? $0 : .blank }
    comments = code
    scanCode(isInterpolation: false)
    codeLines = Self.lines(code)
    commentLines = Self.lines(comments)
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: .newline, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func sees(_ words: StaticString, from distance: Int = 0) -> Bool {
    let start = at + distance
    guard start + words.utf8CodeUnitCount <= bytes.count else { return false }
    return words.withUTF8Buffer { bytes[start...].starts(with: $0) }
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where at < bytes.count {
      if bytes[at] == .newline { line += 1 }
      at += 1
    }
  }

  private mutating func scanCode(isInterpolation: Bool) {
    var depth = 0
    while at < bytes.count {
      if Self.isPlain(bytes[at]) {
        code[at] = bytes[at]
        advance()
      } else if sees("//") {
        scanLineComment()
      } else if sees("/*") {
        scanBlockComment()
      } else if sees("`") {
        scanName()
      } else if let hashes = hashesBeforeQuote() {
        scanLiteral(hashes: hashes)
      } else {
        if sees("(") { depth += 1 }
        if sees(")") { depth -= 1 }
        if isInterpolation, depth < 0 { return advance() }
        code[at] = bytes[at]
        advance()
      }
    }
  }

  /// Whether a byte begins none of what is looked for: most do not, and are passed quickly.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), .blank,
      .newline:
      true
    default: false
    }
  }

  private mutating func scanLineComment() {
    while at < bytes.count, bytes[at] != .newline {
      comments[at] = bytes[at]
      advance()
    }
  }

  private mutating func scanBlockComment() {
    var depth = 0
    repeat {
      if sees("/*") { depth += 1 }
      if sees("*/") { depth -= 1 }
      comments[at] = bytes[at]
      advance()
    } while at < bytes.count && depth > 0
    advance()
  }

  private mutating func scanName() {
    code[at] = bytes[at]
    repeat { advance() } while at < bytes.count && !sees("`") && !sees("\n")
    if sees("`") { code[at] = bytes[at] }
    advance()
  }

  /// How many `#` stand here in front of a quotation mark; nil when none comes after them.
  private func hashesBeforeQuote() -> Int? {
    let hashes = bytes[at...].prefix { $0 == .hash }.count
    return sees("\"", from: hashes) ? hashes : nil
  }

  private func seesHashes(_ count: Int, from distance: Int) -> Bool {
    bytes[(at + distance)...].prefix(count).elementsEqual(repeatElement(.hash, count: count))
  }

  private mutating func scanLiteral(hashes: Int) {
    let start = line
    var text: [UInt8] = []
    advance(hashes)
    let quotes = sees("\"\"\"") ? 3 : 1
    advance(quotes)
    while at < bytes.count {
      if quotes == 3 ? sees("\"\"\"") : sees("\""), seesHashes(hashes, from: quotes) {
        advance(quotes + hashes)
        break
      }
      // A mark that was none, as in a regular expression.
      if quotes == 1, sees("\n") { break }
      if sees("\\"), seesHashes(hashes, from: 1) {
        scanEscape(hashes: hashes, into: &text)
      } else {
        text.append(bytes[at])
        advance()
      }
    }
    literals.append(Literal(line: start, text: String(decoding: text, as: UTF8.self)))
  }

  private mutating func scanEscape(hashes: Int, into text: inout [UInt8]) {
    advance(1 + hashes)
    if sees("(") {
      advance()
      text += "()".utf8
      scanCode(isInterpolation: true)
    } else if at < bytes.count {
      text.append(bytes[at])
      advance()
    }
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let blank = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
}
