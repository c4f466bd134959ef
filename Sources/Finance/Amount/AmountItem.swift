/// A token of an amount with what it means in one language.
enum AmountItem {
  /// A number in digits, and how many of them are decimals.
  case literal(ExactDecimal, decimals: Int)
  /// A word or phrase, and how it was written.
  case word(AmountWord, String)

  /// The meaning of every token, the longest phrase first.
  ///
  /// - Parameter choice: Which reading of a numeral to take where the language leaves two open.
  /// - Throws: `ReadingError` at a word that the language does not know, and at malformed
  ///   numerals.
  static func items(
    of text: String, in lexicon: AmountLexicon, choice: Int
  ) throws(ReadingError) -> [AmountItem] {
    let tokens = AmountTokenizer.tokens(of: text)
    var items: [AmountItem] = []
    var roles: [Character: Bool] = [:]
    var index = 0
    while index < tokens.count {
      switch tokens[index] {
      case .numeral(let numeral):
        let readings = Numeral(numeral).readings(in: lexicon)
        guard let value = readings.count > choice ? readings[choice] : readings.first else {
          throw ReadingError(text, "cannot be read: “\(numeral)” is no number")
        }
        for (mark, isDecimal) in Numeral(numeral).roles(for: value) {
          guard roles[mark, default: isDecimal] == isDecimal else {
            throw ReadingError(text, "uses “\(mark)” for decimals and for groups")
          }
          roles[mark] = isDecimal
        }
        items.append(.literal(value, decimals: Numeral(numeral).decimals(of: value)))
        index += 1
      case .word(let word):
        let (item, length) = phrase(at: index, in: tokens, lexicon)
        guard let item else {
          throw ReadingError(
            text, "cannot be read: “\(word)” is no word of \(lexicon.language.name) amounts")
        }
        items.append(item)
        index += length
      }
    }
    return items
  }

  /// The longest phrase of the language that begins at a token, and its number of tokens.
  private static func phrase(
    at index: Int, in tokens: [AmountToken], _ lexicon: AmountLexicon
  ) -> (AmountItem?, Int) {
    var words: [String] = []
    for token in tokens[index...].prefix(lexicon.longestPhrase) {
      guard case .word(let word) = token else { break }
      words.append(word)
    }
    for length in stride(from: words.count, to: 0, by: -1) {
      let phrase = words[..<length].joined(separator: " ")
      if let word = lexicon.word(for: phrase.lowercased()) {
        return (.word(word, phrase), length)
      }
    }
    if let code = words.first, Currency(code: code) != nil {
      return (.word(.currency(code), code), 1)
    }
    return (nil, 1)
  }
}
