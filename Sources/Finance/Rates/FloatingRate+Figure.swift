extension FloatingRate {
  /// The benchmark for a period, without the margin.
  ///
  /// - Throws: `BondError.dayCountUnfit` where overnight rates meet a day count of equal months.
  func benchmark(
    for period: AccrualPeriod, _ dayCount: DayCount, _ calendar: BusinessCalendar,
    _ fixings: Fixings
  ) throws(BondError) -> RateFigure {
    switch reset {
    case .periodStart(let before):
      let day = try calendar.addingBusinessDays(-before, to: period.start)
      return try fixings.figure(on: day, floor: floorPercent)
    case .compounded(let lookback, let shiftsWeights):
      return try overnight(lookback, shiftsWeights, dayCount, calendar, fixings)
        .compounded(from: period.start, to: period.end)
    case .dailySimple(let lookback):
      return try overnight(lookback, false, dayCount, calendar, fixings)
        .simple(from: period.start, to: period.end)
    }
  }

  private func overnight(
    _ lookback: Int, _ shiftsWeights: Bool, _ dayCount: DayCount, _ calendar: BusinessCalendar,
    _ fixings: Fixings
  ) throws(BondError) -> OvernightRate {
    guard !dayCount.hasEqualPeriods, let daysInYear = dayCount.daysInYear else {
      throw .dayCountUnfit(dayCount)
    }
    return OvernightRate(
      fixings: fixings, calendar: calendar, daysInYear: daysInYear, lookback: lookback,
      shiftsWeights: shiftsWeights, floorPercent: floorPercent)
  }
}
