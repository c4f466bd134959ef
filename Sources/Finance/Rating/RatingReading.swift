/// How one grade of a text is read: the same letters on the scale of each agency that may have
/// given it.
///
/// `AA-` stands on the scales of S&P, Fitch, KBRA and Scope, at one notch on all of them; whose it
/// is only the text or the caller can say, and it is not guessed.
public struct RatingReading: Hashable, Sendable, CustomStringConvertible {
  /// The grade for each agency that may have given it, in the order of `RatingAgency`; never empty,
  /// and all with the same code, scale, notch and marks.
  public let grades: [RatingGrade]

  /// Takes the grade of each agency; the caller gives at least one.
  init(grades: [RatingGrade]) {
    self.grades = grades
  }

  /// The grade, when only one agency may have given it; else `nil`.
  public var grade: RatingGrade? { grades.count == 1 ? grades.first : nil }

  /// The agencies that may have given it.
  public var agencies: [RatingAgency] { grades.map(\.agency) }

  /// The place on the common scale, 1 to 22; `nil` for short-term grades and where there is none.
  public var notch: Int? { grades.first?.notch }

  /// The reading in plain words, as `deals read` prints it: `AA- of S&P, Fitch, KBRA or Scope,
  /// notch 4, investment grade`.
  public var description: String {
    guard let first = grades.first else { return "" }
    let names = first.isAbsent && grades.count > 1 ? [] : agencies.map(\.name)
    return first.words(of: WordList.joined(names, last: "or"))
  }
}
