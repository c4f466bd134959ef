/// A piece of a date with what it means.
enum DateItem: Equatable {
  /// A number of so many digits, and whether an apostrophe says that it is a year.
  case number(Int, digits: Int, isShort: Bool)
  /// A month by name, 1 to 12.
  case month(Int)
  /// A half-year, quarter or season.
  case part(YearPart)
  /// A day of the week.
  case weekday(Weekday)
  /// A sign that separates.
  case mark(Character)
  /// Joins two dates to a range: `to`.
  case to
  /// Joins two dates: `and`.
  case and
  /// Begins a range: `between`, `from`.
  case opening

  /// The meaning of every piece; quarters and halves are put together.
  ///
  /// - Throws: `ReadingError` at words that are no part of a date, and at those that make it none.
  static func items(
    of tokens: [DateToken], in text: String
  ) throws(ReadingError) -> [DateItem] {
    var items: [DateItem] = []
    var index = 0
    while index < tokens.count {
      if let (part, length) = DatePartWords.part(at: index, in: tokens) {
        items.append(.part(part))
        index += length
        continue
      }
      switch tokens[index] {
      case .number(let digits, let isShort):
        guard digits.count <= 8, let number = Int(digits) else {
          throw ReadingError(text, "has too long a number")
        }
        items.append(.number(number, digits: digits.count, isShort: isShort))
      case .mark(":") where tokens.indices.contains(index + 1) && isEnding(tokens[index + 1]):
        break  // 3:e november
      case .mark(let mark):
        guard ".,-/&".contains(mark) else { throw ReadingError(text, "has a stray “\(mark)”") }
        items.append(mark == "&" ? .and : .mark(mark))
      case .word(let word):
        if let item = try item(for: word, text) { items.append(item) }
      }
      index += 1
    }
    return items
  }

  private static func isEnding(_ token: DateToken) -> Bool {
    token == .word("e") || token == .word("a")
  }

  /// What a word means; `nil` for one that says nothing.
  private static func item(for word: String, _ text: String) throws(ReadingError) -> DateItem? {
    switch DateWords.meaning(of: word) {
    case .item(let item)?: return item
    case .filler?: return nil
    case .refused(let reason)?: throw ReadingError(text, reason)
    case nil: throw ReadingError(text, "has “\(word)”, which is no part of a date")
    }
  }
}
