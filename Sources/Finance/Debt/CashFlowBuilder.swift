/// Goes through the periods of an instrument and keeps what is owed.
struct CashFlowBuilder {
  let instrument: DebtInstrument
  let schedule: Schedule
  let fixings: Fixings
  /// The draws that are still to come, by day.
  private var draws: [Draw]
  /// The instalments of a schedule that are still to come, by the day from which they bear no
  /// interest: the one they are paid on where interest accrues to it.
  private var instalments: [(from: Day, instalment: Repayment.Instalment)] = []
  /// The days on which extensions are taken, with their fees.
  private let fees: [(day: Day, percent: Double)]
  /// The end of the time in which money can be drawn.
  private let drawsEnd: Day

  var balance = FlowAmount.known(0)
  var undrawn: FlowAmount
  /// All that was drawn.
  var drawn = FlowAmount.known(0)
  /// The instalment or annuity in force; `nil` when it is to be worked out.
  var level: (amount: Int64, rate: ExactRate?)?
  var flows: [CashFlow] = []

  /// - Throws: `BondError` when terms contradict one another.
  init(
    _ instrument: DebtInstrument, _ fixings: Fixings, extensions count: Int
  ) throws(BondError) {
    self.instrument = instrument
    self.fixings = fixings
    schedule = try instrument.schedule(extensions: count)
    let (start, maturity) = (schedule.terms.start, schedule.terms.maturity)
    guard instrument.principalMinor ?? 0 >= 0 else { throw .amountOutOfRange }
    undrawn = instrument.principalMinor.map(FlowAmount.known) ?? .unknown(.principal)
    draws = instrument.draws.sorted { $0.day < $1.day }
    for draw in draws {
      guard start <= draw.day, draw.day < maturity else { throw .drawOutsideTerm(draw.day) }
      guard draw.minorUnits ?? 0 >= 0 else { throw .amountOutOfRange }
    }
    if case .schedule(let list) = instrument.repayment {
      for instalment in list.sorted(by: { $0.day < $1.day }) {
        let day = instalment.day
        guard start < day, day <= maturity else { throw .repaymentOutsideTerm(day) }
        guard instalment.minorUnits >= 0 else { throw .amountOutOfRange }
        let terms = schedule.terms
        let paid = try terms.calendar.adjusting(day, by: terms.paymentRule)
        instalments.append((terms.accruesToPayment ? paid : day, instalment))
      }
    }
    var replaced = instrument.schedule.maturity
    var fees: [(day: Day, percent: Double)] = []
    for option in instrument.extensions.prefix(count) {
      if let percent = option.feePercent { fees.append((replaced, percent)) }
      replaced = option.maturity
    }
    self.fees = fees
    drawsEnd = instrument.commitmentFee?.ends ?? maturity
  }

  /// Every period in turn.
  mutating func plan() throws(BondError) -> CashFlowPlan {
    if draws.isEmpty, instrument.draws.isEmpty { try drawAll() }
    var accruals: [PeriodAccrual] = []
    for (index, period) in schedule.periods.enumerated() {
      let accrual = try accrual(of: period)
      try pay(accrual, isLast: index == schedule.periods.count - 1)
      accruals.append(accrual)
    }
    let ordered = flows.enumerated().sorted {
      ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
    }
    return CashFlowPlan(
      schedule: schedule, dayCount: instrument.dayCount, flows: ordered.map(\.element),
      accruals: accruals)
  }

  /// Adds a flow, unless it is known to be nothing.
  mutating func add(
    _ kind: CashFlow.Kind, due: Day, _ amount: FlowAmount
  ) throws(BondError) {
    guard amount != .known(0) else { return }
    let terms = schedule.terms
    let payment = try terms.calendar.adjusting(due, by: terms.paymentRule)
    flows.append(CashFlow(kind: kind, due: due, payment: payment, amount: amount))
  }

  // MARK: What is owed

  /// An instrument without draws is paid out on its first day, whether that is a business day or
  /// not.
  private mutating func drawAll() throws(BondError) {
    balance = undrawn
    drawn = undrawn
    let amount = try undrawn.map { -$0 }
    let start = schedule.terms.start
    flows.append(CashFlow(kind: .draw, due: start, payment: start, amount: amount))
    undrawn = .known(0)
  }

