/// The dates without a range that some pieces can be: none, one, or several.
struct DateUnits {
  /// Puts the day before the month in dates of digits; `false` where either may come first.
  let isDayFirst: Bool

  /// All readings of the pieces as one date.
  func readings(of items: [DateItem]) -> [DateUnit] {
    var readings: [DateUnit] = []
    for unit in all(items) where !readings.contains(unit) { readings.append(unit) }
    return readings
  }

  private func all(_ items: [DateItem]) -> [DateUnit] {
    let plain = items.filter { if case .mark = $0 { false } else { true } }
    guard plain.count <= 3 else { return [] }
    let months = plain.compactMap { if case .month(let month) = $0 { month } else { nil } }
    let parts = plain.compactMap { if case .part(let part) = $0 { part } else { nil } }
    let numbers = plain.compactMap(DateNumber.init)
    guard months.count + parts.count + numbers.count == plain.count, isTidy(items) else {
      return []
    }
    switch (months.count, parts.count) {
    case (1, 0): return named(months[0], isFirst: plain.first == .month(months[0]), numbers)
    case (0, 1): return part(parts[0], numbers)
    case (0, 0): return digits(numbers, marks: items.count - plain.count, items)
    default: return []
    }
  }

  /// No sign at either end but the point of an abbreviation, and never two of them together.
  private func isTidy(_ items: [DateItem]) -> Bool {
    if case .mark? = items.first { return false }
    if case .mark(let mark)? = items.last, mark != "." { return false }
    for case (.mark(let one), .mark(let other)) in zip(items, items.dropFirst())
    where one != "." || other == "." { return false }
    return true
  }

  /// A month by name with a year, or with a day and a year.
  private func named(_ month: Int, isFirst: Bool, _ numbers: [DateNumber]) -> [DateUnit] {
    switch numbers.count {
    case 1:
      // “Sep 30” may be a day as well: two digits need an apostrophe to be a year.
      guard let year = numbers[0].year, numbers[0].digits == 4 || numbers[0].isShort else {
        return []
      }
      return [DateUnit(year: year, month: month)].compactMap(\.self)
    case 2:
      let orders = [(numbers[0], numbers[1]), (numbers[1], numbers[0])]
      return orders.enumerated().compactMap { index, pair in
        let (day, year) = pair
        // A year before its day is written out: 2025 Nov 3.
        guard day.canBeDay, let value = year.year, index == 0 || year.digits == 4 || !isFirst
        else { return nil }
        return DateUnit(year: value, month: month, day: day.value)
      }
    default: return []
    }
  }

  /// A quarter, half or season with its year. A winter lies in two, and names both or is open.
  private func part(_ part: YearPart, _ numbers: [DateNumber]) -> [DateUnit] {
    guard let year = numbers.first?.year else { return [] }
    switch (part, numbers.count) {
    case (.winter, 1):
      return [DateUnit(year: year - 1, part: part), DateUnit(year: year, part: part)]
        .compactMap(\.self)
    case (.winter, 2):
      guard let next = numbers[1].year, next == year + 1 else { return [] }
      return [DateUnit(year: year, part: part)].compactMap(\.self)
    case (_, 1): return [DateUnit(year: year, part: part)].compactMap(\.self)
    default: return []
    }
  }

  /// A date of digits alone.
  private func digits(_ numbers: [DateNumber], marks: Int, _ items: [DateItem]) -> [DateUnit] {
    let kinds = Set(items.compactMap { if case .mark(let mark) = $0 { mark } else { nil } })
    switch (numbers.count, marks) {
    case (1, 0):
      if numbers[0].digits == 8 { return compact(numbers[0].value) }
      return numbers[0].digits == 4
        ? [DateUnit(year: numbers[0].value)].compactMap(\.self) : []
    case (2, 1):
      guard kinds != [","] else { return [] }
      return monthAndYear(numbers[0], numbers[1]) + monthAndYear(numbers[1], numbers[0])
    case (3, 2):
      guard kinds.count == 1, kinds != [","] else { return [] }
      return days(numbers)
    case (3, 0): return numbers[0].digits == 4 ? days(numbers) : []
    default: return []
    }
  }

  private func monthAndYear(_ month: DateNumber, _ year: DateNumber) -> [DateUnit] {
    guard month.digits <= 2, year.digits == 4 else { return [] }
    return [DateUnit(year: year.value, month: month.value)].compactMap(\.self)
  }

  /// The days that three numbers can be, in every order that is in use.
  private func days(_ numbers: [DateNumber]) -> [DateUnit] {
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    guard second.digits <= 2 else { return [] }
    func day(_ year: DateNumber, _ month: DateNumber, _ day: DateNumber) -> DateUnit? {
      guard let value = year.year, month.digits <= 2, day.digits <= 2 else { return nil }
      return DateUnit(year: value, month: month.value, day: day.value)
    }
    if first.digits == 4 { return [day(first, second, third)].compactMap(\.self) }
    let dayFirst = day(third, second, first)
    let monthFirst = isDayFirst ? nil : day(third, first, second)
    let yearFirst = third.digits == 4 ? nil : day(first, second, third)
    return [dayFirst, monthFirst, yearFirst].compactMap(\.self)
  }

  /// The days of this and the neighbouring centuries that eight digits can be.
  private func compact(_ digits: Int) -> [DateUnit] {
    let (front, back) = (digits / 10_000, digits % 10_000)
    return [
      DateUnit(year: front, month: back / 100, day: back % 100),
      DateUnit(year: back, month: front % 100, day: front / 100),
      DateUnit(year: back, month: front / 100, day: front % 100),
    ].compactMap(\.self).filter { 1900...2199 ~= $0.span.first.year }
  }
}
