/// How a rate of interest that someone wrote is read: percent a year, or basis points over a
/// benchmark.
public struct RateReading: Hashable, Sendable {
  /// What the figures are given over; `nil` for a rate in percent a year.
  public internal(set) var benchmark: RateBenchmark?
  /// The form in which the benchmark is taken, where the text says it.
  public internal(set) var form: RateForm?
  /// The months of the benchmark's term, where the text says them: 3 for `3M Euribor`, 120 for the
  /// ten-year Treasury.
  public internal(set) var termMonths: Int?
  /// The figure, in percent, or in basis points over a benchmark; the low end of a range.
  public internal(set) var low: ExactDecimal
  /// The same figure again, or the high end of a range.
  public internal(set) var high: ExactDecimal
  /// How the figure is to be taken; never undisclosed.
  public internal(set) var qualifier = Qualifier.exact
  /// The lowest value in percent at which the benchmark is taken.
  public internal(set) var floorPercent: ExactDecimal?
  /// How the interest is paid.
  public internal(set) var payment = RatePayment.cash
  /// Percent a year that is paid in kind on top of the figure: 4 for `8% cash + 4% PIK`.
  public internal(set) var inKindPercent: ExactDecimal?

  /// The code of the rate type, list `rate_type`: `floating` over a benchmark that moves, `zero`
  /// without interest, otherwise `fixed`, over a yield at pricing too.
  public var rateType: String {
    if let benchmark { return benchmark.isYield ? "fixed" : "floating" }
    return low == .zero && high == .zero && inKindPercent == nil ? "zero" : "fixed"
  }
}
