/// A bond or a loan: what is lent, what it costs, and how it is paid back.
public struct DebtInstrument: Hashable, Sendable {
  /// The principal in minor units, of a delayed draw the commitment; `nil` when not known.
  public var principalMinor: Int64?
  /// The days of interest.
  public var schedule: ScheduleTerms
  /// How days become interest.
  public var dayCount: DayCount
  /// Interest paid in cash.
  public var interest: InterestRate
  /// Interest added to what is owed at the end of each period (payment in kind).
  public var capitalisedInterest: InterestRate
  /// How principal is paid back.
  public var repayment: Repayment
  /// What maturity pays for each 100 of principal.
  public var redemption: Redemption
  /// When money is drawn; without any, all of it on the first day.
  public var draws: [Draw]
  /// What is paid for money committed and not drawn.
  public var commitmentFee: CommitmentFee?
  /// The later maturities that the borrower may choose, in order.
  public var extensions: [MaturityExtension]

  /// An instrument; what is left out is as a plain bond has it.
  public init(
    principalMinor: Int64?, schedule: ScheduleTerms, dayCount: DayCount, interest: InterestRate,
    capitalisedInterest: InterestRate = .none, repayment: Repayment = .bullet,
    redemption: Redemption = .par, draws: [Draw] = [], commitmentFee: CommitmentFee? = nil,
    extensions: [MaturityExtension] = []
  ) {
    self.principalMinor = principalMinor
    self.schedule = schedule
    self.dayCount = dayCount
    self.interest = interest
    self.capitalisedInterest = capitalisedInterest
    self.repayment = repayment
    self.redemption = redemption
    self.draws = draws
    self.commitmentFee = commitmentFee
    self.extensions = extensions
  }

  /// The periods of interest to the maturity that a number of extensions leads to.
  ///
  /// - Throws: `BondError` when there are not so many, or they do not follow one another.
  public func schedule(extensions count: Int) throws(BondError) -> Schedule {
    guard 0...extensions.count ~= count else {
      throw .extensionMissing(asked: count, available: extensions.count)
    }
    var terms = schedule
    for option in extensions.prefix(count) {
      guard option.maturity > terms.maturity else { throw .extensionNotLater(option.maturity) }
      terms = terms.extended(to: option.maturity)
    }
    return try Schedule(terms)
  }

  /// What a redemption on a day pays for each 100 of principal, at maturity or before.
  ///
  /// - Throws: `BondError` when the rate of accretion is out of range.
  public func redemptionPercent(on day: Day) throws(BondError) -> Double {
    try redemption.percent(on: day, since: schedule.start, try schedule.grid, dayCount)
  }

  /// Every flow of the instrument.
  ///
  /// Interest is rounded once per flow to minor units, a half to the even one. Instalments too are
  /// rounded once; the last repayment takes the remainder, so that all of them add up to what was
  /// lent. Flows of nothing are left out.
  ///
  /// - Parameters:
  ///   - fixings: The published rates of the benchmark.
  ///   - count: How many of the extensions the borrower takes.
  /// - Throws: `BondError` when the terms contradict one another. What is merely not known makes
  ///   the flows that rest on it unknown.
  public func cashFlows(
    fixings: Fixings = .none, extensions count: Int = 0
  ) throws(BondError) -> CashFlowPlan {
    var builder = try CashFlowBuilder(self, fixings, extensions: count)
    return try builder.plan()
  }
}
