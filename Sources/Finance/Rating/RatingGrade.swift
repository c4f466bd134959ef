/// One grade of one agency, read from the text it was printed as.
public struct RatingGrade: Hashable, Sendable {
  /// The agency.
  public let agency: RatingAgency
  /// The grade without markers, as the agency prints it: `BBB-`, `Baa3`, `A (low)`, `F2`; `NR` when
  /// there is no rating.
  public let code: String
  /// The scale the grade stands on.
  public let scale: RatingScale
  /// The place on the common scale, 1 (AAA) to 22 (default); `nil` for short-term grades and for
  /// `NR`.
  public let notch: Int?
  /// Whether the grade is in force.
  public let kind: RatingKind
  /// The outlook, where it is printed with the grade: `A1(+)`.
  public let outlook: RatingOutlook?

  /// Where a review may take the rating, where it is printed with the grade: `BBB *-`.
  public let watch: RatingWatch?
  /// Why there is no rating; `nil` when there is one.
  public let absence: RatingAbsence?

  /// Whether the grade is one of structured finance.
  public var isStructured: Bool { scale == .structured }

  /// Whether the text says that there is no rating, or no longer one.
  public var isAbsent: Bool { absence != nil }

  /// The half of the scale the grade stands in.
  public var bucket: RatingBucket { RatingBucket(notch: notch) }

  /// The grade of an agency at a notch; `nil` outside 1 to 22, and where the agency has none.
  public static func code(notch: Int, agency: RatingAgency) -> String? {
    let grades = RatingSymbols.grades(of: agency)
    return grades.indices.contains(notch - 1) ? grades[notch - 1] : nil
  }
}
