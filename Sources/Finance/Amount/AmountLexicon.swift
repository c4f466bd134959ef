/// The words of amounts in one language, and how it writes numbers.
struct AmountLexicon {
  let language: TextLanguage
  /// What begins the decimals of a number.
  let decimalMark: Character
  /// What may stand between groups of three digits, besides spaces and apostrophes.
  let groupMark: Character?
  /// Every phrase in small letters, its words with one space between them.
  private let words: [String: AmountWord]
  /// The most words that a phrase has.
  let longestPhrase: Int

  init(
    _ language: TextLanguage, decimalMark: Character, groupMark: Character?,
    numbers: [String: ExactDecimal], table: [(AmountWord, String)]
  ) {
    var words: [String: AmountWord] = [:]
    for (name, number) in numbers { words[name] = .number(number) }
    for (word, phrases) in Self.shared + table {
      for phrase in phrases.split(separator: "|") { words[String(phrase)] = word }
    }
    self.language = language
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.words = words
    longestPhrase = words.keys.reduce(1) { longest, phrase in
      max(longest, phrase.split(separator: " ").count)
    }
  }

  /// The lexicon of a language.
  static func of(_ language: TextLanguage) -> AmountLexicon {
    switch language {
    case .swedish: swedish
    case .english: english
    case .german: german
    }
  }

  /// What a phrase in small letters means; `nil` when this language does not know it.
  func word(for phrase: String) -> AmountWord? {
    words[phrase]
  }

  /// What is the same in every language: signs, symbols of currencies and units.
  private static let shared: [(AmountWord, String)] = [
    (.currency("USD"), "$|us$|us $|usd"),
    (.currency("EUR"), "€|eur"),
    (.currency("GBP"), "£|gbp"),
    (.currency("SEK"), "sek"),
    (.currency("NOK"), "nok"),
    (.currency("DKK"), "dkk"),
    (.currency("CHF"), "chf"),
    (.currency("JPY"), "jpy"),
    (.currency("KRW"), "₩"),
    (.currency("INR"), "₹"),
    (.currency("CAD"), "c$|ca$"),
    (.currency("AUD"), "a$|au$"),
    (.currency("HKD"), "hk$"),
    (.currency("SGD"), "s$|sg$"),
    (.currency("NZD"), "nz$"),
    (.currency("TWD"), "nt$"),
    (.currency("BRL"), "r$"),
    (.scaleOfMoney(6, "USD"), "musd|usdm|us$m|m$"),
    (.scaleOfMoney(9, "USD"), "usdbn|us$bn"),
    (.scaleOfMoney(6, "EUR"), "meur|eurm|m €"),
    (.scaleOfMoney(9, "EUR"), "eurbn"),
    (.scaleOfMoney(6, "SEK"), "msek|sekm"),
    (.scaleOfMoney(9, "SEK"), "sekbn"),
    (.scaleOfMoney(6, "GBP"), "mgbp|gbpm"),
    (.scaleOfMoney(9, "GBP"), "gbpbn"),
    (.currencyOf(["JPY", "CNY"]), "¥"),
    (.currencyOf(["SEK", "NOK", "DKK"]), "kr"),
    (.unit(.percent), "%"),
    (.unit(.gigawatt), "gw|gigawatt"),
    (.unit(.megawatt), "mw|megawatt"),
    (.unit(.basisPoint), "bp|bps"),
    (.qualifier(.about, .plain), "~|≈|ca|circa"),
    (.qualifier(.upTo, .plain), "≤|< =|max"),
    (.qualifier(.upTo, .exclusive), "<"),
    (.qualifier(.atLeast, .plain), "≥|> =|+|min"),
    (.qualifier(.atLeast, .exclusive), ">"),
    (.dash, "-|–|—|−"),
  ]
}
