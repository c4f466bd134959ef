extension DateSpan: CustomStringConvertible {
  /// The span in its shortest form, which reads as the same span again: `2025`, `2025-Q4`,
  /// `2025-autumn`, `2025-11`, `2025-11-03`, and otherwise a range `2025-09/2025-10`.
  public var description: String {
    let (year, month, _) = first.components
    let yearText = DateDigits.padded(year, 4)
    if self == (try? Self.months(year: year, from: 1, count: 12)) { return yearText }
    for part in YearPart.allCases where part.firstMonth == month {
      if self == (try? Self.months(year: year, from: month, count: part.monthCount)) {
        return "\(yearText)-\(part.rawValue)"
      }
    }
    if self == (try? Self.months(year: year, from: month, count: 1)) {
      return "\(yearText)-\(DateDigits.padded(month, 2))"
    }
    if isDay { return first.description }
    return "\(startText)/\(endText)"
  }

  /// The shortest date that begins with the first day and does not go beyond the last.
  private var startText: String {
    let (year, month, _) = first.components
    let yearText = DateDigits.padded(year, 4)
    if fits(year: year, from: 1, count: 12, at: \.first) { return yearText }
    if fits(year: year, from: month, count: 1, at: \.first) {
      return "\(yearText)-\(DateDigits.padded(month, 2))"
    }
    return first.description
  }

  /// The shortest date that ends with the last day and does not begin before the first.
  private var endText: String {
    let (year, month, _) = last.components
    let yearText = DateDigits.padded(year, 4)
    if fits(year: year, from: 1, count: 12, at: \.last) { return yearText }
    if fits(year: year, from: month, count: 1, at: \.last) {
      return "\(yearText)-\(DateDigits.padded(month, 2))"
    }
    return last.description
  }

  /// Whether some months lie within this span and share its first or last day.
  private func fits(
    year: Int, from month: Int, count: Int, at edge: KeyPath<DateSpan, Day>
  ) -> Bool {
    guard let unit = try? Self.months(year: year, from: month, count: count) else { return false }
    return contains(unit) && unit[keyPath: edge] == self[keyPath: edge]
  }
}
