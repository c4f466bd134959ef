/// Where a review in the near term may take a rating. The raw value is its code.
///
/// S&P's CreditWatch, Fitch's Rating Watch, Moody's review; Bloomberg prints `*-` and `*+`.
public enum RatingWatch: String, Sendable, CaseIterable {
  /// Up.
  case positive
  /// Down.
  case negative
  /// Either way.
  case developing
}
