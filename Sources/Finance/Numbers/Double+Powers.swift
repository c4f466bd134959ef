// The standard library has no powers of fractions, and this module imports nothing. Both series
// below are exact to the last digits that discounting can use; a test holds them to the C library.
extension Double {
  // The logarithm of 2 in two parts, so that whole multiples of the first are exact.
  private static let log2High = 0x1.62e42feep-1
  private static let log2Low = 0x1.a39ef35793c76p-33

  /// The logarithm to the base e of a number above zero; not a number for others.
  var naturalLogarithm: Double {
    guard self > 0, isFinite else { return .nan }
    var (fraction, power) = (significand, Double(exponent))
    if fraction > 2.0.squareRoot() { (fraction, power) = (fraction / 2, power + 1) }
    // ln m = 2 artanh((m - 1) / (m + 1)), whose argument is at most 0.172 here.
    let ratio = (fraction - 1) / (fraction + 1)
    let square = ratio * ratio
    var series = 0.0
    for divisor in stride(from: 23.0, through: 3, by: -2) { series = series * square + 1 / divisor }
    let tail = 2 * ratio * series * square
    return power * Self.log2High + (2 * ratio + (tail + power * Self.log2Low))
  }

  /// e to the power of the number.
  var exponential: Double {
    if isNaN { return .nan }
    if self > 709 { return .infinity }
    if self < -745 { return 0 }
    let power = (self / (Self.log2High + Self.log2Low)).rounded()
    let rest = (self - power * Self.log2High) - power * Self.log2Low
    var series = 1.0
    for divisor in stride(from: 14.0, through: 1, by: -1) { series = 1 + rest / divisor * series }
    return Double(sign: .plus, exponent: Int(power), significand: series)
  }

  /// A number above zero to the power of any number.
  func raised(to power: Double) -> Double {
    (power * naturalLogarithm).exponential
  }
}
