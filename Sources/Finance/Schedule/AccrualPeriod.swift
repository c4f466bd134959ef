/// The time for which one coupon is paid.
public struct AccrualPeriod: Hashable, Sendable {
  /// The first day that bears interest.
  public let start: Day
  /// The first day that no longer does.
  public let end: Day
  /// The day the coupon is due by the schedule, business day or not.
  public let due: Day
  /// The business day on which it is paid.
  public let payment: Day
  /// Whether it is one whole period of the grid, both ends unadjusted.
  public let isRegular: Bool
}
