extension ExactDecimal: Comparable {
  /// Orders by value; exact, whatever the powers of ten.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    if left.coefficient == 0 || right.coefficient == 0 {
      return left.coefficient < right.coefficient
    }
    guard left.magnitude == right.magnitude else {
      return (left.magnitude < right.magnitude) != left.isNegative
    }
    let shared = min(left.exponent, right.exponent)
    return left.coefficient(at: shared) < right.coefficient(at: shared)
  }

  /// The value times ten to a power: `23.25` times 10⁹ is `23250000000`.
  ///
  /// - Throws: `ExactDecimalError.outOfRange`.
  public func timesPowerOfTen(_ power: Int) throws(ExactDecimalError) -> ExactDecimal {
    try ExactDecimal(coefficient: coefficient, exponent: exponent + power)
  }

  /// The exact product.
  ///
  /// - Throws: `ExactDecimalError` when it has too many digits or is out of range.
  public func multiplied(by other: ExactDecimal) throws(ExactDecimalError) -> ExactDecimal {
    let (product, isOver) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    guard !isOver else { throw .tooManyDigits }
    return try ExactDecimal(coefficient: product, exponent: exponent + other.exponent)
  }

  /// The exact sum.
  ///
  /// - Throws: `ExactDecimalError` when it has too many digits or is out of range.
  public func adding(_ other: ExactDecimal) throws(ExactDecimalError) -> ExactDecimal {
    if coefficient == 0 { return other }
    if other.coefficient == 0 { return self }
    let shared = min(exponent, other.exponent)
    guard max(magnitude, other.magnitude) - shared < Self.maximumDigits else {
      throw .tooManyDigits
    }
    let sum = coefficient(at: shared) + other.coefficient(at: shared)
    return try ExactDecimal(coefficient: sum, exponent: shared)
  }

  /// The value with the other sign.
  public var negated: ExactDecimal {
    (try? ExactDecimal(coefficient: -coefficient, exponent: exponent)) ?? self
  }

  /// The coefficient as it is at a lower power of ten. The caller knows that it fits.
  private func coefficient(at power: Int) -> Int128 {
    (power..<exponent).reduce(coefficient) { value, _ in value * 10 }
  }
}
