/// An exact amount of one currency, counted in its minor units.
public struct Money: Hashable, Sendable {
  /// The amount in minor units: cents of USD, whole yen of JPY.
  public let minorUnits: Int64
  /// The currency.
  public let currency: Currency

  /// An amount of `minorUnits` of `currency`.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// An amount in main units: `23.25` dollars.
  ///
  /// - Throws: `MoneyError` when it is no whole number of minor units, or too large.
  public init(_ value: ExactDecimal, currency: Currency) throws(MoneyError) {
    self.init(minorUnits: try value.minorUnits(of: currency), currency: currency)
  }

  /// The amount in main units.
  public var value: ExactDecimal {
    ExactDecimal(minorUnits: minorUnits, exponent: currency.exponent)
  }

  /// The exact sum.
  ///
  /// - Throws: `MoneyError` for two currencies, and when the sum does not fit 64 bits.
  public func adding(_ other: Money) throws(MoneyError) -> Money {
    guard currency == other.currency else { throw .differentCurrencies(currency, other.currency) }
    let (sum, isOver) = minorUnits.addingReportingOverflow(other.minorUnits)
    guard !isOver else { throw .overflow(currency) }
    return Money(minorUnits: sum, currency: currency)
  }
}
