/// A piece of a date as people write it.
enum DateToken: Hashable {
  /// Digits, and whether an apostrophe stood before them: `'25`.
  case number(String, isShort: Bool)
  /// Letters in small ones, an ordinal's ending included.
  case word(String)
  /// A sign.
  case mark(Character)

  /// The pieces of a text; letters and digits that touch are pieces of their own: `3Q25`.
  static func tokens(of text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var run = ""
    var isShort = false
    func end() {
      guard let first = run.first else { return }
      tokens.append(isDigit(first) ? .number(run, isShort: isShort) : .word(run.lowercased()))
      (run, isShort) = ("", false)
    }
    for character in text {
      if isDigit(character) || character.isLetter {
        if let last = run.last, isDigit(last) != isDigit(character) { end() }
        run.append(character)
        continue
      }
      end()
      switch character {
      case "'", "’", "‘": isShort = true
      case "–", "—", "−", "‐", "‑": tokens.append(.mark("-"))
      case _ where character.isWhitespace: continue
      default: tokens.append(.mark(character))
      }
    }
    end()
    return tokens
  }

  private static func isDigit(_ character: Character) -> Bool {
    character >= "0" && character <= "9" && character.utf8.count == 1
  }
}
