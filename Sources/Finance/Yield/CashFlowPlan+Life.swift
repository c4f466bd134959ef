/// How the time to a repayment is counted.
public enum LifeBasis: String, Sendable, CaseIterable {
  /// Calendar days over 365.25.
  case actual = "act_365_25"
  /// Months of 30 days.
  case thirty360 = "30_360"

  func years(from start: Day, to end: Day) -> Double {
    switch self {
    case .actual: Double(end.days(since: start)) / 365.25
    case .thirty360: Double(DayCount.thirty360.days(from: start, to: end)) / 360
    }
  }
}

extension CashFlowPlan {
  /// The time until principal is paid back, weighed by the amounts: `Σ t P / Σ P` over repayments
  /// due after a day, in years (Fabozzi, “The Handbook of Fixed Income Securities”).
  ///
  /// Weights are amounts paid back, not what is still owed. What is not yet drawn on the day counts
  /// once it is repaid by this plan; premiums do not count.
  ///
  /// - Throws: `BondError` when a repayment is not known, or there is none.
  public func averageLife(
    from day: Day, by basis: LifeBasis = .actual
  ) throws(BondError) -> Double {
    var (weighed, total) = (0.0, 0.0)
    for flow in flows where flow.kind == .repayment && flow.due > day {
      if let missing = flow.amount.missing { throw .flowUnknown(flow.due, missing) }
      let amount = Double(flow.amount.minorUnits ?? 0)
      weighed += basis.years(from: day, to: flow.due) * amount
      total += amount
    }
    guard total > 0 else { throw .noPrincipalAhead(day) }
    return weighed / total
  }
}
