/// In which of its published or computed forms a benchmark is taken. The raw value is its code.
public enum RateForm: String, Sendable, CaseIterable {
  /// Set before the period it holds for.
  case term
  /// The overnight rates of the period, compounded.
  case compounded
  /// The overnight rates of the period, averaged.
  case dailySimple = "daily_simple"

  /// The form in words.
  public var name: String { self == .dailySimple ? "daily simple" : rawValue }
}
