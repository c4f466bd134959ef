/// How an amount that someone wrote is read.
public struct AmountReading: Hashable, Sendable {
  /// The figure, scale words multiplied out; `nil` for a range and when undisclosed.
  public let value: ExactDecimal?
  /// The low end of a range.
  public let low: ExactDecimal?
  /// The high end of a range.
  public let high: ExactDecimal?
  /// What the figure is to be divided by: 3 for `two thirds`, otherwise 1.
  public let denominator: Int
  /// How the figure is to be taken.
  public let qualifier: Qualifier
  /// What the words say beyond the qualifier.
  public let nuance: AmountNuance
  /// What the figure counts.
  public let unit: AmountUnit
  /// The ISO 4217 code of the currency named; `nil` when none is.
  public let currency: String?
  /// The time the figure is counted over; `nil` when none is named.
  public let period: AmountPeriod?
  /// The power of ten of the last digit that is written: 9 for `27 billion`, 7 for `23.25 billion`.
  public let lastDigit: Int

  /// The reading as an amount of money in minor units.
  ///
  /// `currency`: The currency of the document, taken where the text names none.
  ///
  /// - Throws: `AmountError` when the figure is no money, the currency is missing or unknown or
  ///   another than the document's, or the figure is no whole number of minor units.
  public func amount(
    in currency: Currency? = nil, measure: Measure? = nil
  ) throws(AmountError) -> Amount {
    guard unit == .money || unit == .number, denominator == 1 else { throw .notMoney(unit) }
    if qualifier == .undisclosed, self.currency == nil {
      return .undisclosed(measure: measure, currency: currency)
    }
    let currency = try resolved(currency)
    return try Amount(
      minor: Self.minorUnits(of: value, currency), lowMinor: Self.minorUnits(of: low, currency),
      highMinor: Self.minorUnits(of: high, currency), qualifier: qualifier, measure: measure,
      currency: currency)
  }

  /// The currency named, which must be the document's if both name one.
  private func resolved(_ given: Currency?) throws(AmountError) -> Currency {
    guard let code = self.currency else {
      guard let given else { throw .currencyMissing }
      return given
    }
    guard given == nil || given?.code == code else { throw .currencyContradicted(code) }
    guard let known = given ?? Currency(code: code) else { throw .currencyUnknown(code) }
    return known
  }

  private static func minorUnits(
    of value: ExactDecimal?, _ currency: Currency
  ) throws(AmountError) -> Int64? {
    guard let value else { return nil }
    do throws(MoneyError) {
      return try value.minorUnits(of: currency)
    } catch {
      throw .money(error)
    }
  }
}
