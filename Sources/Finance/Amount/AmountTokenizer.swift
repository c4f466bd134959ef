/// Takes an amount in words apart into numerals, words and signs.
struct AmountTokenizer {
  private let characters: [Character]
  private var offset = 0

  /// The pieces of a text in order.
  static func tokens(of text: String) -> [AmountToken] {
    var tokenizer = AmountTokenizer(characters: Array(text))
    return tokenizer.tokens()
  }

  private init(characters: [Character]) {
    self.characters = characters
  }

  private mutating func tokens() -> [AmountToken] {
    var tokens: [AmountToken] = []
    while offset < characters.count {
      let character = characters[offset]
      if Self.isDigit(character) {
        tokens.append(.numeral(numeral()))
      } else if character.isLetter {
        tokens += words()
      } else {
        offset += 1
        if !character.isWhitespace { tokens.append(.word(String(character))) }
      }
    }
    return tokens
  }

  /// Digits, and marks that have a digit on both sides; a space only before a group of three
  /// digits.
  private mutating func numeral() -> String {
    var numeral = ""
    while offset < characters.count {
      let character = characters[offset]
      let isMark = ".,'’".contains(character) && digits(from: offset + 1) > 0
      let isGroup = Self.isGroupSpace(character) && digits(from: offset + 1) == 3
      let isOpen = numeral.allSatisfy { Self.isDigit($0) || $0 == " " } && startsWithGroup(numeral)
      guard Self.isDigit(character) || isMark || (isGroup && isOpen) else { break }
      numeral.append(isGroup ? " " : character)
      offset += 1
    }
    return numeral
  }

  /// Letters; those before a dollar sign belong to it, and points between single letters fall away.
  ///
  /// A hyphen between letters separates words, so that `US-Dollar` and `US dollar` are the same.
  private mutating func words() -> [AmountToken] {
    var words: [AmountToken] = []
    var word = ""
    while offset < characters.count {
      let character = characters[offset]
      if character.isLetter {
        word.append(character)
      } else if character == "$", !word.isEmpty, word.count < 3 {
        word.append(character)
        offset += 1
        break
      } else if character == ".", !word.isEmpty {
        if !isLetter(offset + 1) || word.count > 1 && !isInitials(word) {
          offset += 1
          break
        }
      } else if "-‑'’".contains(character), isLetter(offset + 1) {
        if !word.isEmpty { words.append(.word(word)) }
        word = ""
      } else {
        break
      }
      offset += 1
    }
    return word.isEmpty ? words : words + [.word(word)]
  }

  /// Whether letters that a point follows are initials, as in `U.S.`
  private func isInitials(_ word: String) -> Bool {
    offset >= 2 && characters[offset - 2] == "."
  }

  private func isLetter(_ at: Int) -> Bool {
    characters.indices.contains(at) && characters[at].isLetter
  }

  /// The number of digits from a place on.
  private func digits(from start: Int) -> Int {
    characters[min(start, characters.count)...].prefix(while: Self.isDigit).count
  }

  /// Whether digits before a space can be the first group of several: at most three.
  private func startsWithGroup(_ numeral: String) -> Bool {
    numeral.prefix { $0 != " " }.count <= 3
  }

  private static func isDigit(_ character: Character) -> Bool {
    character >= "0" && character <= "9" && character.utf8.count == 1
  }

  /// Space, no-break space, narrow no-break space, thin space.
  private static func isGroupSpace(_ character: Character) -> Bool {
    character == " " || character == "\u{A0}" || character == "\u{202F}" || character == "\u{2009}"
  }
}
