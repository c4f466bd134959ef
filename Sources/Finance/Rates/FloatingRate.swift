/// A rate of interest that follows a benchmark.
public struct FloatingRate: Hashable, Sendable {
  /// Which published rates make the rate of a period.
  public enum Reset: Hashable, Sendable {
    /// The one published so many business days before the period begins: Euribor, term SOFR.
    case periodStart(businessDaysBefore: Int)
    /// All overnight rates of the period, compounded over it (2006 ISDA Definitions, USD-SOFR
    /// Compound; ARRC, “SOFR in Arrears Conventions for Syndicated Business Loans”, 2020).
    ///
    /// With a lookback each day takes the rate of so many business days before. Its weight is the
    /// day's own, or with `shiftsWeights` that of the earlier day.
    case compounded(lookback: Int, shiftsWeights: Bool = false)
    /// All overnight rates of the period, averaged by days: daily simple SOFR of US loans.
    case dailySimple(lookback: Int)
  }

  /// Which published rates make the rate of a period.
  public var reset: Reset
  /// Basis points on top of the benchmark, with the steps of the agreement.
  public var marginBasisPoints: RateSteps
  /// The lowest value in percent at which the benchmark is taken; each overnight rate has it.
  public var floorPercent: Double?

  /// A benchmark, a margin on it, and a floor under the benchmark.
  public init(reset: Reset, marginBasisPoints: RateSteps, floorPercent: Double? = nil) {
    self.reset = reset
    self.marginBasisPoints = marginBasisPoints
    self.floorPercent = floorPercent
  }
}
