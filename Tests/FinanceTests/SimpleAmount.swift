/// A second reading of amounts: known words cut off at both ends, and what is left is a number.
///
/// It knows nothing of `AmountText`. A number is digits and a power of ten, written out in full.
enum SimpleAmount {
  /// A language: its marks, scale words, qualifiers and words between two figures.
  struct Language {
    let tag: String
    let decimal: Character
    let group: Character?
    let scales: [String: Int]
    let qualifiers: [String: String]
    let joints: [(before: String, between: String)]
  }

  static let languages = [
    Language(
      tag: "sv", decimal: ",", group: nil,
      scales: ["miljoner": 6, "mkr": 6, "miljarder": 9, "mdr": 9, "Mrd": 9, "biljoner": 12],
      qualifiers: ["upp till": "up_to", "minst": "at_least", "cirka": "about", "ca": "about"],
      joints: [("mellan", "och"), ("", "till"), ("", "–")]),
    Language(
      tag: "en", decimal: ".", group: ",",
      scales: ["million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12],
      qualifiers: ["up to": "up_to", "at least": "at_least", "about": "about", "ca": "about"],
      joints: [("between", "and"), ("", "to"), ("", "–")]),
    Language(
      tag: "de", decimal: ",", group: ".",
      scales: [
        "Millionen": 6, "million": 6, "Mio": 6, "Milliarden": 9, "Mrd": 9, "Billionen": 12,
        "billion": 12, "trillion": 18,
      ],
      qualifiers: ["bis zu": "up_to", "mindestens": "at_least", "rund": "about", "ca": "about"],
      joints: [("zwischen", "und"), ("", "bis"), ("", "–")]),
  ]

  static let currencies = ["dollar": "USD", "euro": "EUR", "USD": "USD", "€": "EUR"]

  /// The readings of a text in a language: qualifier, one number or two, currency.
  static func readings(of text: String, in language: Language) -> Set<String> {
    var words = text.split(separator: " ").map(String.init)
    var currency = ""
    if let last = words.last, let code = currencies[last] {
      currency = code
      words.removeLast()
    }
    var qualifier = "exact"
    for length in [2, 1] where words.count > length && qualifier == "exact" {
      guard let code = language.qualifiers[words.prefix(length).joined(separator: " ")] else {
        continue
      }
      qualifier = code
      words.removeFirst(length)
    }
    var power = 0
    if let last = words.last, let scale = language.scales[last] {
      power = scale
      if last == "mkr" {
        guard currency.isEmpty else { return [] }
        currency = "SEK"
      }
      words.removeLast()
    }
    if words.count == 1 {
      return Set(values(words[0], language).map { "\(qualifier) \(full($0, power)) \(currency)" })
    }
    guard qualifier == "exact" || qualifier == "about" else { return [] }
    return range(words, language, power).reduce(into: []) { $0.insert("range \($1) \(currency)") }
  }

  private static func range(_ words: [String], _ language: Language, _ power: Int) -> [String] {
    for (before, between) in language.joints {
      let expected = before.isEmpty ? 3 : 4
      guard words.count == expected, before.isEmpty || words[0] == before,
        words[expected - 2] == between
      else { continue }
      let lows = values(words[expected - 3], language)
      let highs = values(words[expected - 1], language)
      // A language that leaves numerals open reads both in one way or both in the other.
      return (0..<Swift.max(lows.count, highs.count)).compactMap { index in
        guard let low = lows.count > index ? lows[index] : lows.first,
          let high = highs.count > index ? highs[index] : highs.first,
          low.decimalMarks.isDisjoint(with: high.groupMarks),
          high.decimalMarks.isDisjoint(with: low.groupMarks), isOrdered(low, high)
        else { return nil }
        return "\(full(low, power)) \(full(high, power))"
      }
    }
    return []
  }

  /// One way to take the marks of a number.
  private struct Number {
    let digits: String
    let decimals: Int
    let decimalMarks: Set<Character>
    let groupMarks: Set<Character>
  }

  /// Each way to take the marks of a number.
  private static func values(_ text: String, _ language: Language) -> [Number] {
    let marks = Array(text.filter { !$0.isNumber })
    let pieces = text.split(omittingEmptySubsequences: false) { !$0.isNumber }.map(String.init)
    guard pieces.allSatisfy({ !$0.isEmpty }) else { return [] }
    let digits = pieces.joined()
    guard let last = marks.last else {
      return [Number(digits: digits, decimals: 0, decimalMarks: [], groupMarks: [])]
    }
    let groups = Set(marks.dropLast())
    let hasGroups = { (pieces: [String]) in
      pieces[0].count <= 3 && pieces[0].first != "0"
        && pieces.dropFirst().allSatisfy { $0.count == 3 }
    }
    let grouped = Number(digits: digits, decimals: 0, decimalMarks: [], groupMarks: Set(marks))
    let decimal = Number(
      digits: digits, decimals: pieces.last?.count ?? 0, decimalMarks: [last], groupMarks: groups)
    let isGrouped = Set(marks).count == 1 && hasGroups(pieces)
    let isDecimal =
      marks.count == 1
      || hasGroups(pieces.dropLast()) && groups.count == 1 && !groups.contains(last)
    switch (isGrouped, isDecimal) {
    case (true, true):
      if last == language.group { return [grouped] }
      return last == language.decimal ? [decimal] : [decimal, grouped]
    case (true, false): return [grouped]
    case (false, true): return [decimal]
    case (false, false): return []
    }
  }

  /// The number without scale words, marks or zeros that say nothing.
  private static func full(_ number: Number, _ power: Int) -> String {
    var digits = Array(number.digits + String(repeating: "0", count: power))
    while digits.count <= number.decimals { digits.insert("0", at: 0) }
    var decimals = Array(digits.suffix(number.decimals))
    var whole = Array(digits.dropLast(number.decimals))
    while decimals.last == "0" { decimals.removeLast() }
    while whole.count > 1, whole.first == "0" { whole.removeFirst() }
    return String(whole) + (decimals.isEmpty ? "" : "." + String(decimals))
  }

  private static func isOrdered(_ low: Number, _ high: Number) -> Bool {
    let places = Swift.max(low.decimals, high.decimals)
    let sides = [low, high].map { number in
      Double(number.digits + String(repeating: "0", count: places - number.decimals)) ?? .nan
    }
    return sides[0] <= sides[1]
  }
}
