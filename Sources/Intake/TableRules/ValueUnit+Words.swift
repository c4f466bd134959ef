import Finance

extension ValueUnit {
  /// Why a text names no unit.
  struct Unknown: Error {
    let message: String
  }

  /// A unit as people write it: `USD m`, `thousand`, `bn`, `Mio EUR`, `fraction`, `bps`.
  init(
    _ text: String, of kind: ValueReading.Kind, language: TextLanguage?
  ) throws(Unknown) {
    self.text = text
    switch kind {
    case .percent: try self.setPercent(text)
    case .basisPoints: try self.setBasisPoints(text)
    case .amount, .number:
      for word in text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "," }) {
        let code = word.uppercased()
        if kind == .amount, Currency(code: code) != nil, currency == nil {
          currency = code
        } else if let found = try ScaleWords.exponent(of: String(word), language), exponent == 0 {
          exponent = found
        } else {
          throw Unknown(message: "“\(word)” is no unit")
        }
      }
    case .text, .years, .date, .flag: throw Unknown(message: "\(kind.rawValue) has no unit")
    }
  }

  private mutating func setPercent(_ text: String) throws(Unknown) {
    switch text.lowercased() {
    case "percent", "%", "pct": break
    case "fraction": (exponent, isFraction) = (2, true)
    case "basis_points", "bps", "bp": exponent = -2
    default: throw Unknown(message: "“\(text)” is none of percent, fraction, basis_points")
    }
  }

  private mutating func setBasisPoints(_ text: String) throws(Unknown) {
    switch text.lowercased() {
    case "basis_points", "bps", "bp": break
    case "percent", "%", "pct": exponent = 2
    case "fraction": (exponent, isFraction) = (4, true)
    default: throw Unknown(message: "“\(text)” is none of basis_points, percent, fraction")
    }
  }
}

/// Words for powers of ten.
enum ScaleWords {
  private static let plain: [String: Int] = [
    "units": 0, "unit": 0, "k": 3, "thousand": 3, "thousands": 3, "tusen": 3, "tausend": 3,
    "'000": 3, "000": 3, "000s": 3, "'000s": 3, "tsd": 3,
    "m": 6, "mm": 6, "mn": 6, "million": 6, "millions": 6, "miljon": 6, "miljoner": 6, "mio": 6,
    "millionen": 6, "mln": 6, "bn": 9, "mdr": 9, "md": 9, "mrd": 9, "miljard": 9, "miljarder": 9,
    "milliarde": 9, "milliarden": 9, "tn": 12, "trn": 12, "trillion": 12, "trillions": 12,
    "biljon": 12, "biljoner": 12, "billionen": 12,
  ]

  /// The power of ten a word stands for; nil for other words.
  ///
  /// - Throws: where two languages mean different numbers and nobody says which one it is.
  static func exponent(
    of word: String, _ language: TextLanguage?
  ) throws(ValueUnit.Unknown) -> Int? {
    let word = String(word.lowercased().filter { $0 != "." })
    switch (word, language) {
    case ("billion", .english), ("billions", .english), ("b", .english): return 9
    case ("billion", .german): return 12
    case ("billion", _), ("billions", _), ("b", _):
      throw ValueUnit.Unknown(
        message: "“\(word)” is 10⁹ in English and 10¹² in German: write bn or tn, or say language")
    case ("trillion", .german), ("trillion", .swedish):
      throw ValueUnit.Unknown(
        message: "“\(word)” is 10¹² in English and 10¹⁸ elsewhere: write tn")
    default: return plain[word]
    }
  }

  /// The power of ten a header names, as in `Amount (USD m)`.
  static func exponent(inHeader name: String) -> (exponent: Int, word: String)? {
    let words = name.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "." }
    // The first word is the name of the thing.
    for word in words.dropFirst() {
      let text = String(word.lowercased())
      if text == "b" || text == "billion" || text == "billions" { return (9, String(word)) }
      if let found = plain[text], text != "md" { return (found, String(word)) }
    }
    return nil
  }
}

extension ScaleWords {
  /// The currency a header names, as in `Amount (USD m)`.
  static func currency(inHeader name: String) -> String? {
    name.split { !$0.isLetter }.dropFirst().map { String($0) }
      .first { $0.count == 3 && $0 == $0.uppercased() && Currency(code: $0) != nil }
  }

  /// Whether a header speaks of basis points.
  static func namesBasisPoints(_ name: String) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains { $0 == "bps" || $0 == "bp" }
  }
}
