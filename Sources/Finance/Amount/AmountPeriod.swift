/// The time that a flow is counted over: 34.9 a quarter is no 34.9 a year. The raw value is its
/// code.
public enum AmountPeriod: String, Sendable, CaseIterable {
  /// Per year.
  case year
  /// Per quarter.
  case quarter
  /// Per month.
  case month
}
