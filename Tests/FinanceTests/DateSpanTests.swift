import Finance
import Testing

@Suite struct DateSpanTests {
  @Test(arguments: [
    ("2025", "2025-01-01", "2025-12-31"), ("2025-11", "2025-11-01", "2025-11-30"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2025-11-03", "2025-11-03", "2025-11-03"),
    ("2025-Q1", "2025-01-01", "2025-03-31"), ("2025-Q2", "2025-04-01", "2025-06-30"),
    ("2025-Q3", "2025-07-01", "2025-09-30"), ("2025-Q4", "2025-10-01", "2025-12-31"),
    ("2025-H1", "2025-01-01", "2025-06-30"), ("2025-H2", "2025-07-01", "2025-12-31"),
    ("2025-spring", "2025-03-01", "2025-05-31"), ("2025-summer", "2025-06-01", "2025-08-31"),
    ("2025-autumn", "2025-09-01", "2025-11-30"), ("2025-winter", "2025-12-01", "2026-02-28"),
    ("2023-winter", "2023-12-01", "2024-02-29"), ("2025-09/2025-10", "2025-09-01", "2025-10-31"),
    ("2025/2026", "2025-01-01", "2026-12-31"), ("2025-Q4/2026-H1", "2025-10-01", "2026-06-30"),
    ("2025-11-03/2025-11-05", "2025-11-03", "2025-11-05"),
    ("2025-autumn/2026", "2025-09-01", "2026-12-31"),
  ])
  func `every form of date is a span of days`(text: String, first: String, last: String) throws {
    let span = try DateSpan(text)
    #expect(span.first.description == first)
    #expect(span.last.description == last)
    #expect(try DateSpan(span.description) == span)
  }

  private static let forms =
    "is not a date: write 2025, 2025-11, 2025-11-03, 2025-Q4, 2025-H1, 2025-autumn or a range "
    + "FIRST/LAST"

  @Test(arguments: [
    ("", "“” \(forms)"), ("3 Nov 2025", "“3 Nov 2025” \(forms)"), ("25", "“25” \(forms)"),
    ("2025-", "“2025-” \(forms)"), ("2025-1", "“2025-1” \(forms)"), ("20251", "“20251” \(forms)"),
    ("2025-Q5", "“2025-Q5” \(forms)"), ("2025-H3", "“2025-H3” \(forms)"),
    ("2025-q4", "“2025-q4” is not a date: write 2025-Q4"),
    ("2025-fall", "“2025-fall” is not a date: write 2025-autumn"),
    ("2025-Autumn", "“2025-Autumn” is not a date: write 2025-autumn"),
    ("2025-13", "“2025-13” is not a date: there is no month 13"),
    ("0000", "“0000” is not a date: year 0 is outside 0001 to 9999"),
    (
      "2025-02-30", "“2025-02-30” is not a day: February 2025 has no day 30: it has 28 days"
    ),
    (
      "9999-winter",
      "“9999-winter” is not a date: 2 months from 9999-12-01 is outside the years 0001 to 9999"
    ),
    ("2025/2024", "“2025/2024” is not a date: a range goes from the earlier to the later"),
    ("2025/2025-03", "“2025/2025-03” is not a date: a range goes from the earlier to the later"),
    ("2025/2026/2027", "“2025/2026/2027” is not a date: a range is FIRST/LAST"),
    ("2025/", "“2025/” \(forms)"), ("/2025", "“/2025” \(forms)"),
  ])
  func `what is no date says how dates are written`(text: String, message: String) {
    let error = #expect(throws: DateError.self) { try DateSpan(text) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    ("2025-01/2025-12", "2025"), ("2025-01-01/2025-12-31", "2025"), ("2025-Q1/2025-Q2", "2025-H1"),
    ("2025-10/2025-12", "2025-Q4"), ("2025-09/2025-11", "2025-autumn"),
    ("2025-12/2026-02", "2025-winter"), ("2025-11-01/2025-11-30", "2025-11"),
    ("2025-11-03/2025-11-03", "2025-11-03"), ("2025-09-01/2025-10-31", "2025-09/2025-10"),
    ("2025-01-01/2026-12-31", "2025/2026"), ("2025-11-03/2026-12-31", "2025-11-03/2026"),
    ("2025-01-01/2026-03-15", "2025/2026-03-15"), ("2025-01-01/2025-03-15", "2025-01/2025-03-15"),
  ])
  func `a span prints in its shortest form`(text: String, expected: String) throws {
    #expect(try DateSpan(text).description == expected)
  }

  @Test func `spans say what they hold`() throws {
    let (year, month) = (try DateSpan("2025"), try DateSpan("2025-11"))
    #expect(year.contains(month) && !month.contains(year))
    #expect(try month.overlaps(DateSpan("2025-Q4")) && !month.overlaps(DateSpan("2025-12")))
    #expect(year.dayCount == 365 && !year.isDay)
    #expect(try DateSpan("2025-11-03").isDay)
    #expect(throws: DateError.self) { try DateSpan(first: year.last, last: year.first) }
  }

  @Test(arguments: UInt64(0)..<32)
  func `every span reads back from what it prints`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let start = Int.random(in: 0...40_000, using: &generator)
      var first = try #require(Day(daysSince1970: start))
      var last = try first.addingDays(Int.random(in: 0...1500, using: &generator))
      if Bool.random(using: &generator) {
        first = try Day(year: first.year, month: first.month, day: 1)
        let days = Day.daysInMonth(year: last.year, month: last.month)
        last = try Day(year: last.year, month: last.month, day: days)
      }
      let span = try DateSpan(first: first, last: last)
      #expect(try DateSpan(span.description) == span)
    }
  }
}
