extension AmountReading: CustomStringConvertible {
  /// The reading in plain words, as `deals read` prints it: `up to 100,000,000,000 USD`,
  /// `about 2.5 percentage points`, `27,000,000,000 to 29,000,000,000 USD`.
  public var description: String {
    let words = [qualifierWords, figureText, unitWords, period.map { "a \($0.rawValue)" }]
    return words.compactMap(\.self).joined(separator: " ") + nuanceWords
  }

  private var qualifierWords: String? {
    switch qualifier {
    case .exact, .range: nil
    case .about: "about"
    case .upTo: "up to"
    case .atLeast: "at least"
    case .undisclosed: "undisclosed"
    }
  }

  private var figureText: String? {
    if let low, let high { return "\(low.grouped) to \(high.grouped)" }
    return value.map { denominator == 1 ? $0.grouped : "\($0)/\(denominator)" }
  }

  private var unitWords: String? {
    if let currency { return currency }
    let isOne = (value ?? high) == ExactDecimal(1)
    switch unit {
    case .money, .number, .fraction: return nil
    case .percent: return "percent"
    case .percentagePoint: return isOne ? "percentage point" : "percentage points"
    case .basisPoint: return isOne ? "basis point" : "basis points"
    case .gigawatt, .megawatt, .year, .month, .day:
      return isOne ? unit.rawValue : "\(unit.rawValue)s"
    }
  }

  private var nuanceWords: String {
    switch nuance {
    case .plain: ""
    case .exclusive: ", the figure itself not meant"
    case .slightlyAbove: ", rather more"
    case .slightlyBelow: ", rather less"
    case .approximate: qualifier == .range ? ", both ends only near" : ", itself only near"
    }
  }
}
