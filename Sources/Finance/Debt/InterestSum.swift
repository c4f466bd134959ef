/// Interest added up without rounding, to be rounded once.
struct InterestSum {
  /// The interest times `denominator` times `ExactRate.unitsInWhole`.
  private var numerator: Int128 = 0
  private var denominator = 1

  /// Adds the interest on an amount for some time.
  ///
  /// - Throws: `BondError.amountOutOfRange` when the sum cannot be held.
  mutating func add(
    _ minorUnits: Int64, at rate: ExactRate, for time: YearFraction
  ) throws(BondError) {
    let divisor = Quotient.commonDivisor(denominator, time.denominator)
    let factors = [
      Int128(rate.units), Int128(time.numerator), Int128(denominator / divisor),
    ]
    var interest = Int128(minorUnits)
    for factor in factors { interest = try Self.product(interest, factor) }
    let own = try Self.product(numerator, Int128(time.denominator / divisor))
    let (sum, isOver) = own.addingReportingOverflow(interest)
    guard !isOver else { throw .amountOutOfRange }
    numerator = sum
    denominator *= time.denominator / divisor
  }

  /// The interest in whole minor units, a half to the even one.
  ///
  /// - Throws: `BondError.amountOutOfRange` when it does not fit 64 bits.
  func rounded() throws(BondError) -> Int64 {
    let divisor = Int128(denominator) * ExactRate.unitsInWhole
    guard let units = Quotient.halfEven(numerator, divisor) else { throw .amountOutOfRange }
    return units
  }

  /// The interest with its parts of a minor unit.
  var approximate: Double {
    Double(numerator) / (Double(denominator) * Double(ExactRate.unitsInWhole))
  }

  private static func product(_ left: Int128, _ right: Int128) throws(BondError) -> Int128 {
    let (product, isOver) = left.multipliedReportingOverflow(by: right)
    guard !isOver else { throw .amountOutOfRange }
    return product
  }
}
