import Tabular
import Testing

@Suite struct DelimitedDateTests {
  /// A text and the date it is, or the reason why it is none and the byte that shows it.
  private static let rows: [(String, String)] = [
    ("2025", "2025"), ("2025-11", "2025 11"), ("2025-11-03", "2025 11 3"),
    (" 2025-11-03\u{A0}", "2025 11 3"), ("0001-01-01", "1 1 1"), ("9999-12-31", "9999 12 31"),
    ("2024-02-29", "2024 2 29"), ("2000-02-29", "2000 2 29"), ("2025-04-30", "2025 4 30"),
    ("2025-02-29", "noSuchDay 8"), ("1900-02-29", "noSuchDay 8"), ("2026-02-30", "noSuchDay 8"),
    ("2025-04-31", "noSuchDay 8"), ("2025-11-00", "noSuchDay 8"), (" 2025-11-32", "noSuchDay 9"),
    ("2025-00", "noSuchMonth 5"), ("2025-13-01", "noSuchMonth 5"), ("0000", "noSuchYear 0"),
    ("0000-01-01", "noSuchYear 0"), ("", "empty 0"), (" ", "empty 0"),
    ("25", "notADate 1"), ("2025-", "notADate 4"), ("2025-1", "notADate 5"),
    ("2025-11-3", "notADate 8"), ("2025-1-03", "notADate 6"), ("20251103", "notADate 4"),
    ("2025/11/03", "notADate 4"), ("2025-11-03T00:00", "notADate 10"), ("03.11.2025", "notADate 2"),
    ("2025-11-031", "notADate 10"), ("x", "notADate 0"), ("-2025", "notADate 0"),
    ("2025–11", "notADate 4"), ("2025-11 03", "notADate 7"), ("２０２５", "notADate 0"),
  ]

  @Test(arguments: rows)
  func `a date is a year, a month or a day, and exists`(text: String, expected: String) {
    do throws(DelimitedValueError) {
      let date = try DelimitedDate(text.utf8.span)
      let parts = [date.year, date.month, date.day].compactMap(\.self)
      #expect(parts.map(String.init).joined(separator: " ") == expected)
    } catch {
      #expect("\(error.reason) \(error.offset)" == expected)
    }
  }

  @Test func `every day of four years is a date, and no other`() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var count = 0
    for year in 1999..<2003 {
      for month in 1...12 {
        for day in 1...31 {
          let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
          let isLeapDay = year == 2000 && month == 2 && day == 29
          let isDay = (try? DelimitedDate(text.utf8.span)) != nil
          let isDayBehindBlank = (try? DelimitedDate(" \(text)".utf8.span)) != nil
          #expect(isDayBehindBlank == isDay)
          #expect(isDay == (day <= lengths[month - 1] || isLeapDay), "\(text)")
          count += isDay ? 1 : 0
        }
      }
    }
    #expect(count == 1461)
  }
}
