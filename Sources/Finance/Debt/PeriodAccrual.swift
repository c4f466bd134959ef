/// A coupon period cut wherever the amount owed or a rate changes.
struct PeriodAccrual: Hashable, Sendable {
  /// Time within a period in which nothing changes.
  struct Segment: Hashable, Sendable {
    let start: Day
    let end: Day
    /// What is owed.
    let balance: FlowAmount
    /// What is committed and can still be drawn.
    let undrawn: FlowAmount
    let interest: RateFigure
    let capitalised: RateFigure
    let fee: RateFigure
  }

  let period: AccrualPeriod
  let dayCount: DayCount
  let grid: CouponGrid
  var segments: [Segment] = []

  /// Interest of a kind from the start of the period to its end.
  func amount(
    _ rate: KeyPath<Segment, RateFigure>, on base: KeyPath<Segment, FlowAmount>
  ) throws(BondError) -> FlowAmount {
    try accrued(rate, on: base, until: period.end).amount
  }

  /// Interest of a kind from the start of the period to a day: rounded, and with parts of a unit.
  func accrued(
    _ rate: KeyPath<Segment, RateFigure>,
    on base: KeyPath<Segment, FlowAmount>, until day: Day
  ) throws(BondError) -> (amount: FlowAmount, unrounded: Double) {
    var sum = InterestSum()
    var isAssumed = false
    for segment in segments where segment.start < day {
      let amount = segment[keyPath: base]
      let figure = segment[keyPath: rate]
      // Nothing owed bears no interest at any rate, and no rate gives none on any amount.
      if amount == .known(0) || figure == .known(.zero) { continue }
      guard let units = amount.minorUnits else { return (amount, .nan) }
      if case .unknown(let missing) = figure { return (.unknown(missing), .nan) }
      guard let exact = figure.rate else { continue }
      isAssumed = isAssumed || amount.isAssumed || figure.isAssumed
      try sum.add(units, at: exact, for: try years(segment.start, min(segment.end, day)))
    }
    let units = try sum.rounded()
    return (isAssumed ? .assumed(units) : .known(units), sum.approximate)
  }

  /// The part of a year between two days of the period; a whole regular period of equal ones is
  /// always one part of its frequency (ICMA Rule 251.1; SIA).
  private func years(_ start: Day, _ end: Day) throws(BondError) -> YearFraction {
    let isWhole = start == period.start && end == period.end
    if isWhole, period.isRegular, dayCount.hasEqualPeriods {
      return YearFraction(1, of: grid.frequency.rawValue)
    }
    return try dayCount.years(from: start, to: end, on: grid)
  }
}
