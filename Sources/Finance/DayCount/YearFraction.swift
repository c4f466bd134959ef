/// A part of a year as an exact quotient of whole numbers: 181/360.
public struct YearFraction: Hashable, Sendable, CustomStringConvertible {
  /// The number above the line.
  public let numerator: Int
  /// The number below the line, at least 1; shares no divisor with the other.
  public let denominator: Int

  /// No time at all.
  public static let zero = YearFraction(0, of: 1)

  /// A quotient of calendar counts, brought into lowest terms.
  init(_ numerator: Int, of denominator: Int) {
    let divisor = Quotient.commonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The exact sum.
  ///
  /// Denominators are lengths of coupon periods, of which a frequency has five at most, so that
  /// their common multiple stays far below 64 bits.
  func adding(_ other: YearFraction) -> YearFraction {
    let divisor = Quotient.commonDivisor(denominator, other.denominator)
    let (left, right) = (other.denominator / divisor, denominator / divisor)
    return YearFraction(
      numerator * left + other.numerator * right, of: denominator * left)
  }

  /// The nearest binary number of years.
  public var years: Double { Double(numerator) / Double(denominator) }

  /// The quotient as text: `181/360`.
  public var description: String { "\(numerator)/\(denominator)" }
}
