/// Whether a grade is in force. The raw value is its code.
///
/// Composites use actual ratings only (rules.md 5).
public enum RatingKind: String, Sendable, CaseIterable {
  /// In force.
  case actual
  /// Subject to final documents: Moody's and Scope's `(P)`.
  case provisional
  /// Subject to final documents: S&P's `(prelim)`.
  case preliminary
  /// Expected when the debt is issued: Fitch's `(EXP)`.
  case expected
}
