/// The readings of digits with marks between them, before a language has chosen one.
struct Numeral {
  /// The value when the marks stand between groups of three digits.
  let grouped: ExactDecimal?
  /// The value when the last mark begins the decimals.
  let decimal: ExactDecimal?
  /// The mark that could be either, when both readings are well formed.
  let mark: Character?

  /// The marks in their order.
  private let marks: [Character]
  /// The number of digits behind the last mark.
  private let decimalsWritten: Int

  /// Takes apart digits with marks: `.`, `,`, `'`, `’` and space.
  init(_ text: String) {
    let marks = text.filter { !$0.isNumber }
    self.marks = Array(marks)
    let pieces = text.split(omittingEmptySubsequences: false) { !$0.isNumber }.map(String.init)
    decimalsWritten = marks.isEmpty ? 0 : pieces.last?.count ?? 0
    guard let last = marks.last else {
      (grouped, decimal, mark) = (try? ExactDecimal(text), nil, nil)
      return
    }
    let isGrouped = Set(marks.map(Self.kind)).count == 1 && Self.areGroups(pieces)
    let before = Array(pieces.dropLast())
    let isDecimal =
      (last == "." || last == ",") && !marks.dropLast().contains(last)
      && Set(marks.dropLast().map(Self.kind)).count <= 1
      && (before.count == 1 || Self.areGroups(before))
    grouped = isGrouped ? try? ExactDecimal(pieces.joined()) : nil
    decimal = isDecimal ? try? ExactDecimal("\(before.joined()).\(pieces.last ?? "")") : nil
    mark = isGrouped && isDecimal ? last : nil
  }

  /// The readings that a language allows: one, two when it leaves both open, none when malformed.
  func readings(in lexicon: AmountLexicon) -> [ExactDecimal] {
    guard let mark, mark != lexicon.groupMark else {
      return [mark == nil ? grouped ?? decimal : grouped].compactMap(\.self)
    }
    return (mark == lexicon.decimalMark ? [decimal] : [decimal, grouped]).compactMap(\.self)
  }

  /// What each mark does when the numeral has one of its readings: whether it begins the decimals,
  /// or stands between groups. One text uses a mark for one of them only.
  func roles(for value: ExactDecimal) -> [(mark: Character, isDecimal: Bool)] {
    let isDecimal = value == decimal && value != grouped
    return marks.enumerated().map { index, mark in
      (Self.kind(mark), isDecimal && index == marks.count - 1)
    }
  }

  /// How many decimals are written when the numeral has one of its readings, zeros at the end among
  /// them.
  func decimals(of value: ExactDecimal) -> Int {
    value == decimal && value != grouped ? decimalsWritten : 0
  }

  /// Whether pieces are a group of one to three digits, not a lone zero, and groups of three.
  private static func areGroups(_ pieces: [String]) -> Bool {
    guard let first = pieces.first, 1...3 ~= first.count, !first.hasPrefix("0") else {
      return false
    }
    return pieces.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Both apostrophes are one mark.
  private static func kind(_ mark: Character) -> Character {
    mark == "’" ? "'" : mark
  }
}
