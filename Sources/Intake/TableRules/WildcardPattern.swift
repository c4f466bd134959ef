/// A pattern in which `*` stands for any letters and `?` for one; case and the width of gaps do not
/// matter.
struct WildcardPattern: Sendable, Hashable {
  let text: String
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    self.text = text
    scalars = Array(CellWords.folded(text).unicodeScalars)
  }

  static func hasWildcard(_ text: String) -> Bool { text.contains("*") || text.contains("?") }

  /// Whether all of a text is as the pattern has it; in time of the product of their lengths.
  func matches(_ text: String) -> Bool {
    let letters = Array(CellWords.folded(text).unicodeScalars)
    var (at, next) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while next < letters.count {
      if at < scalars.count, scalars[at] == "*" {
        star = (at, next)
        at += 1
      } else if at < scalars.count, scalars[at] == "?" || scalars[at] == letters[next] {
        at += 1
        next += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        at = last.pattern + 1
        next = last.text + 1
      } else {
        return false
      }
    }
    return scalars[at...].allSatisfy { $0 == "*" }
  }
}

/// Texts of cells, as they are compared.
enum CellWords {
  /// Without blanks around it, and with one space for blanks of any kind within.
  static func trimmed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return text }
    return text.unicodeScalars.split(whereSeparator: isBlank).map { String($0) }
      .joined(separator: " ")
  }

  /// In lower case too.
  static func folded(_ text: String) -> String { trimmed(text).lowercased() }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }
}
