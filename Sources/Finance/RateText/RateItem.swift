/// A piece of a rate with what it means.
enum RateItem: Equatable {
  /// Digits with the marks between them.
  case number(String)
  /// A word or phrase.
  case word(RateWord)

  /// The meaning of every piece, the longest phrase first.
  ///
  /// - Parameter currency: The currency of the debt, which tells whose short form `S` is.
  /// - Throws: `ReadingError` at a word that is none of rates, and at a short form that several
  ///   benchmarks have.
  static func items(of text: String, currency: Currency?) throws(ReadingError) -> [RateItem] {
    let tokens = AmountTokenizer.tokens(of: text)
    var items: [RateItem] = []
    var index = 0
    while index < tokens.count {
      switch tokens[index] {
      case .numeral(let numeral):
        items.append(.number(numeral))
        index += 1
      case .word(let word):
        if let benchmark = try abbreviation(at: index, in: tokens, currency, text) {
          items.append(.word(.abbreviation(benchmark)))
          index += 1
        } else if let (meaning, length) = phrase(at: index, in: tokens) {
          items.append(.word(meaning))
          index += length
        } else {
          throw ReadingError(text, "has “\(word)”, which is no word of rates")
        }
      }
    }
    return items
  }

  /// The longest phrase that begins at a token, and its number of tokens.
  private static func phrase(at index: Int, in tokens: [AmountToken]) -> (RateWord, Int)? {
    var words: [String] = []
    for token in tokens[index...].prefix(RateWords.longestPhrase) {
      guard case .word(let word) = token else { break }
      words.append(word.lowercased())
    }
    for length in stride(from: words.count, to: 0, by: -1) {
      let phrase = words[..<length].joined(separator: " ")
      if let meaning = RateWords.word(for: phrase) { return (meaning, length) }
    }
    return nil
  }

  private static func abbreviation(
    at index: Int, in tokens: [AmountToken], _ currency: Currency?, _ text: String
  ) throws(ReadingError) -> RateBenchmark? {
    guard case .word(let letters) = tokens[index], index + 1 < tokens.count,
      tokens[index + 1] == .word("+")
    else { return nil }
    let benchmarks = RateBenchmark.abbreviated(letters, currency: currency)
    guard benchmarks.count < 2 else {
      throw ReadingError(
        text, "is ambiguous, for “\(letters)” may be", readings: benchmarks.map(\.name))
    }
    return benchmarks.first
  }
}
