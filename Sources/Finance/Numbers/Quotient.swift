/// Divides whole numbers the way interest is rounded: to the nearest, a half to the even neighbour.
enum Quotient {
  /// The rounded quotient; `nil` when it does not fit 64 bits.
  static func halfEven(_ dividend: Int128, _ divisor: Int128) -> Int64? {
    let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    let (twice, whole) = (rest.magnitude * 2, divisor.magnitude)
    guard twice > whole || (twice == whole && !quotient.isMultiple(of: 2)) else {
      return Int64(exactly: quotient)
    }
    return Int64(exactly: quotient + ((dividend < 0) == (divisor < 0) ? 1 : -1))
  }

  /// The greatest whole number that divides both.
  static func commonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (abs(left), abs(right))
    while right != 0 { (left, right) = (right, left % right) }
    return max(left, 1)
  }
}
