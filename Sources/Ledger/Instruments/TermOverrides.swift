public import Finance

/// Terms that the person who asks gives, where sources do not, or to see what would follow.
public struct TermOverrides: Sendable, Equatable {
  /// The day from which interest accrues.
  public var start: Day?
  /// The day principal is due.
  public var maturity: Day?
  /// The first coupon.
  public var firstCoupon: Day?
  /// How many coupons a year.
  public var frequency: CouponFrequency?
  /// How days become interest.
  public var dayCount: DayCount?
  /// The principal in minor units.
  public var principalMinor: Int64?
  /// The rate of interest, in percent a year.
  public var couponPercent: Double?
  /// The spread over the benchmark, in basis points.
  public var spreadBasisPoints: Double?
  /// How principal is repaid.
  public var repayment: RepaymentWord?
  /// Later maturities that the borrower is taken to choose.
  public var extensions: [Day] = []

  /// How principal is repaid, in a word.
  public enum RepaymentWord: String, Sendable, CaseIterable {
    /// All at maturity.
    case bullet
    /// The same principal with each coupon.
    case equal
    /// The same sum of principal and interest with each coupon.
    case annuity
  }

  /// None.
  public init() {}
}
