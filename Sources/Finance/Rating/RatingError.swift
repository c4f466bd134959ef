/// Why a text is no grade.
public enum RatingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text holds more than one grade.
  case severalGrades(String)
  /// The text holds no grade of this agency.
  case notAGrade(String, RatingAgency)
  /// The text holds a mark in parentheses that is not known.
  case unknownMarker(String, String)
  /// The text holds a word that is neither grade nor mark nor agency.
  case unknownWord(String, String)
  /// The text says two different things of one grade: stable and negative.
  case contradictoryMarks(String)
  /// The text names a watch or review and not its direction.
  case watchWithoutDirection(String)
  /// The text names two agencies at one grade.
  case twoAgencies(String)
  /// The text has two grades with neither a stroke nor a comma nor an agency between them.
  case nothingBetween(String)
  /// A parenthesis is opened and not closed, or the other way round.
  case unbalanced(String)
  /// The text gives a grade and says in one breath that there is none.
  case gradeAndAbsence(String)

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .notAGrade(let text, let agency):
      "“\(text)” is no grade of \(agency.name): its scale goes from "
        + "\(RatingGrade.code(notch: 1, agency: agency) ?? "") to "
        + "\(RatingGrade.code(notch: 21, agency: agency) ?? "")"
    case .severalGrades(let text), .unknownMarker(let text, _), .unknownWord(let text, _),
      .contradictoryMarks(let text), .watchWithoutDirection(let text), .twoAgencies(let text),
      .nothingBetween(let text), .unbalanced(let text),
      .gradeAndAbsence(let text):
      "“\(text)” \(fault)"
    }
  }

  /// What is wrong, as the end of a sentence that begins with the text.
  var fault: String {
    switch self {
    case .severalGrades: "holds several grades, and a rating has one"
    case .notAGrade(_, let agency): "is no grade of \(agency.name)"
    case .unknownMarker(_, let marker): "has an unknown mark (\(marker))"
    case .unknownWord(_, let word):
      RatingSymbols.isStandAlone(word)
        ? "has “\(word)” in small letters, which is a stand-alone assessment and no rating"
        : "has “\(word)”, which is no grade, mark or agency"
    case .contradictoryMarks: "says two different things of one grade"
    case .watchWithoutDirection: "names a watch and not where it may take the grade"
    case .twoAgencies: "names an agency that belongs to no grade"
    case .nothingBetween: "has two grades and no stroke or comma between them"
    case .unbalanced: "has a parenthesis that is not closed, or not opened"
    case .gradeAndAbsence: "gives a grade and says that there is none"
    }
  }
}
