/// A decimal number without any rounding: an integer times a power of ten.
///
/// Figures of a ledger are written in decimals, and a binary fraction cannot hold most of them. The
/// value is kept in its shortest form, so that `1.5e9` and `1500000000.00` are equal and print the
/// same.
public struct ExactDecimal: Hashable, Sendable {
  /// The most digits a coefficient can have.
  public static let maximumDigits = 36
  /// The largest power of ten, up or down, that the first digit can stand at.
  public static let maximumMagnitude = 60

  /// The digits and the sign, without a zero at the end; 0 for zero.
  public let coefficient: Int128
  /// The power of ten that the coefficient is multiplied by; 0 for zero.
  public let exponent: Int

  /// Zero.
  public static let zero = ExactDecimal(0)

  /// A whole number.
  public init(_ value: Int64) {
    self.init(unchecked: Int128(value), exponent: 0)
  }

  /// `coefficient` times ten to the power `exponent`.
  ///
  /// - Throws: `ExactDecimalError` when there are more digits than `maximumDigits`, or the number
  ///   is larger or smaller than `maximumMagnitude` allows.
  public init(coefficient: Int128, exponent: Int) throws(ExactDecimalError) {
    let value = ExactDecimal(unchecked: coefficient, exponent: exponent)
    guard value.digits <= Self.maximumDigits else { throw .tooManyDigits }
    guard abs(value.magnitude) <= Self.maximumMagnitude else { throw .outOfRange }
    self = value
  }

  /// Brings the coefficient into its shortest form.
  private init(unchecked coefficient: Int128, exponent: Int) {
    var (coefficient, exponent) = (coefficient, coefficient == 0 ? 0 : exponent)
    while coefficient != 0, coefficient % 10 == 0 {
      coefficient /= 10
      exponent += 1
    }
    self.coefficient = coefficient
    self.exponent = exponent
  }

  /// The number of digits of the coefficient; 1 for zero.
  var digits: Int {
    var (count, rest) = (1, coefficient.magnitude)
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }

  /// The power of ten that the first digit stands at; 0 for zero.
  var magnitude: Int { coefficient == 0 ? 0 : digits - 1 + exponent }

  /// Whether the value is below zero.
  public var isNegative: Bool { coefficient < 0 }

  /// Whether the value has no decimals.
  public var isWhole: Bool { exponent >= 0 }

  /// The nearest binary number, for rates and ratios; never for money that is summed.
  public var approximate: Double {
    // Both parts are exact binary numbers, so that one operation rounds, and rounds once.
    if coefficient.magnitude < 1 << 53, Self.exactPowers.indices.contains(abs(exponent)) {
      let digits = Double(Int64(coefficient))
      let power = Self.exactPowers[abs(exponent)]
      return exponent < 0 ? digits / power : digits * power
    }
    return Double(description) ?? .nan
  }

  /// The powers of ten that a binary number holds exactly.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
