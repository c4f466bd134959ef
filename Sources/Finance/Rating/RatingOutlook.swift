/// Where an agency sees a rating going. The raw value is its code.
public enum RatingOutlook: String, Sendable, CaseIterable {
  /// Up.
  case positive
  /// Down.
  case negative
  /// Nowhere.
  case stable
  /// Either way.
  case developing
}
