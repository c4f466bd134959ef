/// How a yield discounts.
public struct YieldConvention: Hashable, Sendable {
  /// How time short of a whole period discounts.
  public enum Fraction: Hashable, Sendable {
    /// By a power: `(1 + y / f)^-w`.
    case compounded
    /// By simple interest: `1 / (1 + w y / f)`.
    case simple
  }

  /// Which day a flow is discounted from.
  public enum Timing: Hashable, Sendable {
    /// The day it is due, business day or not.
    case due
    /// The day it is paid: the true yield.
    case payment
  }

  /// How many times a year the yield compounds.
  public var frequency: CouponFrequency
  /// The time to the next coupon.
  public var firstFraction: Fraction
  /// All time, once one coupon is left.
  public var lastPeriod: Fraction
  /// Which day a flow is discounted from.
  public var timing: Timing

  /// A convention of its own.
  public init(
    frequency: CouponFrequency, firstFraction: Fraction, lastPeriod: Fraction, timing: Timing
  ) {
    self.frequency = frequency
    self.firstFraction = firstFraction
    self.lastPeriod = lastPeriod
    self.timing = timing
  }

  /// The street convention of US bonds (Mayle, “Standard Securities Calculation Methods”,
  /// volume 1): powers of the time to each coupon, and simple interest in the last period.
  public static func street(_ frequency: CouponFrequency) -> YieldConvention {
    YieldConvention(
      frequency: frequency, firstFraction: .compounded, lastPeriod: .simple, timing: .due)
  }

  /// Powers throughout, to the last day (Brown, “Bond Markets: Structures and Yield Calculations”,
  /// ISMA).
  public static func icma(_ frequency: CouponFrequency) -> YieldConvention {
    YieldConvention(
      frequency: frequency, firstFraction: .compounded, lastPeriod: .compounded, timing: .due)
  }

  /// Simple interest to the next coupon, as the US Treasury prices what it sells (31 CFR part 356,
  /// appendix B, section II).
  public static func treasury(_ frequency: CouponFrequency = .semiannual) -> YieldConvention {
    YieldConvention(
      frequency: frequency, firstFraction: .simple, lastPeriod: .simple, timing: .due)
  }

  /// The same convention with flows discounted from the days they are paid on.
  public var onPaymentDays: YieldConvention {
    var convention = self
    convention.timing = .payment
    return convention
  }
}
