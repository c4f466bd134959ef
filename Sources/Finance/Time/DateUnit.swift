/// A date without a range, and how precise it is.
struct DateUnit: Hashable {
  /// How precise a date is; only dates of one kind share their year: `Sept–Oct 2025`.
  enum Kind: Hashable {
    case year
    case part
    case month
    case day
  }

  /// How precise it is.
  let kind: Kind
  /// Its days.
  let span: DateSpan

  /// A year; `nil` outside 1 to 9999.
  init?(year: Int) {
    self.init(.year, year, from: 1, count: 12)
  }

  /// A month; `nil` when there is none.
  init?(year: Int, month: Int) {
    self.init(.month, year, from: month, count: 1)
  }

  /// A part of a year.
  init?(year: Int, part: YearPart) {
    self.init(.part, year, from: part.firstMonth, count: part.monthCount)
  }

  /// A day; `nil` when there is none.
  init?(year: Int, month: Int, day: Int) {
    guard let day = try? Day(year: year, month: month, day: day) else { return nil }
    (kind, span) = (.day, DateSpan(day))
  }

  private init?(_ kind: Kind, _ year: Int, from month: Int, count: Int) {
    guard let span = try? DateSpan.months(year: year, from: month, count: count) else {
      return nil
    }
    (self.kind, self.span) = (kind, span)
  }
}
