import Finance

/// Days written by letters: `DD` and `D` a day, `MM` and `M` a month, `MMM` and `MMMM` its name,
/// `YYYY` and `YY` a year, of which two digits are those of this century.
struct DatePattern: Sendable {
  private enum Part: Sendable, Equatable {
    case day, month, monthName, year, shortYear
    case literal(Character)
  }

  let text: String
  private let parts: [Part]
  private let language: TextLanguage?

  /// Nil where the letters give no day.
  init?(_ text: String, language: TextLanguage?) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }
      switch (letter, run.count) {
      case ("D", 1...2): parts.append(.day)
      case ("M", 1...2): parts.append(.month)
      case ("M", 3...4): parts.append(.monthName)
      case ("Y", 4): parts.append(.year)
      case ("Y", 2): parts.append(.shortYear)
      case ("D", _), ("M", _), ("Y", _): return nil
      default:
        guard !letter.isLetter, !letter.isNumber else { return nil }
        for character in run { parts.append(.literal(character)) }
      }
      rest = rest.dropFirst(run.count)
    }
    let years = parts.filter { $0 == .year || $0 == .shortYear }.count
    let months = parts.filter { $0 == .month || $0 == .monthName }.count
    guard years == 1, months == 1, parts.filter({ $0 == .day }).count <= 1 else { return nil }
    self.text = text
    self.parts = parts
    self.language = language
  }

  /// The days a text can mean; nil when it is not written so.
  func read(_ text: String) -> DateSpan? {
    var rest = Substring(text)
    var (year, month, day) = (0, 0, 0)
    for part in parts {
      switch part {
      case .literal(let character):
        guard rest.first == character else { return nil }
        rest.removeFirst()
      case .day:
        guard let number = Self.digits(&rest, 2) else { return nil }
        day = number
      case .month:
        guard let number = Self.digits(&rest, 2) else { return nil }
        month = number
      case .year:
        guard rest.prefix(4).count == 4, let number = Self.digits(&rest, 4) else { return nil }
        year = number
      case .shortYear:
        guard let number = Self.digits(&rest, 2) else { return nil }
        year = 2000 + number
      case .monthName:
        let word = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(word.count)
        if rest.first == ".", parts.last != .literal(".") { rest.removeFirst() }
        guard let number = self.month(named: String(word)) else { return nil }
        month = number
      }
    }
    guard rest.isEmpty else { return nil }
    let hasDay = parts.contains(.day)
    guard let first = try? Day(year: year, month: month, day: hasDay ? day : 1) else { return nil }
    let length = Day.daysInMonth(year: year, month: month)
    guard let last = try? Day(year: year, month: month, day: hasDay ? day : length) else {
      return nil
    }
    return try? DateSpan(first: first, last: last)
  }

  /// The number of a month by its name, in the language or in any.
  private func month(named name: String) -> Int? {
    guard let reading = try? DateText.read("\(name) 2001", language: language) else { return nil }
    let (first, last) = (reading.span.first, reading.span.last)
    return last.number - first.number < 31 ? first.month : nil
  }

  private static func digits(_ rest: inout Substring, _ most: Int) -> Int? {
    let run = rest.prefix(most).prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(run.count)
    return Int(run)
  }
}
