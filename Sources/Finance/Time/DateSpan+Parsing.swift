extension DateSpan {
  /// Reads a date of a document: a year, month, day, quarter, half-year or season, or a range of
  /// two.
  ///
  /// `2025`, `2025-11`, `2025-11-03`, `2025-Q4`, `2025-H1`, `2025-spring` (March to May),
  /// `2025-summer`, `2025-autumn` (September to November), `2025-winter` (December to February of
  /// the year after), and `FIRST/LAST` of any two, from the first day of one to the last day of the
  /// other.
  ///
  /// - Throws: `DateError` with what is wrong and how dates are written.
  public init(_ text: String) throws(DateError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: self = try Self.unit(text, within: text)
    case 2:
      let from = try Self.unit(parts[0], within: text)
      let to = try Self.unit(parts[1], within: text)
      guard from.first <= to.first, from.last <= to.last else {
        throw DateError("“\(text)” is not a date: a range goes from the earlier to the later")
      }
      self = try DateSpan(first: from.first, last: to.last)
    default: throw DateError("“\(text)” is not a date: a range is FIRST/LAST")
    }
  }

  /// One date without a range. `whole` is what an error quotes.
  private static func unit(_ text: String, within whole: String) throws(DateError) -> DateSpan {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, let year = DateDigits.value(bytes[0..<4]),
      bytes.count == 4 || bytes[4] == UInt8(ascii: "-")
    else { throw DateError("“\(whole)” is not a date: \(forms)") }
    do throws(DateError) {
      if bytes.count == 4 { return try months(year: year, from: 1, count: 12) }
      if bytes.count == 10, DateDigits.value(bytes[5..<7]) != nil {
        return DateSpan(try Day(text))
      }
      if bytes.count == 7, let month = DateDigits.value(bytes[5..<7]) {
        return try months(year: year, from: month, count: 1)
      }
    } catch {
      throw DateError(
        error.message.hasPrefix("“") ? error.message : "“\(whole)” is not a date: \(error.message)")
    }
    return try named(String(text.dropFirst(5)), year: year, within: whole)
  }

  /// A quarter, half-year or season.
  private static func named(
    _ name: String, year: Int, within whole: String
  ) throws(DateError) -> DateSpan {
    guard let part = YearPart(rawValue: name) else {
      guard let meant = YearPart.meant(by: name) else {
        throw DateError("“\(whole)” is not a date: \(forms)")
      }
      throw DateError(
        "“\(whole)” is not a date: write \(DateDigits.padded(year, 4))-\(meant.rawValue)")
    }
    do throws(DateError) {
      return try months(year: year, from: part.firstMonth, count: part.monthCount)
    } catch {
      throw DateError("“\(whole)” is not a date: \(error.message)")
    }
  }

  /// Whole months from the first day of one on.
  static func months(year: Int, from month: Int, count: Int) throws(DateError) -> DateSpan {
    let first = try Day(year: year, month: month, day: 1)
    let last = try first.addingMonths(count - 1)
    let (lastYear, lastMonth, _) = last.components
    let days = Day.daysInMonth(year: lastYear, month: lastMonth)
    return try DateSpan(first: first, last: last.addingDays(days - 1))
  }

  private static let forms =
    "write 2025, 2025-11, 2025-11-03, 2025-Q4, 2025-H1, 2025-autumn or a range FIRST/LAST"
}
