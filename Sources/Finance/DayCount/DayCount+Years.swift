extension DayCount {
  /// The part of a year from one date to another.
  ///
  /// Actual/actual counts within each period of the grid that the time touches and adds the parts,
  /// so that a long stub is cut into notional periods (ICMA Rule 251.2).
  ///
  /// `grid`: The coupon dates of the instrument, real and notional ones.
  ///
  /// - Throws: `BondError` outside the years 1 to 9999.
  public func years(
    from start: Day, to end: Day, on grid: CouponGrid
  ) throws(BondError) -> YearFraction {
    if let daysInYear {
      let days = days(from: start, to: end, isMonthEnd: grid.rollsAtMonthEnd)
      return YearFraction(days, of: daysInYear)
    }
    guard start < end else { return .zero }
    var total = YearFraction.zero
    var index = try grid.index(onOrBefore: start)
    var from = try grid.date(index)
    while from < end {
      let to = try grid.date(index + 1)
      let days = min(to, end).days(since: max(from, start))
      total = total.adding(
        YearFraction(days, of: to.days(since: from) * grid.frequency.rawValue))
      (index, from) = (index + 1, to)
    }
    return total
  }

  /// The whole and part coupon periods from the first date of a grid to a day.
  ///
  /// Within a period the part is days gone by over days in it: of 30-day months for 30/360, of the
  /// calendar otherwise. Actual/360 and actual/365 too are taken by the calendar here, so that the
  /// part reaches 1 where the next period begins.
  func position(of day: Day, on grid: CouponGrid) throws(BondError) -> Double {
    let index = try grid.index(onOrBefore: day)
    let start = try grid.date(index)
    guard start < day else { return Double(index) }
    if hasEqualMonths {
      let days = days(from: start, to: day, isMonthEnd: grid.rollsAtMonthEnd)
      let length = grid.frequency.months * 30
      return Double(index) + min(1, max(0, Double(days) / Double(length)))
    }
    let length = try grid.date(index + 1).days(since: start)
    return Double(index) + Double(day.days(since: start)) / Double(length)
  }
}
