/// A floating instrument on a day of settlement, discounted at a benchmark and a margin.
///
/// `P = Σ C / Π (1 + (I + m) t)`: the benchmark I is assumed to stay as it is, each coupon period
/// discounts by simple interest over its days, and the first by the days left of it (Fabozzi,
/// “Bond Markets, Analysis, and Strategies”, effective margin; 31 CFR part 356, appendix B,
/// section IV). Prices are percent of the principal owed, margins basis points.
public struct MarginValuation: Sendable {
  /// A flow in percent of the principal owed, with the parts of a year that discount it, in order.
  private struct Flow {
    let amount: Double
    let times: [Double]
  }

  /// The benchmark that is assumed, in percent a year.
  public let benchmarkPercent: Double
  /// Accrued interest in percent of the principal owed.
  public let accruedInterest: Double
  private let flows: [Flow]

  /// Values the flows of a plan that are due after a day.
  ///
  /// `plan`: Flows of which all are known: made with fixings that assume a benchmark for
  /// the time ahead.
  ///
  /// - Throws: `BondError` when a flow is not known, or nothing is owed on the day.
  public init(
    _ plan: CashFlowPlan, settling settlement: Day, benchmarkPercent: Double
  ) throws(BondError) {
    let base = try Valuation(plan, settling: settlement, by: .icma(plan.schedule.terms.frequency))
    accruedInterest = base.accruedInterest
    self.benchmarkPercent = try ExactRate(percent: benchmarkPercent).percent
    let owed = Double(plan.outstanding(on: settlement).minorUnits ?? 0)
    var flows: [Flow] = []
    for flow in plan.flows where flow.isCash && plan.valueDay(of: flow) > settlement {
      let times = try Self.times(plan, from: settlement, to: plan.valueDay(of: flow))
      flows.append(Flow(amount: Double(flow.amount.minorUnits ?? 0) / owed * 100, times: times))
    }
    self.flows = flows
  }

  /// What is paid for 100 of principal owed at a margin, accrued interest included.
  ///
  /// - Throws: `BondError.yieldOutOfRange` at a margin that discounts nothing.
  public func dirtyPrice(marginBasisPoints margin: Double) throws(BondError) -> Double {
    let rate = benchmarkPercent / 100 + margin / 10_000
    guard rate.isFinite, rate > lowestRate else { throw .yieldOutOfRange(rate * 100) }
    return sums(rate).value
  }

  /// The margin that gives a quoted price: the discount margin.
  ///
  /// - Throws: `BondError` when no margin gives the price.
  public func discountMargin(cleanPrice price: Double) throws(BondError) -> Double {
    let price = price + accruedInterest
    guard price.isFinite, price > 0 else { throw .priceNotPositive(price) }
    let search = RootSearch(bracket: lowestRate + 1e-6...1000, guess: benchmarkPercent / 100)
    let found = search.root { rate in
      let sums = sums(rate)
      return (sums.value - price, sums.slope)
    }
    guard let found else { throw .noYield(price: price) }
    return (found - benchmarkPercent / 100) * 10_000
  }

  /// The loss of price in percent for a margin one percentage point higher, coupons unchanged.
  ///
  /// - Throws: `BondError.yieldOutOfRange` at a margin that discounts nothing.
  public func spreadDuration(marginBasisPoints margin: Double) throws(BondError) -> Double {
    let price = try dirtyPrice(marginBasisPoints: margin)
    return -sums(benchmarkPercent / 100 + margin / 10_000).slope / price
  }

  private var lowestRate: Double {
    -1 / max(1, flows.flatMap(\.times).max() ?? 0)
  }

  private func sums(_ rate: Double) -> (value: Double, slope: Double) {
    flows.reduce((value: 0.0, slope: 0.0)) { sum, flow in
      let factor = flow.times.reduce(1.0) { $0 / (1 + rate * $1) }
      let steepness = flow.times.reduce(0.0) { $0 + $1 / (1 + rate * $1) }
      let value = flow.amount * factor
      return (sum.value + value, sum.slope - value * steepness)
    }
  }

  /// The parts of coupon periods between settlement and a day.
  private static func times(
    _ plan: CashFlowPlan, from settlement: Day, to day: Day
  ) throws(BondError) -> [Double] {
    var times: [Double] = []
    for period in plan.schedule.periods where settlement < period.end && period.start < day {
      let (from, to) = (max(period.start, settlement), min(period.end, day))
      let isWhole = period.isRegular && from == period.start && to == period.end
      let time =
        isWhole && plan.dayCount.hasEqualPeriods
        ? YearFraction(1, of: plan.schedule.grid.frequency.rawValue)
        : try plan.dayCount.years(from: from, to: to, on: plan.schedule.grid)
      times.append(time.years)
    }
    return times
  }
}
