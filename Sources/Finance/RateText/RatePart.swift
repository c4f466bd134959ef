/// A figure of a rate with what stands around it.
struct RatePart {
  /// What a figure is of the whole rate.
  enum Role {
    /// The rate or the spread.
    case rate
    /// The part paid in money.
    case cash
    /// The part paid in kind.
    case inKind
    /// The lowest value of the benchmark.
    case floor
  }

  /// The digits, or the value of a fraction, of the low and the high end; one when it is no range.
  var ends: [RateNumber]
  /// What it counts; `nil` when no unit is named.
  var unit: AmountUnit?
  /// What it is.
  var role = Role.rate
}

/// One number of a rate, before its language has been chosen.
struct RateNumber {
  /// The digits as written.
  let numeral: String
  /// What a fraction after the digits adds.
  var fraction = ExactDecimal.zero
  /// Whether a minus stands before it.
  var isNegative = false

  /// The values that it may have as percent: below 1,000, so that a mark begins the decimals.
  func percents() -> [ExactDecimal] {
    let numeral = Numeral(numeral)
    return values([numeral.decimal, numeral.grouped].compactMap(\.self)).filter {
      ExactDecimal(-1000) < $0 && $0 < ExactDecimal(1000)
    }
  }

  /// The values that it may have in a language, or in any when none is given.
  func values(in language: TextLanguage?) -> [ExactDecimal] {
    let numeral = Numeral(numeral)
    let languages = language.map { [$0] } ?? TextLanguage.allCases
    var readings: [ExactDecimal] = []
    for value in languages.flatMap({ numeral.readings(in: .of($0)) })
    where !readings.contains(value) { readings.append(value) }
    return values(readings)
  }

  private func values(_ whole: [ExactDecimal]) -> [ExactDecimal] {
    whole.compactMap { value in
      guard let sum = try? value.adding(fraction) else { return nil }
      return isNegative ? sum.negated : sum
    }
  }
}
