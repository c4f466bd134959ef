extension CashFlowBuilder {
  /// The instalment that falls on the end of a period before the last.
  mutating func payInstalment(
    _ accrual: PeriodAccrual, interest: FlowAmount
  ) throws(BondError) {
    let due = accrual.period.due
    let rule = instrument.repayment
    guard rule.followsCoupons, due >= rule.firstDay ?? due, balance != .known(0) else { return }
    let left = schedule.periods.count { $0.due >= due }
    let amount: FlowAmount
    switch rule {
    case .bullet, .schedule: return
    case .equalInstalments:
      amount = try balance.map { owed throws(BondError) in try equalPart(of: owed, left) }
    case .annuity:
      amount = try annuityPart(accrual, interest, left)
    case .percentPerYear(let percent, _):
      let rate = try ExactRate(percent: percent)
      let part = YearFraction(1, of: schedule.grid.frequency.rawValue)
      amount = try drawn.map { units throws(BondError) in
        var sum = InterestSum()
        try sum.add(units, at: rate, for: part)
        return try sum.rounded()
      }
    }
    try repay(try amount.map { min($0, balance.minorUnits ?? $0) }, due: due)
  }

  /// What is owed, divided by the coupons left when it was last worked out.
  private mutating func equalPart(of owed: Int64, _ left: Int) throws(BondError) -> Int64 {
    if let level { return level.amount }
    guard let amount = Quotient.halfEven(Int128(owed), Int128(left)) else {
      throw .amountOutOfRange
    }
    level = (amount, nil)
    return amount
  }

  /// What the level sum leaves for principal after interest.
  private mutating func annuityPart(
    _ accrual: PeriodAccrual, _ interest: FlowAmount, _ left: Int
  ) throws(BondError) -> FlowAmount {
    guard let figure = accrual.segments.last?.interest else { return .known(0) }
    guard let rate = figure.rate, let paid = interest.minorUnits else {
      return figure.certainty(of: interest)
    }
    let frequency = Double(schedule.grid.frequency.rawValue)
    let part = try balance.map { owed throws(BondError) in
      if let level, level.rate == rate { return max(0, level.amount - paid) }
      let periodic = rate.percent / 100 / frequency
      let sum = Self.levelSum(Double(owed), periodic, left).rounded(.toNearestOrEven)
      guard let amount = Int64(exactly: sum) else { throw .amountOutOfRange }
      level = (amount, rate)
      return max(0, amount - paid)
    }
    return figure.certainty(of: interest.isAssumed ? part.assuming : part)
  }

  /// The payment that pays an amount back with interest in equal sums.
  private static func levelSum(_ amount: Double, _ rate: Double, _ count: Int) -> Double {
    guard rate != 0 else { return amount / Double(count) }
    guard rate > -1 else { return .nan }
    return amount * rate / (1 - (1 + rate).raised(to: -Double(count)))
  }
}
