/// The two halves of the rating scale, and what stands on neither. The raw value is its code.
///
/// Investment grade ends at BBB- / Baa3 / BBB (low), notch 10; what is worse is high yield, “junk”
/// (domain.md 6.1: FCA BIPRU 12 Annex 1; EU 2016/1799 Annex III). Unrated is never junk.
public enum RatingBucket: String, Sendable, CaseIterable {
  /// Notches 1 to 10.
  case investmentGrade = "investment_grade"
  /// Notches 11 to 22.
  case highYield = "high_yield"
  /// No notch.
  case unrated

  /// The bucket of a notch.
  public init(notch: Int?) {
    self = notch.map { $0 <= 10 ? .investmentGrade : .highYield } ?? .unrated
  }
}
