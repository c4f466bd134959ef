/// How the ratings of several agencies become one (domain.md 6.2). The raw value is its code, the
/// parameter `rating_rule` of queries.
public enum CompositeRule: String, Sendable, CaseIterable {
  /// One rating: that; two: the worse; three or more: the second best.
  ///
  /// The multiple-assessment rule of Basel II, paragraphs 96 to 98.
  case secondBest = "second_best"
  /// The mean of the notches of S&P, Moody's and Fitch, rounded to a whole one.
  case average
  /// The worst.
  case lowest
  /// The best.
  case highest
  /// S&P's, else Moody's, else Fitch's, else the second best of the others.
  case spFirst = "sp_first"
  /// Moody's, else S&P's, else Fitch's, else the second best of the others.
  case moodysFirst = "moodys_first"
  /// Fitch's, else S&P's, else Moody's, else the second best of the others.
  case fitchFirst = "fitch_first"

  /// The agencies whose rating is taken alone, in order.
  var preferredAgencies: [RatingAgency] {
    switch self {
    case .secondBest, .average, .lowest, .highest: []
    case .spFirst: [.sp, .moodys, .fitch]
    case .moodysFirst: [.moodys, .sp, .fitch]
    case .fitchFirst: [.fitch, .sp, .moodys]
    }
  }
}
