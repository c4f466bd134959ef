/// How principal is paid back before maturity. What is then still owed is paid at maturity.
public enum Repayment: Hashable, Sendable {
  /// All of it at maturity.
  case bullet
  /// The same principal at each coupon from a day on.
  case equalInstalments(from: Day? = nil)
  /// The same sum of principal and interest at each coupon from a day on, as mortgages have it.
  ///
  /// The sum is `B i / (1 - (1 + i)^-n)` of what is owed, the rate of one period and the coupons
  /// left. It is worked out anew when the rate changes or more is drawn. Interest is counted by
  /// days; principal is what is left of the sum, and never below zero.
  case annuity(from: Day? = nil)
  /// Amounts on given days.
  case schedule([Instalment])
  /// A part of all that was drawn, spread over the coupons of each year: the 1 % of term loans B.
  case percentPerYear(Double, from: Day? = nil)

  /// An amount that is paid back on a day.
  public struct Instalment: Hashable, Sendable {
    /// The day it is due.
    public let day: Day
    /// How much in minor units.
    public let minorUnits: Int64

    /// An instalment.
    public init(on day: Day, minorUnits: Int64) {
      self.day = day
      self.minorUnits = minorUnits
    }
  }

  /// The day before which no instalment is due; `nil` for the first coupon.
  var firstDay: Day? {
    switch self {
    case .bullet, .schedule: nil
    case .equalInstalments(let day), .annuity(let day), .percentPerYear(_, let day): day
    }
  }

  /// Whether instalments fall on coupons.
  var followsCoupons: Bool {
    switch self {
    case .bullet, .schedule: false
    case .equalInstalments, .annuity, .percentPerYear: true
    }
  }
}
