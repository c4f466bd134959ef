/// The scale that a grade stands on (rules.md 1). The raw value is its code.
public enum RatingScale: String, Sendable, CaseIterable {
  /// Long-term debt of companies and states.
  case longTerm = "long_term"
  /// Debt due within about a year: `F2`, `P-1`, `A-1`. It has no notch.
  case shortTerm = "short_term"
  /// Structured finance, marked `(sf)`; its grades have the notches of the long-term scale.
  case structured
}
