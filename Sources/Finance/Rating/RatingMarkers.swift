/// The marks printed around a grade: structured finance, not yet in force, outlook, watch, DBRS
/// level.
struct RatingMarkers: Hashable {
  /// What a mark is about, and whether it was a sign of the agency's own or a word.
  enum Kind {
    /// A sign that belongs to the grade it stands at: `(P)`, `sf`, `(+)`.
    case sign
    /// Whether the grade is in force, in a word.
    case force
    /// Where the grade is going, in a word.
    case direction
  }

  var isStructured = false
  private(set) var kind = RatingKind.actual
  private(set) var outlook: RatingOutlook?
  private(set) var watch: RatingWatch?
  private(set) var level: Level?
  /// Whether two marks of one kind say different things.
  private(set) var isContradictory = false
  /// Whether the direction that comes next is that of a watch; `nil` when it has not been said.
  private var nextIsWatch: Bool?
  /// A direction before the word that says of what: `negative watch`.
  private var loose: RatingOutlook?

  /// Whether a watch was named and not its direction.
  var isOpen: Bool { nextIsWatch == true }

  /// Takes a word when it is a mark; `nil` when it is none.
  ///
  /// - Parameter isInside: Whether the word stands in parentheses, where single signs are marks
  ///   too.
  mutating func take(_ word: String, isInside: Bool) -> Kind? {
    let word = word.lowercased()
    switch word {
    case "sf": isStructured = true
    case "p" where isInside: set(kind: .provisional)
    case "prelim" where isInside: set(kind: .preliminary)
    case "exp" where isInside: set(kind: .expected)
    case "high": set(level: .high)
    case "mid", "middle": set(level: .middle)
    case "low": set(level: .low)
    case "+" where isInside: set(outlook: .positive)
    case "-" where isInside: set(outlook: .negative)
    case "*+", "rwp": set(watch: .positive)
    case "*-", "rwn": set(watch: .negative)
    case "rwe": set(watch: .developing)
    default: return takeWord(word)
    }
    return .sign
  }

  /// Takes a mark that is a word of a language.
  private mutating func takeWord(_ word: String) -> Kind? {
    if let kind = Self.kinds[word] {
      set(kind: kind)
      return .force
    }
    if let direction = Self.directions[word] {
      take(direction)
    } else if Self.outlooks.contains(word) {
      nextIsWatch = false
    } else if Self.watches.contains(word) {
      beginWatch()
    } else {
      return nil
    }
    return .direction
  }

  /// A direction is that of the word before it, else of the word after it, else an outlook.
  private mutating func take(_ direction: RatingOutlook) {
    if nextIsWatch == true {
      set(watch: RatingWatch(rawValue: direction.rawValue))
    } else {
      loose = nextIsWatch == nil ? direction : nil
      set(outlook: direction)
    }
    nextIsWatch = nil
  }

  private mutating func beginWatch() {
    guard let direction = loose else {
      nextIsWatch = true
      return
    }
    (outlook, loose) = (nil, nil)
    set(watch: RatingWatch(rawValue: direction.rawValue))
  }

  private mutating func set(kind new: RatingKind) {
    if kind != .actual, kind != new { isContradictory = true }
    kind = new
  }

  private mutating func set(level new: Level) {
    if let level, level != new { isContradictory = true }
    level = new
  }

  private mutating func set(outlook new: RatingOutlook) {
    if let outlook, outlook != new { isContradictory = true }
    outlook = new
  }

  private mutating func set(watch new: RatingWatch?) {
    // A watch has a direction that it can take; nobody watches a rating to stay.
    if new == nil || watch.map({ $0 != new }) ?? false { isContradictory = true }
    watch = new
  }
}
