/// Which end of a schedule takes the time that is no whole period, and whether as a period of its
/// own or as part of its neighbour. The raw value is the code in documents and in the file.
public enum Stub: String, Sendable, CaseIterable {
  /// Counted back from maturity; a short first period where one is left.
  case shortFirst = "short_first"
  /// Counted back from maturity; what is left lengthens the first period.
  case longFirst = "long_first"
  /// Counted from the start; a short last period where one is left.
  case shortLast = "short_last"
  /// Counted from the start; what is left lengthens the last period.
  case longLast = "long_last"

  /// Whether the schedule is counted back from maturity.
  var isFirst: Bool { self == .shortFirst || self == .longFirst }
}
