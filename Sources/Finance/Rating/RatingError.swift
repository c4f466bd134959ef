/// Why a text is no grade.
public enum RatingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text holds more than one grade.
  case severalGrades(String)
  /// The text holds no grade of this agency.
  case notAGrade(String, RatingAgency)
  /// The text holds a mark in parentheses that is not known.
  case unknownMarker(String, String)

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .severalGrades(let text): "“\(text)” holds several grades, and a rating has one"
    case .notAGrade(let text, let agency):
      "“\(text)” is no grade of \(agency.name): its scale goes from "
        + "\(RatingGrade.code(notch: 1, agency: agency) ?? "") to "
        + "\(RatingGrade.code(notch: 21, agency: agency) ?? "")"
    case .unknownMarker(let text, let marker): "“\(text)” has an unknown mark (\(marker))"
    }
  }
}
