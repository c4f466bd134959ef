import Finance
import Testing

/// A table of spellings, one a line: `text => reading`, or `=> refused: ` and the reason.
///
/// A tag like `[sv]` before a text is the language it is read in. A reading that is too long goes
/// on in lines that begin with four spaces; a line that begins with `#` is a heading.
struct SpellingTable: Sendable {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let language: TextLanguage?
    let reading: String

    var testDescription: String { "“\(text)”" }
  }

  let rows: [Row]

  init(_ table: String) {
    var lines: [String] = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("    "), let last = lines.indices.last {
        lines[last] += " " + line.dropFirst(4)
      } else {
        lines.append(String(line))
      }
    }
    rows = lines.compactMap(Self.row)
  }

  /// What a reader makes of a text, in the words of the table.
  static func reading(_ text: String, _ read: () throws(ReadingError) -> String) -> String {
    do throws(ReadingError) {
      return try read()
    } catch {
      return "refused: " + error.description.dropFirst("“\(text)” ".count)
    }
  }

  private static func row(_ line: String) -> Row? {
    let halves = line.split(separator: " =>", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    var text = halves[0]
    var language: TextLanguage?
    for tag in TextLanguage.allCases where text.hasPrefix("[\(tag.rawValue)] ") {
      (language, text) = (tag, text.dropFirst(5))
    }
    return Row(text: String(text), language: language, reading: String(halves[1].dropFirst()))
  }
}
