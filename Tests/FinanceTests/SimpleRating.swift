/// A second reading of ratings: one flat table of letters, and marks cut off at the ends.
///
/// It knows nothing of `RatingText`. The table is that of the Basel Committee, written out.
enum SimpleRating {
  /// A grade in force or not.
  struct Grade: Equatable {
    var notch: Int
    var kind = "actual"
    var isStructured = false
    var outlook: String?
  }

  /// The grades of the notches 1 to 22: letters with signs, Moody's, DBRS's in words and letters.
  static let table = """
    AAA Aaa|AA+ Aa1 AA(high) AAH|AA Aa2 AAM|AA- Aa3 AA(low) AAL|A+ A1 A(high) AH|A A2 AM|
    A- A3 A(low) AL|BBB+ Baa1 BBB(high) BBBH|BBB Baa2 BBBM|BBB- Baa3 BBB(low) BBBL|
    BB+ Ba1 BB(high) BBH|BB Ba2 BBM|BB- Ba3 BB(low) BBL|B+ B1 B(high) BH|B B2 BM|B- B3 B(low) BL|
    CCC+ Caa1 CCC(high) CCCH|CCC Caa2 CCCM|CCC- Caa3 CCC(low) CCCL|CC Ca|C|D SD RD
    """

  static let notches: [String: Int] = {
    var notches: [String: Int] = [:]
    for (index, row) in table.split(separator: "|").enumerated() {
      for grade in row.split(whereSeparator: \.isWhitespace) { notches[String(grade)] = index + 1 }
    }
    // S&P's short-term scale, which has none.
    for grade in ["A-1+", "A-1", "A-2", "A-3"] { notches[grade] = 0 }
    return notches
  }()

  /// Marks, each with what it says; the longest first where one begins like another.
  private static let marks: [(String, String)] = [
    ("(P)", "provisional"), ("(prelim)", "preliminary"), ("(EXP)", "expected"), ("(sf)", "sf"),
    ("(SF)", "sf"), ("(+)", "positive"), ("(-)", "negative"), ("(stable)", "stable"),
    ("(negative)", "negative"),
  ]

  /// The grades of a text between strokes; `nil` when any is none.
  static func grades(of text: String) -> [Grade]? {
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    let grades = pieces.compactMap { grade(of: String($0)) }
    return grades.count == pieces.count ? grades : nil
  }

  private static func grade(of text: String) -> Grade? {
    var letters = String(text.map { "–−".contains($0) ? "-" : $0 }).filter { $0 != " " }
    var grade = Grade(notch: 0)
    var isFound = true
    while isFound {
      isFound = false
      for (mark, meaning) in marks {
        if letters.hasPrefix(mark) {
          letters = String(letters.dropFirst(mark.count))
        } else if letters.hasSuffix(mark) {
          letters = String(letters.dropLast(mark.count))
        } else {
          continue
        }
        isFound = true
        guard set(meaning, &grade) else { return nil }
      }
    }
    if letters.hasSuffix("sf") {
      letters = String(letters.dropLast(2))
      grade.isStructured = true
    }
    if let at = letters.firstIndex(of: "(") {
      letters = letters[..<at] + letters[at...].lowercased()
    }
    guard let notch = notches[letters] else { return nil }
    grade.notch = notch
    // The short-term scale is one, of structured finance or not.
    if notch == 0 { grade.isStructured = false }
    return grade
  }

  /// Takes a mark; `false` when it contradicts another.
  private static func set(_ meaning: String, _ grade: inout Grade) -> Bool {
    switch meaning {
    case "sf": grade.isStructured = true
    case "positive", "negative", "stable":
      guard grade.outlook == nil || grade.outlook == meaning else { return false }
      grade.outlook = meaning
    default:
      guard grade.kind == "actual" || grade.kind == meaning else { return false }
      grade.kind = meaning
    }
    return true
  }
}
