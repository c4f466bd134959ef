extension Valuation {
  /// What is paid for 100 of principal owed at a yield, accrued interest included.
  ///
  /// - Throws: `BondError.yieldOutOfRange` at or below the yield at which money is worth any sum.
  public func dirtyPrice(yield percent: Double) throws(BondError) -> Double {
    try sums(yield: percent).value
  }

  /// The quoted price for 100 of principal owed at a yield, without accrued interest.
  ///
  /// - Throws: `BondError.yieldOutOfRange`.
  public func cleanPrice(yield percent: Double) throws(BondError) -> Double {
    try dirtyPrice(yield: percent) - accruedInterest
  }

  /// The yield at a quoted price.
  ///
  /// - Throws: `BondError` when no yield gives the price, or several may.
  public func yield(cleanPrice price: Double) throws(BondError) -> Double {
    try yield(dirtyPrice: price + accruedInterest)
  }

  /// The yield at a price that includes accrued interest.
  ///
  /// - Throws: `BondError` when no yield gives the price, or several may.
  public func yield(dirtyPrice price: Double) throws(BondError) -> Double {
    guard price.isFinite, price > 0 else { throw .priceNotPositive(price) }
    // On the eve of the last payment no time may be left by the day count: any yield would do.
    guard flows.contains(where: { $0.periods > 0 }) else { throw .noYield(price: price) }
    guard hasOneYield(at: price) else { throw .yieldNotUnique }
    let frequency = Double(convention.frequency.rawValue)
    let found = RootSearch(bracket: lowestRate + 1e-6...1000, guess: 0.05 / frequency).root {
      let sums = sums(rate: $0)
      return (sums.value - price, sums.slope)
    }
    guard let found else { throw .noYield(price: price) }
    return found * frequency * 100
  }

  /// The coupon of a year over the quoted price, in percent.
  ///
  /// - Throws: `BondError` when the rate on the day of settlement is not known.
  public func currentYield(cleanPrice price: Double) throws(BondError) -> Double {
    guard price.isFinite, price > 0 else { throw .priceNotPositive(price) }
    guard let percent = plan.interestPercent(on: settlement) else {
      throw .flowUnknown(settlement, .rate)
    }
    return percent / price * 100
  }

  /// The present value at a yield, with its derivatives by the rate of one period.
  func sums(
    yield percent: Double
  ) throws(BondError) -> (value: Double, slope: Double, bend: Double) {
    let rate = percent / 100 / Double(convention.frequency.rawValue)
    guard rate.isFinite, rate > lowestRate else { throw .yieldOutOfRange(percent) }
    return sums(rate: rate)
  }

  private func sums(rate: Double) -> (value: Double, slope: Double, bend: Double) {
    flows.reduce((value: 0.0, slope: 0.0, bend: 0.0)) { sum, flow in
      let own = flow.value(at: rate)
      return (sum.value + own.value, sum.slope + own.slope, sum.bend + own.bend)
    }
  }

  /// The rate of one period at which a factor has no value any more.
  private var lowestRate: Double {
    -1 / max(1, flows.map(\.simple).max() ?? 0)
  }

  /// Whether one yield at most gives a price: money changes direction once, or what has been paid
  /// and got in total does (Norstrom, “A Sufficient Condition for a Unique Nonnegative Internal
  /// Rate of Return”, 1972).
  private func hasOneYield(at price: Double) -> Bool {
    let amounts = [-price] + flows.sorted { $0.periods < $1.periods }.map(\.amount)
    var total = 0.0
    let totals = amounts.map { amount in
      total += amount
      return total
    }
    return Self.turns(amounts) <= 1 || (Self.turns(totals) == 1 && total > 0)
  }

  private static func turns(_ amounts: [Double]) -> Int {
    let signs = amounts.filter { $0 != 0 }.map { $0 < 0 }
    return zip(signs, signs.dropFirst()).count { $0 != $1 }
  }
}
