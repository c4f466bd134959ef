internal import Finance

/// What is looked for, word by word, as names are compared: small ASCII letters and digits.
struct SearchWords {
  let words: [Substring]

  init(_ text: String) { words = Self.folded(text) }

  /// A pattern for `LIKE` that every text matches in which the words stand, and some others do:
  /// letters that marks may stand on are left open.
  var patterns: [String] {
    words.map { word in
      "%" + String(word.map { Self.plain.contains($0) ? $0 : "_" }) + "%"
    }
  }

  /// Consonants and digits that are written alike with and without marks.
  private static let plain = Set("bfghjkmpqrtvwx0123456789")

  static func folded(_ text: String) -> [Substring] {
    PartyName(text).key.split(separator: " ")
  }

  /// Whether every word stands in a text, as a word or as part of one.
  func stand(in text: String) -> Bool {
    let folded = PartyName(text).key
    return !words.isEmpty && words.allSatisfy { folded.contains($0) }
  }

  /// Whether every word is a whole word of a text.
  func areWhole(in text: String) -> Bool {
    Set(words).isSubset(of: Self.folded(text))
  }

  /// How many typing errors lie between the words and those of a name, one in a word of four
  /// letters, two in one of eight; nil where there are more.
  func errors(in name: String) -> Int? {
    let named = Self.folded(name)
    // Two words may be one in the name: `Blak Rock`.
    let joined = Substring(words.joined())
    if words.count > 1, let least = Self.errors(joined, named) { return least + 1 }
    var sum = 0
    for word in words {
      if named.contains(where: { $0.contains(word) }) { continue }
      guard let least = Self.errors(word, named) else { return nil }
      sum += least
    }
    return sum
  }

  private static func errors(_ word: Substring, _ named: [Substring]) -> Int? {
    let allowed = word.utf8.count >= 8 ? 2 : word.utf8.count >= 4 ? 1 : 0
    return named.compactMap { EditDistance.between(word, $0, atMost: allowed) }.min()
  }
}
