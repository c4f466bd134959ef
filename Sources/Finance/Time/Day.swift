/// A calendar day of the proleptic Gregorian calendar, years 1 to 9999.
///
/// It has no time of day and no time zone: a deal is signed on a day.
public struct Day: Hashable, Sendable, Comparable {
  /// The days since 1 January 1970, negative before it; as SQLite's `unixepoch / 86400`.
  public let number: Int

  /// 1 January of year 1.
  public static let earliest = Day(number: number(year: 1, month: 1, day: 1))
  /// 31 December of year 9999.
  public static let latest = Day(number: number(year: 9999, month: 12, day: 31))

  /// A day by its number, which the caller knows to be within `earliest` and `latest`.
  init(number: Int) {
    self.number = number
  }

  /// A day by the days since 1 January 1970; `nil` outside the years 1 to 9999.
  public init?(daysSince1970 number: Int) {
    guard number >= Self.earliest.number, number <= Self.latest.number else { return nil }
    self.number = number
  }

  /// A day by year, month and day of the month.
  ///
  /// - Throws: `DateError` when there is no such day, 29 February of most years say.
  public init(year: Int, month: Int, day: Int) throws(DateError) {
    guard 1...9999 ~= year else { throw DateError("year \(year) is outside 0001 to 9999") }
    guard 1...12 ~= month else { throw DateError("there is no month \(month)") }
    let last = Self.daysInMonth(year: year, month: month)
    guard 1...last ~= day else {
      let name = Self.monthNames[month - 1]
      throw DateError("\(name) \(year) has no day \(day): it has \(last) days")
    }
    number = Self.number(year: year, month: month, day: day)
  }

  /// Orders by time.
  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  /// The number of days of a month.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has 366 days.
  public static func isLeap(year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
