internal import Finance

/// The figure of a statistic as claims write it, in its unit: `1500`, `27 to 29`.
struct StatedFigure: Equatable {
  var value: ExactDecimal?
  var low: ExactDecimal?
  var high: ExactDecimal?

  /// Reads what `text` writes; nil for anything else.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 3, words[1] == "to", let low = try? ExactDecimal(words[0]),
      let high = try? ExactDecimal(words[2]), low <= high
    {
      self.low = low
      self.high = high
    } else if words.count == 1, let value = try? ExactDecimal(words[0]) {
      self.value = value
    } else {
      return nil
    }
  }

  /// The figure of a reading, in thousand millions for the unit `bn`; nil when it has none.
  init?(_ reading: AmountReading, unit: String?) {
    func inUnit(_ number: ExactDecimal?) -> ExactDecimal? {
      unit == "bn" ? number.flatMap { try? $0.timesPowerOfTen(-9) } : number
    }
    value = inUnit(reading.value)
    low = inUnit(reading.low)
    high = inUnit(reading.high)
    guard reading.denominator == 1, value != nil || (low != nil && high != nil) else { return nil }
  }

  /// The figure as a claim writes it.
  var text: String {
    if let low, let high { return "\(low) to \(high)" }
    return value.map(\.description) ?? ""
  }

  /// The same in minor units where the statistic is money, nil otherwise.
  func minorUnits(
    of figure: Observation.Figure
  ) throws -> (value: Int64?, low: Int64?, high: Int64?) {
    guard let currency = figure.currency.flatMap({ Currency(code: $0) }),
      figure.unit == "bn" || figure.unit == currency.code
    else { return (nil, nil, nil) }
    let power = figure.unit == "bn" ? 9 : 0
    func minor(_ number: ExactDecimal?) throws -> Int64? {
      try number.map { try $0.timesPowerOfTen(power).minorUnits(of: currency) }
    }
    return (try minor(value), try minor(low), try minor(high))
  }
}
