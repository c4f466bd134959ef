/// The rate of a period that is made of overnight rates.
struct OvernightRate {
  let fixings: Fixings
  let calendar: BusinessCalendar
  /// The days of a year that the benchmark is quoted for.
  let daysInYear: Int
  let lookback: Int
  /// Whether a rate weighs as many days as it was published for, not as the day it is used on.
  let shiftsWeights: Bool
  let floorPercent: Double?

  /// An overnight rate and the number of days it holds.
  private struct Night {
    var percent: Double
    var days: Int
    var isAssumed: Bool
  }

  /// `(Π (1 + r n / year) - 1) year / days`, where a rate holds to the next business day.
  ///
  /// 2006 ISDA Definitions, USD-SOFR-COMPOUND; the same formula as the Federal Reserve Bank of New
  /// York uses for SOFR averages.
  func compounded(from start: Day, to end: Day) throws(BondError) -> RateFigure {
    try average(from: start, to: end) { nights, days in
      let year = Double(daysInYear)
      let growth = nights.reduce(1.0) { $0 * (1 + $1.percent / 100 * Double($1.days) / year) }
      return (growth - 1) * year / Double(days) * 100
    }
  }

  /// `Σ r n / days`: daily simple SOFR (LSTA concept credit agreement, 2020).
  func simple(from start: Day, to end: Day) throws(BondError) -> RateFigure {
    try average(from: start, to: end) { nights, days in
      nights.reduce(0.0) { $0 + $1.percent * Double($1.days) } / Double(days)
    }
  }

  private func average(
    from start: Day, to end: Day, _ formula: ([Night], Int) -> Double
  ) throws(BondError) -> RateFigure {
    var (start, end) = (start, end)
    if shiftsWeights {
      start = try calendar.addingBusinessDays(-lookback, to: start)
      end = try calendar.addingBusinessDays(-lookback, to: end)
    }
    guard start < end else { return .unknown(.fixing(start)) }
    var nights: [Night] = []
    var day = start
    while day < end {
      let source = try calendar.addingBusinessDays(shiftsWeights ? 0 : -lookback, to: day)
      let figure = try fixings.figure(on: source, floor: floorPercent)
      guard let rate = figure.rate else { return figure }
      let from = day
      let next = try BondError.dated { () throws(DateError) in try from.addingDays(1) }
      day = min(try calendar.adjusting(next, by: .following), end)
      nights.append(
        Night(percent: rate.percent, days: day.days(since: from), isAssumed: figure.isAssumed))
    }
    let rate = try ExactRate(percent: formula(nights, end.days(since: start)))
    return nights.contains(where: \.isAssumed) ? .assumed(rate) : .known(rate)
  }
}
