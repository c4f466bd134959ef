/// Why an agency has no rating where a text says so.
public enum RatingAbsence: String, Sendable, CaseIterable {
  /// It has given none: `NR`.
  case notRated = "not_rated"
  /// It had one and has taken it back: `WR`, `WD`.
  case withdrawn

  /// The absence that a word means; `nil` for every other word.
  init?(word: String) {
    switch word.uppercased() {
    case "NR", "UNRATED": self = .notRated
    case "WR", "WD", "WITHDRAWN", "DISCONTINUED": self = .withdrawn
    default: return nil
    }
  }
}
