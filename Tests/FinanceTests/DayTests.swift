import Finance
import Testing

@Suite struct DayTests {
  private static let days: [(String, Int?)] = [
    ("2025-11-03", 20395), ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016),
    ("2024-02-29", 19782), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ("2025-02-29", nil), ("1900-02-29", nil), ("2025-13-01", nil), ("2025-00-01", nil),
    ("2025-11-00", nil), ("2025-11-31", nil), ("0000-01-01", nil), ("2025-1-3", nil),
    ("2025-11-3", nil), ("25-11-03", nil), ("2025/11/03", nil), ("2025-11-03 ", nil), ("", nil),
    ("2025-11-0x", nil), ("-025-11-03", nil), ("２０２５-11", nil),
  ]

  @Test(arguments: days)
  func `only days that exist are read`(text: String, number: Int?) {
    let day = try? Day(text)
    #expect(day?.number == number)
    if let day { #expect(day.description == text) }
  }

  @Test func `a day that does not exist says why`() {
    let error = #expect(throws: DateError.self) { try Day("2025-02-29") }
    #expect(
      error?.description == "“2025-02-29” is not a day: February 2025 has no day 29: it has 28 days"
    )
  }

  private static let months: [(String, Int, Bool, String)] = [
    ("2025-01-31", 1, false, "2025-02-28"), ("2024-01-31", 1, false, "2024-02-29"),
    ("2025-02-28", 1, false, "2025-03-28"), ("2025-02-28", 1, true, "2025-03-31"),
    ("2025-11-03", 6, false, "2026-05-03"), ("2025-11-30", 3, true, "2026-02-28"),
    ("2025-03-31", -1, false, "2025-02-28"), ("2025-01-15", -13, false, "2023-12-15"),
    ("2024-02-29", 12, false, "2025-02-28"), ("2025-06-30", 1, true, "2025-07-31"),
    ("9999-12-31", 1, false, "error"), ("0001-01-01", -1, false, "error"),
    ("2025-01-01", Int.max, false, "error"),
  ]

  @Test(arguments: months)
  func `months are added with the ends of months in mind`(
    text: String, months: Int, keepsMonthEnd: Bool, expected: String
  ) throws {
    let day = try? Day(text).addingMonths(months, keepsMonthEnd: keepsMonthEnd)
    #expect(day?.description ?? "error" == expected)
  }

  private static let weekdays: [(String, Weekday)] = [
    ("2025-11-03", .monday), ("1970-01-01", .thursday), ("2000-02-29", .tuesday),
    ("1969-12-28", .sunday), ("0001-01-01", .monday), ("9999-12-31", .friday),
  ]

  @Test(arguments: weekdays)
  func `weekdays are those of the calendar`(text: String, weekday: Weekday) throws {
    #expect(try Day(text).weekday == weekday)
  }

  @Test func `every day of four centuries follows the one before`() throws {
    var day = try Day("1799-12-31")
    var (year, month, date) = day.components
    for _ in 0..<146_100 {
      day = try day.addingDays(1)
      date += 1
      if date > Day.daysInMonth(year: year, month: month) { (month, date) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      let components = day.components
      guard components == (year, month, date) else {
        Issue.record("\(components) follows, and not \(year)-\(month)-\(date)")
        return
      }
    }
    #expect(throws: DateError.self) { try Day.latest.addingDays(1) }
    #expect(Day(daysSince1970: Day.earliest.number - 1) == nil)
  }
}
