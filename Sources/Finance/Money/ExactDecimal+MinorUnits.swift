extension ExactDecimal {
  /// The largest number of minor units that the ledger stores: 9·10¹⁵.
  ///
  /// Sums of a thousand such amounts still fit a 64-bit integer, and each is exact as a binary
  /// number.
  public static let maximumMinorUnits: Int64 = 9_000_000_000_000_000

  /// An amount of minor units as a number of main units: 2325 at exponent 2 is `23.25`.
  public init(minorUnits: Int64, exponent: Int) {
    self = (try? ExactDecimal(coefficient: Int128(minorUnits), exponent: -exponent)) ?? .zero
  }

  /// The number of minor units of a currency that an amount in main units is.
  ///
  /// - Throws: `MoneyError.fractionOfMinorUnit` when it is no whole number of them, and
  ///   `MoneyError.tooLarge` above `maximumMinorUnits`, to either side of zero.
  public func minorUnits(of currency: Currency) throws(MoneyError) -> Int64 {
    let power = exponent + currency.exponent
    guard power >= 0 else { throw .fractionOfMinorUnit(self, currency) }
    guard magnitude + currency.exponent < 18 else { throw .tooLarge(self, currency) }
    let units = (0..<power).reduce(coefficient) { value, _ in value * 10 }
    guard units.magnitude <= Int128(Self.maximumMinorUnits).magnitude else {
      throw .tooLarge(self, currency)
    }
    return Int64(units)
  }

  /// The same with what is finer than the minor unit rounded half to even.
  ///
  /// - Throws: `MoneyError.tooLarge` above `maximumMinorUnits`, to either side of zero.
  public func roundedMinorUnits(
    of currency: Currency
  ) throws(MoneyError) -> (units: Int64, isRounded: Bool) {
    let rounded = rounded(toDecimals: currency.exponent)
    return (try rounded.minorUnits(of: currency), rounded != self)
  }

  /// The number with at most so many decimals, rounded half to even; negative ones are powers of
  /// ten.
  public func rounded(toDecimals decimals: Int) -> ExactDecimal {
    let power = -decimals - exponent
    guard power > 0 else { return self }
    // No coefficient has so many digits.
    guard power <= Self.maximumDigits else { return .zero }
    let divisor = (0..<power).reduce(Int128(1)) { value, _ in value * 10 }
    var (quotient, rest) = coefficient.quotientAndRemainder(dividingBy: divisor)
    let half = rest.magnitude.addingReportingOverflow(rest.magnitude).partialValue
    if half > divisor.magnitude || half == divisor.magnitude && !quotient.isMultiple(of: 2) {
      quotient += coefficient < 0 ? -1 : 1
    }
    return (try? ExactDecimal(coefficient: quotient, exponent: -decimals)) ?? .zero
  }
}
