/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, Sendable, CaseIterable {
  /// 1.
  case monday = 1
  /// 2.
  case tuesday
  /// 3.
  case wednesday
  /// 4.
  case thursday
  /// 5.
  case friday
  /// 6.
  case saturday
  /// 7.
  case sunday
}
