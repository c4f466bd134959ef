/// What is paid at maturity for each 100 of principal.
public enum Redemption: Hashable, Sendable {
  /// 100.
  case par
  /// Another percentage that never changes.
  case percent(Double)
  /// A percentage that grows from 100 on the first day by a yield, compounded with each coupon
  /// period, so that the holder earns it whenever the principal is redeemed.
  case accreting(percentPerYear: Double)

  /// What a redemption on a day pays for each 100 of principal.
  ///
  /// Within a period growth is compounded too: `100 (1 + y / f)^t` with t in coupon periods.
  ///
  /// - Throws: `BondError` when the yield is out of range.
  func percent(
    on day: Day, since start: Day, _ grid: CouponGrid, _ dayCount: DayCount
  ) throws(BondError) -> Double {
    switch self {
    case .par: return 100
    case .percent(let percent): return try ExactRate(percent: percent).percent
    case .accreting(let percentPerYear):
      let growth = 1 + percentPerYear / 100 / Double(grid.frequency.rawValue)
      guard growth > 0, growth.isFinite else { throw .rateOutOfRange(percentPerYear) }
      let periods =
        try dayCount.position(of: day, on: grid) - dayCount.position(of: start, on: grid)
      return 100 * growth.raised(to: periods)
    }
  }
}
