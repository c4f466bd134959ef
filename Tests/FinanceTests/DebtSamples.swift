import Finance

/// Instruments as rows of tests write them.
enum DebtSamples {
  /// A principal large enough that whole minor units do not show in prices.
  static let principal: Int64 = 100_000_000_000_000

  /// A bond that pays a fixed coupon.
  static func bond(
    _ start: String, _ maturity: String, _ coupon: Double,
    _ frequency: CouponFrequency = .semiannual, _ dayCount: DayCount = .thirty360US,
    first: String? = nil, last: String? = nil, principal: Int64? = principal
  ) throws -> DebtInstrument {
    let terms = ScheduleTerms(
      start: try Day(start), maturity: try Day(maturity), frequency: frequency,
      firstCoupon: try first.map { try Day($0) }, lastCoupon: try last.map { try Day($0) })
    return DebtInstrument(
      principalMinor: principal, schedule: terms, dayCount: dayCount,
      interest: .fixed(percent: coupon))
  }

  /// A loan on a benchmark that is published on the first day of each period.
  static func loan(
    _ start: String, _ maturity: String, margin: RateSteps, floor: Double? = nil,
    principal: Int64? = 1_000_000
  ) throws -> DebtInstrument {
    let rate = FloatingRate(
      reset: .periodStart(businessDaysBefore: 0), marginBasisPoints: margin, floorPercent: floor)
    let terms = ScheduleTerms(
      start: try Day(start), maturity: try Day(maturity), frequency: .quarterly)
    return DebtInstrument(
      principalMinor: principal, schedule: terms, dayCount: .actual360, interest: .floating(rate))
  }
}

extension CashFlowPlan {
  /// Every flow on a line of its own: `interest 2026-01-15 2500`, with a tilde before what is
  /// assumed and a question mark for what is not known.
  var lines: [String] {
    flows.map { flow in
      let sign = flow.amount.isAssumed ? "~" : ""
      let amount = flow.amount.minorUnits.map { "\(sign)\($0)" } ?? "?"
      return "\(flow.kind.rawValue) \(flow.due) \(amount)"
    }
  }
}
