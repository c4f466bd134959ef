extension CashFlowBuilder {
  /// The benchmark of a floating rate for a period; `nil` where there is none.
  func benchmark(
    of rate: InterestRate, _ period: AccrualPeriod
  ) throws(BondError) -> RateFigure? {
    guard case .floating(let floating) = rate else { return nil }
    return try floating.benchmark(
      for: period, instrument.dayCount, schedule.terms.calendar, fixings)
  }

  /// The rate that holds from a day on, until something changes.
  func rate(
    of rate: InterestRate, _ day: Day, _ benchmark: RateFigure?
  ) throws(BondError) -> RateFigure {
    switch rate {
    case .none: return .known(.zero)
    case .unknown: return .unknown(.rate)
    case .fixed(let steps): return .known(try ExactRate(percent: steps.rate(on: day)))
    case .floating(let floating):
      let margin = try ExactRate(basisPoints: floating.marginBasisPoints.rate(on: day))
      return (benchmark ?? .unknown(.rate)).adding(margin)
    }
  }
}
