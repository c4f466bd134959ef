/// How interest is set.
public enum InterestRate: Hashable, Sendable {
  /// There is none, as on zero coupon bonds.
  case none
  /// Percent a year, with the steps of the agreement.
  case fixed(RateSteps)
  /// A benchmark and a margin.
  case floating(FloatingRate)
  /// There is interest and nobody says how much.
  case unknown

  /// A fixed rate in percent a year that never changes.
  public static func fixed(percent: Double) -> InterestRate {
    .fixed(RateSteps(percent))
  }

  /// The days on which the agreement changes the rate.
  var stepDays: [Day] {
    switch self {
    case .none, .unknown: []
    case .fixed(let steps): steps.steps.map(\.from)
    case .floating(let floating): floating.marginBasisPoints.steps.map(\.from)
    }
  }
}
