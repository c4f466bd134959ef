/// An instrument on a day of settlement: prices and yields of what it still pays.
///
/// Prices are percent of the principal that is owed on that day. A clean price leaves out accrued
/// interest, a dirty price is what is paid. Yields, like every rate, are percent a year.
public struct Valuation: Sendable {
  /// The flows to one maturity.
  public let plan: CashFlowPlan
  /// The day the buyer pays and from which flows are the buyer's.
  public let settlement: Day
  /// How yields discount.
  public let convention: YieldConvention
  /// Accrued interest in percent of the principal owed, with its parts of a minor unit.
  public let accruedInterest: Double
  /// The flows after settlement, as percent of the principal owed.
  let flows: [DiscountedFlow]

  /// Values the flows of a plan that are due after a day.
  ///
  /// - Throws: `BondError` when a flow is not known, or nothing is owed on the day.
  public init(
    _ plan: CashFlowPlan, settling settlement: Day, by convention: YieldConvention
  ) throws(BondError) {
    let terms = plan.schedule.terms
    guard terms.start <= settlement, settlement < terms.maturity,
      let accrual = plan.accrual(on: settlement)
    else { throw .settlementOutsideTerm(settlement) }
    let owed = plan.outstanding(on: settlement)
    if let missing = owed.missing { throw .flowUnknown(settlement, missing) }
    guard let owed = owed.minorUnits, owed > 0 else { throw .nothingOutstanding(settlement) }
    let cash = try accrual.accrued(\.interest, on: \.balance, until: settlement)
    let inKind = try accrual.accrued(\.capitalised, on: \.balance, until: settlement)
    for case let missing? in [cash.amount.missing, inKind.amount.missing] {
      throw .flowUnknown(accrual.period.due, missing)
    }
    self.plan = plan
    self.settlement = settlement
    self.convention = convention
    accruedInterest = (cash.unrounded + inKind.unrounded) / Double(owed) * 100
    flows = try Self.flows(plan, after: settlement, of: Double(owed), convention)
  }

  private static func flows(
    _ plan: CashFlowPlan, after settlement: Day, of owed: Double, _ convention: YieldConvention
  ) throws(BondError) -> [DiscountedFlow] {
    let (grid, dayCount) = (plan.schedule.grid, plan.dayCount)
    let now = try dayCount.position(of: settlement, on: grid)
    let ahead = plan.flows.filter { $0.isCash && plan.valueDay(of: $0) > settlement }
    let isLast = plan.accruals.last.map { $0.period.start <= settlement } ?? false
    let hasOneDay = isLast && ahead.allSatisfy { $0.due == ahead.last?.due }
    // A period of the yield is so many coupon periods.
    let scale = Double(convention.frequency.rawValue) / Double(grid.frequency.rawValue)
    var flows: [DiscountedFlow] = []
    for flow in ahead {
      guard let units = flow.amount.minorUnits else {
        throw .flowUnknown(flow.due, flow.amount.missing ?? .rate)
      }
      let day = convention.timing == .due ? plan.valueDay(of: flow) : flow.payment
      let time = try dayCount.position(of: day, on: grid) - now
      let fraction = now.rounded(.up) - now
      let isSimple = hasOneDay ? convention.lastPeriod : convention.firstFraction
      let simple = isSimple == .simple ? (hasOneDay ? time : min(time, fraction)) : 0
      flows.append(
        DiscountedFlow(
          amount: Double(units) / owed * 100, simple: simple * scale,
          compounded: (time - simple) * scale))
    }
    return flows
  }
}
