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
  ///   - join: How a ten and a one make a word, in every spelling.
  static func words(
    small: String, tens: String, join: (_ ten: String, _ one: String) -> [String]
  ) -> [String: Int] {
    let (small, tens) = (list(small), list(tens))
    var words: [String: Int] = [:]
    for (number, name) in small.enumerated() { words[name] = number }
    for (index, ten) in tens.enumerated() {
      let value = (index + 2) * 10
      words[ten] = value
      for one in 1...9 {
        for name in join(ten, small[one]) { words[name] = value + one }
      }
    }
    return words
  }

  /// The words for 100 to 999.
  ///
  /// - Parameters:
  ///   - numbers: The words for 1 to 99.
  ///   - small: The words for 0 to 19; what follows the nineteenth is another word for one.
  ///   - join: How the number of hundreds and the rest make a word, in every spelling; the rest is
  ///     empty for whole hundreds.
  static func hundreds(
    above numbers: [String: Int], small: String, join: (_ one: String, _ rest: String) -> [String]
  ) -> [String: Int] {
    let small = list(small)
    let ones = (1...9).map { (small[$0], $0) } + small.dropFirst(20).map { ($0, 1) }
    let rests = numbers.filter { 1...99 ~= $0.value }.map { ($0.key, $0.value) } + [("", 0)]
    var words: [String: Int] = [:]
    for (one, count) in ones {
      for (rest, value) in rests {
        for name in join(one, rest) { words[name] = count * 100 + value }
      }
    }
    return words
  }

  /// Numbers in words as decimals, with 1.5 to 19.5 added.
  static func withHalves(
    _ numbers: [String: Int], small: String, join: (_ one: String) -> [String]
  ) -> [String: ExactDecimal] {
    var words = numbers.mapValues { ExactDecimal(Int64($0)) }
    for (number, name) in list(small).enumerated() where 1...19 ~= number {
      for phrase in join(name) { words[phrase] = decimal(Int128(number) * 10 + 5) }
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
