/// The grades of an agency in order of quality, and the notches they stand for (domain.md 6.1).
///
/// The alignment is that of the Basel Committee's table for the quantitative impact studies.
enum RatingSymbols {
  /// The grade of every notch from 1 to 22; Moody's has none for 22.
  static func grades(of agency: RatingAgency) -> [String] {
    switch agency {
    case .sp, .fitch, .kbra, .scope: letters
    case .moodys: moodys
    case .dbrs: dbrs
    }
  }

  /// The notch of a grade as printed without markers; `nil` when the agency has no such grade.
  static func notch(of grade: String, agency: RatingAgency) -> Int? {
    if let index = grades(of: agency).firstIndex(of: grade) { return index + 1 }
    switch agency {
    case .sp, .dbrs, .scope: return grade == "SD" ? 22 : nil
    case .fitch: return grade == "RD" ? 22 : nil
    case .moodys, .kbra: return nil
    }
  }

  /// Whether a grade stands on the agency's short-term scale and not on its long-term one.
  static func isShortTerm(_ grade: String, agency: RatingAgency) -> Bool {
    switch agency {
    case .sp: ["A-1+", "A-1", "A-2", "A-3"].contains(grade)
    case .moodys: ["P-1", "P-2", "P-3", "NP"].contains(grade)
    case .fitch: ["F1+", "F1", "F2", "F3"].contains(grade)
    case .dbrs:
      ["R-1", "R-2", "R-3", "R-4", "R-5"].contains(String(grade.prefix { $0 != " " }))
    case .kbra: ["K1+", "K1", "K2", "K3"].contains(grade)
    case .scope: ["S-1+", "S-1", "S-2", "S-3", "S-4"].contains(grade)
    }
  }

  /// Words that say that there is no rating, or no longer one.
  static let absent: Set<String> = [
    "NR", "WR", "WD", "NOT RATED", "WITHDRAWN", "DISCONTINUED", "UNRATED",
  ]

  private static let letters =
    ["AAA"] + signed("AA") + signed("A") + signed("BBB") + signed("BB") + signed("B")
    + signed("CCC") + ["CC", "C", "D"]

  private static let moodys =
    ["Aaa"] + numbered("Aa") + numbered("A") + numbered("Baa") + numbered("Ba") + numbered("B")
    + numbered("Caa") + ["Ca", "C"]

  private static let dbrs =
    ["AAA"] + levelled("AA") + levelled("A") + levelled("BBB") + levelled("BB") + levelled("B")
    + levelled("CCC") + ["CC", "C", "D"]

  private static func signed(_ letters: String) -> [String] {
    ["\(letters)+", letters, "\(letters)-"]
  }

  private static func numbered(_ letters: String) -> [String] {
    ["\(letters)1", "\(letters)2", "\(letters)3"]
  }

  private static func levelled(_ letters: String) -> [String] {
    ["\(letters) (high)", letters, "\(letters) (low)"]
  }
}
