/// Quarters and half-years in a date: `3Q`, `Q3`, `third quarter`, `kvartal 3`, `1. Halbjahr`.
enum DatePartWords {
  /// The part that begins at a piece, and its number of pieces; `nil` when none begins there.
  static func part(at index: Int, in tokens: [DateToken]) -> (YearPart, Int)? {
    let rest = tokens[index...].prefix(4).map(\.self)
    guard let first = rest.first else { return nil }
    if let ordinal = ordinal(first) {
      // The ending or point of a number: `3rd quarter`, `3. Quartal`; and `third-quarter`.
      let skipped = rest.dropFirst().prefix { endings.contains($0) }.count
      guard skipped + 1 < rest.count, case .word(let word) = rest[skipped + 1] else { return nil }
      return part(word, ordinal).map { ($0, skipped + 2) }
    }
    guard case .word(let word) = first, rest.count > 1 else { return nil }
    let skipped = rest.dropFirst().prefix { $0 == .mark(".") }.count
    guard skipped + 1 < rest.count, case .number(let digits, false) = rest[skipped + 1],
      digits.count == 1, let number = Int(digits)
    else { return nil }
    return part(word, number).map { ($0, skipped + 2) }
  }

  /// The number that a piece can be before “quarter”: one digit, or a word like “third”.
  private static func ordinal(_ token: DateToken) -> Int? {
    switch token {
    case .number(let digits, false): digits.count == 1 ? Int(digits) : nil
    case .word(let word): ordinals[word]
    case .number, .mark: nil
    }
  }

  private static func part(_ word: String, _ number: Int) -> YearPart? {
    if quarters.contains(word) { return YearPart(rawValue: "Q\(number)") }
    if halves.contains(word) { return YearPart(rawValue: "H\(number)") }
    return nil
  }

  private static let quarters: Set<String> = [
    "q", "quarter", "qtr", "kvartal", "kvartalet", "kv", "quartal", "quartals",
  ]

  private static let halves: Set<String> = [
    "h", "hy", "half", "halvår", "halvåret", "halbjahr", "halbjahres", "hj",
  ]

  private static let endings: Set<DateToken> = [
    .word("st"), .word("nd"), .word("rd"), .word("th"), .mark("."), .mark("-"),
    .mark(":"), .word("e"), .word("a"),
  ]

  private static let ordinals: [String: Int] = {
    var ordinals: [String: Int] = [:]
    for (index, row) in [
      "first första erstes ersten erste", "second andra zweites zweiten zweite",
      "third tredje drittes dritten dritte", "fourth fjärde viertes vierten vierte",
    ].enumerated() {
      for word in row.split(separator: " ") { ordinals[String(word)] = index + 1 }
    }
    return ordinals
  }()
}
