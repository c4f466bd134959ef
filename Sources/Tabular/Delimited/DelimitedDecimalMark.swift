/// What stands before the decimals of a number. The other one then groups thousands.
public enum DelimitedDecimalMark: Hashable, Sendable {
  /// `1,250.50`
  case point
  /// `1.250,50`
  case comma
}
