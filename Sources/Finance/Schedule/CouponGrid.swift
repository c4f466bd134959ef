/// The days on which coupons would fall for ever, before and after the life of an instrument.
///
/// Every date is counted from one month, never from the date before, so that a 31st comes back
/// after a shorter month.
public struct CouponGrid: Hashable, Sendable {
  /// How many dates a year.
  public let frequency: CouponFrequency
  /// The day of the month, or the last one where the month is shorter; 31 is always the last day.
  public let rollDay: Int
  /// The month of the date with index 0, counted from January of year 0.
  private let anchorMonth: Int

  /// The grid through the month of a day.
  ///
  /// - Throws: `BondError` when the roll day is not 1 to 31.
  public init(
    through day: Day, frequency: CouponFrequency, rollDay: Int
  ) throws(BondError) {
    guard 1...31 ~= rollDay else { throw .rollDayOutOfRange(rollDay) }
    self.frequency = frequency
    self.rollDay = rollDay
    anchorMonth = day.year * 12 + day.month - 1
  }

  /// Whether the dates are last days of months.
  public var rollsAtMonthEnd: Bool { rollDay == 31 }

  /// The date that many periods from the one in the month the grid was made through.
  ///
  /// - Throws: `BondError` outside the years 1 to 9999.
  public func date(_ index: Int) throws(BondError) -> Day {
    let month = anchorMonth + index * frequency.months
    guard month >= 12, month < 120_000 else {
      throw .date(DateError("coupon dates are outside the years 0001 to 9999"))
    }
    let last = Day.daysInMonth(year: month / 12, month: month % 12 + 1)
    return Day(
      number: Day.number(year: month / 12, month: month % 12 + 1, day: min(rollDay, last)))
  }

  /// The index of the last date that is not after a day.
  ///
  /// - Throws: `BondError` outside the years 1 to 9999.
  public func index(onOrBefore day: Day) throws(BondError) -> Int {
    let months = day.year * 12 + day.month - 1 - anchorMonth
    let index = months >= 0 ? months / frequency.months : (months + 1) / frequency.months - 1
    return try date(index) <= day ? index : index - 1
  }

  /// Whether a day is a date of the grid.
  public func contains(_ day: Day) -> Bool {
    guard let index = try? index(onOrBefore: day) else { return false }
    return (try? date(index)) == day
  }
}
