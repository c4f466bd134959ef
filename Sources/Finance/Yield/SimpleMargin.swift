/// The margin of a floating instrument without any discounting.
public enum SimpleMargin {
  /// The spread for life: `(100 (100 - P) / years + margin) 100 / P` in basis points, with P the
  /// clean price (Fabozzi, “Bond Markets, Analysis, and Strategies”).
  ///
  /// - Parameters:
  ///   - price: The quoted price in percent.
  ///   - quotedMargin: The margin of the agreement in basis points.
  ///   - years: The time to maturity.
  /// - Throws: `BondError` when price or time is not above zero.
  public static func basisPoints(
    cleanPrice price: Double, quotedMargin: Double, years: Double
  ) throws(BondError) -> Double {
    guard price.isFinite, price > 0 else { throw .priceNotPositive(price) }
    guard years.isFinite, years > 0 else { throw .lifeNotPositive(years) }
    return (100 * (100 - price) / years + quotedMargin) * 100 / price
  }
}
