/// The days on which something may have happened: the first possible and the last possible one.
///
/// Sources know a day, a month, a quarter, a season or a year. Each is one span of whole days, and
/// a day that is known is a span of one.
public struct DateSpan: Hashable, Sendable {
  /// The first possible day.
  public let first: Day
  /// The last possible day; the same as `first` when the day is known.
  public let last: Day

  /// A day that is known.
  public init(_ day: Day) {
    first = day
    last = day
  }

  /// The days from `first` to `last`, both included.
  ///
  /// - Throws: `DateError` when `last` is before `first`.
  public init(first: Day, last: Day) throws(DateError) {
    guard first <= last else { throw DateError("\(last) is before \(first)") }
    self.first = first
    self.last = last
  }

  /// Whether the day is known.
  public var isDay: Bool { first == last }

  /// The number of possible days, at least 1.
  public var dayCount: Int { last.days(since: first) + 1 }

  /// Whether all its days are of one month.
  public var isWithinMonth: Bool {
    isDay || first.year == last.year && first.month == last.month
  }

  /// Whether every day of `other` is within this span.
  public func contains(_ other: DateSpan) -> Bool {
    first <= other.first && other.last <= last
  }

  /// Whether the spans share a day.
  public func overlaps(_ other: DateSpan) -> Bool {
    first <= other.last && other.first <= last
  }
}
