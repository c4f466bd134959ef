/// The ranges of two dates that some pieces can be: `Sept–Oct 2025`, `mellan 2015 och 2024`.
struct DateRanges {
  let units: DateUnits

  /// All readings of the pieces as a range.
  func readings(of items: [DateItem]) -> [DateSpan] {
    let isOpened = items.first == .opening
    let items = isOpened ? Array(items.dropFirst()) : items
    var readings: [DateSpan] = []
    for (index, item) in items.enumerated() where isJoint(item) {
      let (left, right) = (Array(items[..<index]), Array(items[(index + 1)...]))
      for (from, to) in pairs(left, right) {
        let isEnumeration = item == .and && !isOpened
        guard let span = span(from, to, isEnumeration), !readings.contains(span) else { continue }
        readings.append(span)
      }
    }
    return readings
  }

  private func isJoint(_ item: DateItem) -> Bool {
    item == .to || item == .and || item == .mark("-") || item == .mark("/")
  }

  /// The days of both; “and” joins only months, quarters or years that follow each other.
  private func span(_ from: DateSpan, _ to: DateSpan, _ isEnumeration: Bool) -> DateSpan? {
    guard from.first <= to.first, from.last < to.last else { return nil }
    if isEnumeration, to.first.days(since: from.last) != 1 { return nil }
    return try? DateSpan(first: from.first, last: to.last)
  }

  private func pairs(_ left: [DateItem], _ right: [DateItem]) -> [(DateSpan, DateSpan)] {
    var pairs: [(DateSpan, DateSpan)] = []
    let ends = units.readings(of: right)
    for from in units.readings(of: left) {
      pairs += ends.map { (from.span, $0.span) }
      if let to = laterDay(right, after: from) { pairs.append((from.span, to)) }
    }
    for to in ends {
      if let from = start(left, of: to, right) { pairs.append((from, to.span)) }
    }
    if let pair = daysAfterMonth(left, right) { pairs.append(pair) }
    return pairs
  }

  /// `2025-05-21/22`: a day of the month of the first.
  private func laterDay(_ items: [DateItem], after from: DateUnit) -> DateSpan? {
    guard from.kind == .day, items.count == 1, let number = DateNumber(items[0]), number.canBeDay
    else { return nil }
    let (year, month, _) = from.span.first.components
    return DateUnit(year: year, month: month, day: number.value)?.span
  }

  /// A first date that leaves its year, or its year and month, to the second, which must have its
  /// month by name.
  private func start(_ items: [DateItem], of to: DateUnit, _ right: [DateItem]) -> DateSpan? {
    let (year, month, _) = to.span.first.components
    let items = items.filter { $0 != .mark(".") }
    let isNamed = right.contains { if case .month = $0 { true } else { false } }
    switch (to.kind, items.count) {
    case (.month, 1):
      guard isNamed, case .month(let first) = items[0] else { return nil }
      return DateUnit(year: year, month: first)?.span
    case (.part, 1):
      guard case .part(let part) = items[0], part != .winter else { return nil }
      return DateUnit(year: year, part: part)?.span
    case (.day, 1):
      guard isNamed, let day = DateNumber(items[0]), day.canBeDay else { return nil }
      return DateUnit(year: year, month: month, day: day.value)?.span
    case (.day, 2):
      let numbers = items.compactMap(DateNumber.init)
      let months = items.compactMap { if case .month(let month) = $0 { month } else { nil } }
      guard isNamed, numbers.count == 1, months.count == 1, numbers[0].canBeDay else { return nil }
      return DateUnit(year: year, month: months[0], day: numbers[0].value)?.span
    default: return nil
    }
  }

  /// `Nov 3-5, 2025`: two days after their month.
  private func daysAfterMonth(
    _ left: [DateItem], _ right: [DateItem]
  ) -> (DateSpan, DateSpan)? {
    let left = left.filter { $0 != .mark(".") }
    let right = right.filter { $0 != .mark(",") }
    guard left.count == 2, right.count == 2, case .month(let month) = left[0],
      let first = DateNumber(left[1]), let last = DateNumber(right[0]),
      let number = DateNumber(right[1]), number.digits == 4, let year = number.year,
      first.canBeDay, last.canBeDay,
      let from = DateUnit(year: year, month: month, day: first.value),
      let to = DateUnit(year: year, month: month, day: last.value)
    else { return nil }
    return (from.span, to.span)
  }
}
