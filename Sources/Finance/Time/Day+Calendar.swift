extension Day {
  /// Year, month and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    // Eras of 400 years begin on 1 March, so that the leap day is the last of its year:
    // Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, civil_from_days.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    let sinceMonday = (number + 3) % 7
    return Weekday(rawValue: (sinceMonday + 7) % 7 + 1) ?? .monday
  }

  /// Whether the day is the last of its month.
  public var isMonthEnd: Bool {
    let (year, month, day) = components
    return day == Self.daysInMonth(year: year, month: month)
  }

  /// The day `days` later, or earlier when negative.
  ///
  /// - Throws: `DateError` outside the years 1 to 9999.
  public func addingDays(_ days: Int) throws(DateError) -> Day {
    let (sum, isOver) = number.addingReportingOverflow(days)
    guard !isOver, let day = Day(daysSince1970: sum) else {
      throw DateError("\(days) days from \(self) is outside the years 0001 to 9999")
    }
    return day
  }

  /// The same day of the month `months` later, or earlier when negative.
  ///
  /// Where that month is shorter its last day is taken: 31 January and one month is 28 February.
  ///
  /// `keepsMonthEnd`: From the last day of a month go to the last day, as bond schedules
  /// do: 28 February and one month is 31 March.
  ///
  /// - Throws: `DateError` outside the years 1 to 9999.
  public func addingMonths(
    _ months: Int, keepsMonthEnd: Bool = false
  ) throws(DateError) -> Day {
    let (year, month, day) = components
    let (total, isOver) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !isOver, total >= 12, total < 120_000 else {
      throw DateError("\(months) months from \(self) is outside the years 0001 to 9999")
    }
    let last = Self.daysInMonth(year: total / 12, month: total % 12 + 1)
    let kept = keepsMonthEnd && isMonthEnd ? last : min(day, last)
    return Day(number: Self.number(year: total / 12, month: total % 12 + 1, day: kept))
  }

  /// The days from `other` to this day; negative when `other` is later.
  public func days(since other: Day) -> Int {
    number - other.number
  }

  /// The days since 1 January 1970 of a day that exists: Hinnant's days_from_civil.
  static func number(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
