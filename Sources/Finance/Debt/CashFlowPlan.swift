/// All flows of an instrument to one of its maturities, and what is owed between them.
public struct CashFlowPlan: Hashable, Sendable {
  /// The periods of interest.
  public let schedule: Schedule
  /// How days become interest.
  public let dayCount: DayCount
  /// The flows by the day they are due.
  public let flows: [CashFlow]
  /// The periods with what is owed in them, in the order of the schedule.
  let accruals: [PeriodAccrual]

  /// The first flow whose amount is not known; `nil` when all are.
  public var firstUnknown: CashFlow? {
    flows.first { $0.amount.missing != nil }
  }

  /// What is owed at the end of a day, capitalised interest included; nothing outside the life.
  public func outstanding(on day: Day) -> FlowAmount {
    segment(on: day)?.balance ?? .known(0)
  }

  /// Interest that has accrued and is not yet paid, to a day, in whole minor units.
  ///
  /// - Throws: `BondError` when it is too large to hold.
  public func accrued(on day: Day) throws(BondError) -> FlowAmount {
    guard let accrual = accrual(on: day) else { return .known(0) }
    let cash = try accrual.accrued(\.interest, on: \.balance, until: day).amount
    return try cash.adding(accrual.accrued(\.capitalised, on: \.balance, until: day).amount)
  }

  /// The rate of cash interest on a day in percent; `nil` when it is not known or outside the life.
  public func interestPercent(on day: Day) -> Double? {
    segment(on: day)?.interest.rate?.percent
  }

  /// The day to which a flow bears interest: the one it is paid on where interest accrues to it.
  public func valueDay(of flow: CashFlow) -> Day {
    schedule.terms.accruesToPayment ? flow.payment : flow.due
  }

  /// The period that a day bears interest in.
  func accrual(on day: Day) -> PeriodAccrual? {
    accruals.last { $0.period.start <= day }.flatMap { day < $0.period.end ? $0 : nil }
  }

  private func segment(on day: Day) -> PeriodAccrual.Segment? {
    accrual(on: day)?.segments.last { $0.start <= day }
  }
}
