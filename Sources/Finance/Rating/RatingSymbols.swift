/// The grades of an agency in order of quality, and the notches they stand for (domain.md 6.1).
///
/// The alignment is that of the Basel Committee's table for the quantitative impact studies.
enum RatingSymbols {
  /// The grade of every notch from 1 to 22; Moody's has none for 22, and JCR no steps within CCC.
  static func grades(of agency: RatingAgency) -> [String?] {
    switch agency {
    case .sp, .fitch, .kbra, .scope: letters
    case .jcr: letters.map { ["CCC+", "CCC-"].contains($0) ? nil : $0 }
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
    case .jcr: return grade == "LD" ? 22 : nil
    case .moodys, .kbra: return nil
    }
  }

  /// Whether a grade stands on the agency's short-term scale and not on its long-term one.
  static func isShortTerm(_ grade: String, agency: RatingAgency) -> Bool {
    let grade = agency == .dbrs ? String(grade.prefix { $0 != " " }) : grade
    return shortTerm(of: agency).contains(grade)
  }

  /// The grades of an agency's short-term scale, without DBRS's levels.
  private static func shortTerm(of agency: RatingAgency) -> [String] {
    switch agency {
    case .sp: ["A-1+", "A-1", "A-2", "A-3"]
    case .moodys: ["P-1", "P-2", "P-3", "NP"]
    case .fitch: ["F1+", "F1", "F2", "F3"]
    case .dbrs: ["R-1", "R-2", "R-3", "R-4", "R-5"]
    case .kbra: ["K1+", "K1", "K2", "K3"]
    case .scope: ["S-1+", "S-1", "S-2", "S-3", "S-4"]
    case .jcr: ["J-1+", "J-1", "J-2", "J-3", "NJ"]
    }
  }

  /// Whether a word is a grade of any agency, DBRS's with a letter for its level among them.
  static func isGradeOfAny(_ word: String) -> Bool {
    ofAny.contains(word)
  }

  /// Whether a word is a grade but for its small letters, as S&P and Moody's write assessments of a
  /// company on its own: `bbb-`, `baa3`.
  static func isStandAlone(_ word: String) -> Bool {
    word == word.lowercased() && (isGradeOfAny(word.uppercased()) || isGradeOfAny(word.capitalised))
  }

  private static let ofAny: Set<String> = {
    var grades: Set<String> = ["SD", "RD", "LD", "NP", "Prime-1", "Prime-2", "Prime-3"]
    for agency in RatingAgency.allCases {
      grades.formUnion(Self.grades(of: agency).compactMap(\.self).filter { !$0.contains(" ") })
      grades.formUnion(shortTerm(of: agency))
    }
    for letters in ["AA", "A", "BBB", "BB", "B", "CCC"] {
      grades.formUnion(["H", "M", "L"].map { letters + $0 })
    }
    return grades
  }()

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

extension String {
  /// The text with its first letter as a capital: `baa3` to `Baa3`.
  fileprivate var capitalised: String {
    prefix(1).uppercased() + dropFirst()
  }
}
