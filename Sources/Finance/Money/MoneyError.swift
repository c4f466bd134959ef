/// Why an amount of money cannot be held.
public enum MoneyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The amount is no whole number of the currency's minor units.
  case fractionOfMinorUnit(ExactDecimal, Currency)
  /// The amount is above `ExactDecimal.maximumMinorUnits` minor units.
  case tooLarge(ExactDecimal, Currency)
  /// Two amounts of different currencies cannot be added.
  case differentCurrencies(Currency, Currency)
  /// A sum does not fit a 64-bit integer.
  case overflow(Currency)

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .fractionOfMinorUnit(let value, let currency):
      "\(value) \(currency) is no whole number of minor units: \(currency) has "
        + "\(currency.exponent) decimals"
    case .tooLarge(let value, let currency):
      "\(value) \(currency) is more than \(ExactDecimal.maximumMinorUnits) minor units and refused"
    case .differentCurrencies(let left, let right): "\(left) and \(right) cannot be added"
    case .overflow(let currency): "a sum of \(currency) amounts is too large"
    }
  }
}
