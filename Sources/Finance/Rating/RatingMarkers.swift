/// The marks printed around a grade: structured finance, not yet in force, outlook, DBRS level.
struct RatingMarkers {
  private(set) var isStructured = false
  private(set) var kind = RatingKind.actual
  private(set) var outlook: RatingOutlook?
  private(set) var level: Level?

  /// Takes a word when it is a mark; `false` when it is none.
  ///
  /// - Parameter isInside: Whether the word stands in parentheses, where single signs are marks
  ///   too.
  mutating func take(_ word: String, isInside: Bool) -> Bool {
    switch word.lowercased() {
    case "sf": isStructured = true
    case "p" where isInside, "provisional": kind = .provisional
    case "prelim", "preliminary": kind = .preliminary
    case "exp", "expected": kind = .expected
    case "high": level = .high
    case "mid", "middle": level = .middle
    case "low": level = .low
    case "+" where isInside, "positive", "pos": outlook = .positive
    case "-" where isInside, "negative", "neg": outlook = .negative
    case "stable": outlook = .stable
    case "developing", "evolving": outlook = .developing
    case "outlook": break
    default: return false
    }
    return true
  }

  /// A grade without the `sf` that Fitch prints right behind it: `BBB-sf`.
  mutating func strippingSuffix(of word: String) -> String {
    guard word.hasSuffix("sf"), word.count > 2 else { return word }
    isStructured = true
    return String(word.dropLast(2))
  }
}
