import Finance

/// Makes an instrument of stored terms, and notes what it has to assume.
struct TermsMaker {
  let stored: StoredTerms
  let given: TermOverrides
  let usual: UsualTerms
  private(set) var assumptions: [String] = []

  init(stored: StoredTerms, given: TermOverrides) {
    self.stored = stored
    self.given = given
    usual = UsualTerms(
      instrument: stored.instrument, currency: stored.currency,
      isFloating: stored.rateType == "floating" && given.couponPercent == nil)
  }

  mutating func instrument() throws -> DebtInstrument {
    let schedule = try schedule()
    let principal = principal()
    let interest = interest()
    if let first = stored.draws.first?.day, first < schedule.start {
      throw refusal("money was drawn on \(first), before interest begins; give --starts")
    }
    let portions = try portionPlan(maturity: schedule.maturity, lent: lent(principal))
    let fee = stored.commitmentFeeBasisPoints.map { CommitmentFee(percent: $0 / 100) }
    return DebtInstrument(
      principalMinor: principal, schedule: schedule, dayCount: dayCount(), interest: interest,
      repayment: try portions.map { .schedule($0.instalments) } ?? repayment(schedule, principal),
      draws: stored.draws, commitmentFee: fee,
      extensions: ([portions?.extended].compactMap(\.self) + given.extensions).map {
        MaturityExtension(to: $0)
      })
  }

  mutating func assume(_ words: String) { assumptions.append(words) }

  func refusal(_ problem: String) -> LedgerError { .terms(record: stored.key, problem: problem) }

  // MARK: Days

  private mutating func schedule() throws -> ScheduleTerms {
    let start = try start()
    let maturity = try maturity(from: start)
    var terms = ScheduleTerms(start: start, maturity: maturity, frequency: frequency())
    terms.firstCoupon = given.firstCoupon
    terms.rollsAtMonthEnd = maturity.isMonthEnd
    if given.firstCoupon == nil { terms.stub = try stub(terms) }
    if usual.isLoan {
      terms.paymentRule = .modifiedFollowing
      terms.accruesToPayment = true
    }
    return terms
  }

  /// A few days are no coupon period of their own: they lengthen the first.
  private func stub(_ terms: ScheduleTerms) throws -> Stub {
    let grid = try terms.grid
    let next = try grid.date(try grid.index(onOrBefore: terms.start) + 1)
    return next.days(since: terms.start) < 30 ? .longFirst : .shortFirst
  }

  private mutating func start() throws -> Day {
    if let start = given.start { return start }
    if let day = stored.settled.until {
      if stored.settled.on != day { assume("interest begins on \(day), the last possible day") }
      return day
    }
    if let day = stored.priced.until {
      assume("interest begins on \(day), when it was priced or told: no source says when")
      return day
    }
    throw refusal("no source says when it begins; give --starts YYYY-MM-DD")
  }

  private mutating func maturity(from start: Day) throws -> Day {
    if let maturity = given.maturity { return maturity }
    if let day = stored.matures.until {
      if stored.matures.on != day { assume("it falls due on \(day), the last possible day") }
      return day
    }
    guard let years = stored.tenorYears else {
      throw refusal("no source says when it falls due; give --matures YYYY-MM-DD")
    }
    let day = try start.addingMonths(Int((years * 12).rounded()))
    assume("it falls due on \(day), the stated tenor after it begins")
    return day
  }

  private mutating func frequency() -> CouponFrequency {
    if let frequency = given.frequency { return frequency }
    assume(usual.frequencyWords)
    return usual.frequency
  }

  private mutating func dayCount() -> DayCount {
    if let dayCount = given.dayCount { return dayCount }
    assume(usual.dayCountWords)
    return usual.dayCount
  }

  // MARK: Money

  private mutating func principal() -> Int64? {
    if let principal = given.principalMinor { return principal }
    guard let principal = stored.principalMinor else { return nil }
    switch stored.qualifier {
    case "up_to": assume("all of the amount it may reach is lent")
    case "about", "at_least": assume("the principal is the amount as rounded by the source")
    default: break
    }
    let drawnInParts = ["delayed_draw_term_loan", "revolving_credit", "construction_loan"]
    if stored.draws.isEmpty, drawnInParts.contains(stored.instrument) {
      assume("all is drawn on the first day: no draw is on record")
    }
    return principal
  }

  private mutating func interest() -> InterestRate {
    if let percent = given.couponPercent { return .fixed(percent: percent) }
    if let percent = stored.couponPercent { return .fixed(percent: percent) }
    if stored.rateType == "zero" { return .none }
    let isRange = stored.spreadHighBasisPoints != nil
    let spread = given.spreadBasisPoints ?? (isRange ? nil : stored.spreadBasisPoints)
    if let spread, stored.benchmark != "treasury", stored.benchmark != nil {
      assume("each period takes the rate published two business days before it")
      return .floating(
        FloatingRate(
          reset: .periodStart(businessDaysBefore: 2), marginBasisPoints: RateSteps(spread),
          floorPercent: stored.floorPercent))
    }
    if let percent = stored.yieldPercent, stored.issuePricePercent == 100 {
      assume("the coupon is the yield, since it was issued at 100")
      return .fixed(percent: percent)
    }
    return .unknown
  }

  private mutating func repayment(
    _ schedule: ScheduleTerms, _ principal: Int64?
  ) throws -> Repayment {
    switch given.repayment {
    case .bullet: return .bullet
    case .equal: return .equalInstalments(from: try firstInstalment(schedule))
    case .annuity: return .annuity(from: try firstInstalment(schedule))
    case nil: break
    }
    if !stored.repayments.isEmpty {
      return .schedule(try stored.repayments.map { try instalment($0, of: principal) })
    }
    switch stored.amortisation {
    case "bullet": return .bullet
    case "amortising", "interest_only_then_amortising":
      throw refusal(
        "principal is repaid in parts, and no source says which; give --repayment equal, annuity "
          + "or bullet")
    default:
      assume("all principal is repaid at maturity")
      return .bullet
    }
  }

  /// The end of the time in which interest alone is paid.
  private func firstInstalment(_ schedule: ScheduleTerms) throws -> Day? {
    try stored.interestOnlyYears.map {
      try schedule.start.addingMonths(Int(($0 * 12).rounded())).addingDays(1)
    }
  }

  func instalment(
    _ repayment: StoredTerms.StoredRepayment, of principal: Int64?
  ) throws -> Repayment.Instalment {
    if let units = repayment.minorUnits {
      return Repayment.Instalment(on: repayment.day, minorUnits: units)
    }
    guard let percent = repayment.sharePercent, let principal else {
      throw refusal("how much is repaid on \(repayment.day) is not known; give --repayment")
    }
    let units = (Double(principal) * percent / 100).rounded(.toNearestOrEven)
    return Repayment.Instalment(on: repayment.day, minorUnits: Int64(units))
  }
}
