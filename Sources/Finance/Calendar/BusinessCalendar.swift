/// The days on which a market pays: all but weekends and given holidays.
public struct BusinessCalendar: Hashable, Sendable {
  /// The holidays, besides weekends.
  public let holidays: Set<Day>
  /// The days of the week that are never business days.
  public let weekend: Set<Weekday>

  /// Saturdays and Sundays, and no holidays.
  public static let weekends = BusinessCalendar()

  /// A calendar of holidays and weekends.
  public init(holidays: Set<Day> = [], weekend: Set<Weekday> = [.saturday, .sunday]) {
    self.holidays = holidays
    self.weekend = weekend
  }

  /// Whether payments are made on the day.
  public func isBusinessDay(_ day: Day) -> Bool {
    !weekend.contains(day.weekday) && !holidays.contains(day)
  }

  /// The day itself when it is a business day, else the one that the rule takes for it.
  ///
  /// - Throws: `BondError` when there is no business day within a year.
  public func adjusting(_ day: Day, by rule: BusinessDayRule) throws(BondError) -> Day {
    switch rule {
    case .unadjusted: return day
    case .following: return try nearest(to: day, step: 1)
    case .preceding: return try nearest(to: day, step: -1)
    case .modifiedFollowing:
      let next = try nearest(to: day, step: 1)
      return next.month == day.month ? next : try nearest(to: day, step: -1)
    }
  }

  /// The business day that many business days later, or earlier when negative.
  ///
  /// From a day that is none it first goes back to the one before, whose rates hold on it.
  ///
  /// - Throws: `BondError` when there is no business day within a year.
  public func addingBusinessDays(_ count: Int, to day: Day) throws(BondError) -> Day {
    var day = try nearest(to: day, step: -1)
    for _ in 0..<abs(count) {
      let step = count.signum()
      day = try nearest(
        to: try BondError.dated { () throws(DateError) in try day.addingDays(step) },
        step: step)
    }
    return day
  }

  private func nearest(to day: Day, step: Int) throws(BondError) -> Day {
    var candidate = day
    for _ in 0...366 {
      if isBusinessDay(candidate) { return candidate }
      candidate = try BondError.dated { () throws(DateError) in try candidate.addingDays(step) }
    }
    throw .noBusinessDay(day)
  }
}
