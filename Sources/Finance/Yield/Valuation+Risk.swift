extension Valuation {
  /// The time to the flows in years, weighed by present value (Macaulay, 1938).
  ///
  /// - Throws: `BondError.yieldOutOfRange`.
  public func macaulayDuration(yield percent: Double) throws(BondError) -> Double {
    let frequency = Double(convention.frequency.rawValue)
    let price = try sums(yield: percent).value
    let rate = percent / 100 / frequency
    let weighed = flows.reduce(0.0) { $0 + $1.value(at: rate).value * $1.periods }
    return weighed / price / frequency
  }

  /// The loss of price in percent for a yield one percentage point higher: `-P' / P`.
  ///
  /// With powers throughout this is Macaulay's duration over `1 + y / f`. It is the spread duration
  /// too, where the yield is a benchmark and a spread and coupons do not follow the benchmark.
  ///
  /// - Throws: `BondError.yieldOutOfRange`.
  public func modifiedDuration(yield percent: Double) throws(BondError) -> Double {
    let sums = try sums(yield: percent)
    return -sums.slope / sums.value / Double(convention.frequency.rawValue)
  }

  /// The second derivative of the price by the yield over the price, `P'' / P`, in years squared.
  ///
  /// - Throws: `BondError.yieldOutOfRange`.
  public func convexity(yield percent: Double) throws(BondError) -> Double {
    let sums = try sums(yield: percent)
    let frequency = Double(convention.frequency.rawValue)
    return sums.bend / sums.value / (frequency * frequency)
  }
}