  /// Draws and instalments that are due by a day, before the day bears interest.
  private mutating func settle(until day: Day) throws(BondError) {
    while let draw = draws.first, draw.day <= day {
      draws.removeFirst()
      let amount = draw.minorUnits.map(FlowAmount.known) ?? .unknown(.draw(draw.day))
      balance = try balance.adding(amount)
      drawn = try drawn.adding(amount)
      undrawn = try undrawn.subtracting(amount)
      if let left = undrawn.minorUnits, left < 0 { throw .drawsExceedCommitment(draw.day) }
      level = nil
      try add(.draw, due: draw.day, try amount.map { -$0 })
    }
    while let (from, instalment) = instalments.first, from <= day {
      instalments.removeFirst()
      if let owed = balance.minorUnits, owed < instalment.minorUnits {
        throw .repaymentTooLarge(instalment.day)
      }
      try repay(.known(instalment.minorUnits), due: instalment.day)
    }
  }

  /// Takes an amount off what is owed.
  mutating func repay(_ amount: FlowAmount, due: Day) throws(BondError) {
    balance = try balance.subtracting(amount)
    try add(.repayment, due: due, amount)
  }

  // MARK: Periods

  private mutating func accrual(of period: AccrualPeriod) throws(BondError) -> PeriodAccrual {
    let changes =
      draws.map(\.day) + instalments.map(\.from) + instrument.interest.stepDays
      + instrument.capitalisedInterest.stepDays + [drawsEnd]
    let inside = Set(changes.filter { period.start < $0 && $0 < period.end })
    let days = [period.start] + inside.sorted() + [period.end]
    var accrual = PeriodAccrual(period: period, dayCount: instrument.dayCount, grid: schedule.grid)
    let interest = try benchmark(of: instrument.interest, period)
    let capitalised = try benchmark(of: instrument.capitalisedInterest, period)
    for (from, to) in zip(days, days.dropFirst()) {
      try settle(until: from)
      accrual.segments.append(
        PeriodAccrual.Segment(
          start: from, end: to, balance: balance,
          undrawn: from < drawsEnd ? undrawn : .known(0),
          interest: try rate(of: instrument.interest, from, interest),
          capitalised: try rate(of: instrument.capitalisedInterest, from, capitalised),
          fee: try rate(of: instrument.commitmentFee?.rate ?? .none, from, nil)))
    }
    return accrual
  }

  private mutating func pay(_ accrual: PeriodAccrual, isLast: Bool) throws(BondError) {
    let due = accrual.period.due
    let interest = try accrual.amount(\.interest, on: \.balance)
    try add(.interest, due: due, interest)
    let capitalised = try accrual.amount(\.capitalised, on: \.balance)
    try add(.capitalised, due: due, capitalised)
    balance = try balance.adding(capitalised)
    if capitalised != .known(0) { level = nil }
    if instrument.commitmentFee != nil {
      try add(.commitmentFee, due: due, try accrual.amount(\.fee, on: \.undrawn))
    }
    try settle(until: max(due, accrual.period.end))
    if isLast {
      try redeem(on: due)
    } else {
      try payInstalment(accrual, interest: interest)
    }
    for fee in fees where accrual.period.start < fee.day && fee.day <= due {
      try add(.extensionFee, due: fee.day, try share(of: balance, percent: fee.percent))
    }
  }

  /// All that is still owed, with the premium.
  private mutating func redeem(on day: Day) throws(BondError) {
    let percent = try instrument.redemption.percent(
      on: day, since: schedule.terms.start, schedule.grid, instrument.dayCount)
    let owed = balance
    try repay(owed, due: day)
    try add(.premium, due: day, try share(of: owed, percent: percent - 100))
  }

  private func share(of amount: FlowAmount, percent: Double) throws(BondError) -> FlowAmount {
    if percent == 0 { return .known(0) }
    return try amount.map { units throws(BondError) in
      let share = (Double(units) * percent / 100).rounded(.toNearestOrEven)
      guard let share = Int64(exactly: share) else { throw .amountOutOfRange }
      return share
    }
  }
}
