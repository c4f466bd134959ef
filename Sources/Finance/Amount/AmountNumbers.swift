/// Builds the numbers in words of a language from its small numbers and its tens.
enum AmountNumbers {
  /// A half, as `en halv` and `half a` say it.
  static let half = decimal(5)
  /// One and a half, as `anderthalb` says it.
  static let oneAndHalf = decimal(15)

  /// The words for 0 to 99.
  ///
  /// - Parameters:
  ///   - small: The words for 0 to 19.
  ///   - tens: The words for 20, 30 to 90.
  ///   - join: How a ten and a one make a word.
  static func words(
    small: String, tens: String, join: (_ ten: String, _ one: String) -> String
  ) -> [String: Int] {
    let (small, tens) = (list(small), list(tens))
    var words: [String: Int] = [:]
    for (number, name) in small.enumerated() { words[name] = number }
    for (index, ten) in tens.enumerated() {
      let value = (index + 2) * 10
      words[ten] = value
      for one in 1...9 { words[join(ten, small[one])] = value + one }
    }
    return words
  }

  /// The words of a table row.
  static func list(_ row: String) -> [String] {
    row.split(separator: "|").map(String.init)
  }

  private static func decimal(_ tenths: Int128) -> ExactDecimal {
    (try? ExactDecimal(coefficient: tenths, exponent: -1)) ?? .zero
  }
}
