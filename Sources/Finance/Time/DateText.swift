/// Reads dates as people write them, as the first and the last day they may be: `2030-11`,
/// `Sept 2030`, `hösten 2025`, `3Q25`, `Nov 3, 2025`, `mellan 2015 och 2024`.
///
/// Years of two digits are those of this century. Seasons are those of the northern hemisphere in
/// whole months, as `DateSpan` has them. Nothing is rounded to days it does not name: `mid-2027`,
/// `by 2032`, fiscal years and `last year` are refused.
public enum DateText {
  /// The reading of a text.
  ///
  /// - Parameters:
  ///   - text: The words of one date or range, without the sentence around them.
  ///   - language: The language it is written in. Swedish and German put the day before the month;
  ///     in English, and where no language is given, either order is possible.
  /// - Throws: `ReadingError` for what is no date, and for what may be several, with all of them.
  public static func read(
    _ text: String, language: TextLanguage? = nil
  ) throws(ReadingError) -> DateReading {
    if let span = try? DateSpan(text) { return DateReading(span: span) }
    let tokens = DateToken.tokens(of: text)
    let isDayFirst = language == .swedish || language == .german
    try DateVagueness.refuse(tokens, isDayFirst: isDayFirst, in: text)
    let spans = try readings(of: tokens, isDayFirst: isDayFirst, in: text)
    guard spans.count == 1 else {
      throw ReadingError(text, "is ambiguous", readings: spans.map(\.description))
    }
    return DateReading(span: spans[0])
  }

  /// Every reading of some pieces, at least one.
  static func readings(
    of tokens: [DateToken], isDayFirst: Bool, in text: String
  ) throws(ReadingError) -> [DateSpan] {
    let items = try DateItem.items(of: tokens, in: text)
    let weekdays = items.compactMap { if case .weekday(let day) = $0 { day } else { nil } }
    let dates = withoutWeekday(items)
    let units = DateUnits(isDayFirst: isDayFirst)
    var spans = units.readings(of: dates).map(\.span)
    let isWinterOfTwoYears = dates.contains(.part(.winter)) && spans.count == 1
    let ranges = isWinterOfTwoYears ? [] : DateRanges(units: units).readings(of: dates)
    for span in ranges where !spans.contains(span) { spans.append(span) }
    if let pair = yearPair(dates, spans) {
      throw ReadingError(text, "is ambiguous", readings: pair)
    }
    guard !spans.isEmpty else { throw fault(of: dates, in: text) }
    guard let weekday = weekdays.first else { return spans }
    spans = spans.filter { $0.isDay && $0.first.weekday == weekday }
    guard !spans.isEmpty, weekdays.count == 1 else {
      throw ReadingError(text, "names a weekday that is not that of its day")
    }
    return spans
  }

  /// The pieces without a day of the week and the comma after it.
  private static func withoutWeekday(_ items: [DateItem]) -> [DateItem] {
    var kept: [DateItem] = []
    var isAfterWeekday = false
    for item in items {
      if case .weekday = item {
        isAfterWeekday = true
        continue
      }
      if isAfterWeekday, item == .mark(",") || item == .mark(".") { continue }
      isAfterWeekday = false
      kept.append(item)
    }
    return kept
  }

  /// The readings of `2024/25` and `2011-12` with a stroke: two years, a fiscal year, or a month.
  private static func yearPair(_ items: [DateItem], _ spans: [DateSpan]) -> [String]? {
    guard items.count == 3, items[1] == .mark("/") || items[1] == .mark("-"),
      let first = DateNumber(items[0]), let second = DateNumber(items[2]), first.digits == 4,
      second.digits == 2, second.value == (first.value + 1) % 100
    else { return nil }
    return ["\(first.value)/\(first.value + 1)", "the fiscal year \(first.value)/\(second.value)"]
      + spans.map(\.description)
  }

  private static func fault(of items: [DateItem], in text: String) -> ReadingError {
    let numbers = items.compactMap(DateNumber.init)
    let hasName = items.contains { if case .month = $0 { true } else { false } }
    if items.isEmpty { return ReadingError(text, "names no date") }
    if items.first == .to || items.first == .opening && !items.dropFirst().contains(where: isJoint)
    {
      return ReadingError(text, "names one end only and leaves the other open")
    }
    if hasName, items.count == 2, let number = numbers.first, number.canBeDay, number.digits == 2 {
      let readings = [
        "day \(number.value) of a year not named", "a month of \(2000 + number.value)",
      ]
      return ReadingError(text, "is ambiguous", readings: readings)
    }
    if !numbers.contains(where: { $0.digits != 1 && $0.year != nil }) {
      return ReadingError(text, "names no year")
    }
    if numbers.count == 3 || hasName && numbers.count == 2 {
      return ReadingError(text, "names a day or month that does not exist")
    }
    return ReadingError(
      text,
      "is no date: write 2025-11-03, 2025-11, 2025-Q4, or a range from the earlier to the later")
  }

  private static func isJoint(_ item: DateItem) -> Bool {
    item == .to || item == .and || item == .mark("-") || item == .mark("/")
  }
}
