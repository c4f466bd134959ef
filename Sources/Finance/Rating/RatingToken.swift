/// A piece of a rating as printed.
enum RatingToken: Equatable {
  /// A word or sign outside parentheses.
  case word(String)
  /// A word or sign in parentheses.
  case inside(String)
  /// A comma, stroke, “and” or dash between grades.
  case separator

  /// The pieces of a text. Every dash becomes `-`; quotation marks, colons and the
  /// points of abbreviations fall away.
  ///
  /// - Throws: `RatingError.unbalanced`.
  static func tokens(of text: String) throws(RatingError) -> [RatingToken] {
    var tokens: [RatingToken] = []
    var word = ""
    var isInside = false
    func end() {
      if word.hasSuffix(".") { word.removeLast() }
      if ["and", "och", "und", "&"].contains(word), !isInside {
        tokens.append(.separator)
      } else if !word.isEmpty {
        tokens.append(isInside ? .inside(word) : .word(word))
      }
      word = ""
    }
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      switch character {
      case "(", "[", ")", "]":
        end()
        let opens = character == "(" || character == "["
        guard opens != isInside else { throw .unbalanced(text) }
        isInside = opens
      case ",", ";", "/", "|":
        end()
        if !isInside { tokens.append(.separator) }
      case "-", "−", "–", "—", "‐", "‑":
        // With a space on both sides it stands between grades.
        let isApart = [index - 1, index + 1].allSatisfy { at in
          !characters.indices.contains(at) || characters[at].isWhitespace
        }
        if isApart, !isInside { tokens.append(.separator) } else { word.append("-") }
      case "'", "’", "‘":
        // Between letters it is part of a name: Moody's.
        let isJoined =
          !word.isEmpty && index + 1 < characters.count && characters[index + 1].isLetter
        if isJoined { word.append("'") } else { end() }
      case "\"", "“", "”", "„", ":": end()
      case _ where character.isWhitespace: end()
      default: word.append(character)
      }
    }
    end()
    guard !isInside else { throw .unbalanced(text) }
    return tokens
  }
}
