/// How many times a year interest is paid or compounded.
public enum CouponFrequency: Int, Sendable, CaseIterable {
  /// Once a year.
  case annual = 1
  /// Every six months, as most dollar bonds.
  case semiannual = 2
  /// Every three months, as most loans.
  case quarterly = 4
  /// Every month.
  case monthly = 12

  /// The months between two payments.
  public var months: Int { 12 / rawValue }
}
