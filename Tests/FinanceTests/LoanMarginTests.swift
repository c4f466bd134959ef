import Finance
import Testing

@Suite struct LoanMarginTests {
  /// Fabozzi, “Bond Markets, Analysis, and Strategies”: six years, benchmark 10 percent, quoted
  /// margin 80 basis points, every six months.
  private static let prices: [(Double, Double)] = [
    (80, 100), (84, 99.8269), (88, 99.6541), (96, 99.3098), (100, 99.1381),
  ]

  @Test(arguments: prices)
  func `a price has the effective margin of the textbook`(margin: Double, price: Double) throws {
    let value = try note(years: 6, .semiannual, benchmark: 10, margin: 80)
    #expect(abs(try value.dirtyPrice(marginBasisPoints: margin) - price) < 5e-5)
    #expect(abs(try value.discountMargin(cleanPrice: price) - margin) < 2e-3)
  }

  /// Petitt, “Fixed Income Analysis”, CFA Institute: a four-year note at 98, three-month Euribor of
  /// 2 percent, quoted margin 125; a two-year note at 97, six-month rate of 1 percent, margin 80.
  @Test func `discount margins are those of the curriculum`() throws {
    let four = try note(years: 4, .quarterly, benchmark: 2, margin: 125)
    #expect(try four.discountMargin(cleanPrice: 98).rounded() == 179)
    let two = try note(years: 2, .semiannual, benchmark: 1, margin: 80)
    #expect(try two.discountMargin(cleanPrice: 97).rounded() == 236)
  }

  @Test func `the simple margin is the spread for life`() throws {
    let margin = try SimpleMargin.basisPoints(cleanPrice: 99.3098, quotedMargin: 80, years: 6)
    #expect(abs(margin - 92.139) < 1e-3)
    #expect(throws: BondError.lifeNotPositive(0)) {
      try SimpleMargin.basisPoints(cleanPrice: 99, quotedMargin: 80, years: 0)
    }
  }

  @Test func `spread duration is the slope of the price by the margin`() throws {
    let loan = try DebtSamples.loan(
      "2025-01-15", "2030-01-15", margin: RateSteps(250), principal: DebtSamples.principal)
    let plan = try loan.cashFlows(fixings: Fixings([:], assumingElsewhere: 4))
    let value = try MarginValuation(plan, settling: Day("2025-03-03"), benchmarkPercent: 4)
    let prices = try [299.0, 300, 301].map { try value.dirtyPrice(marginBasisPoints: $0) }
    let slope = (prices[0] - prices[2]) / 2 / prices[1] * 10_000
    #expect(abs(try value.spreadDuration(marginBasisPoints: 300) - slope) < 1e-5)
    let clean = prices[1] - value.accruedInterest
    #expect(abs(try value.discountMargin(cleanPrice: clean) - 300) < 1e-8)
  }

  @Test func `a floater at par has its quoted margin, whatever the day`() throws {
    let loan = try DebtSamples.loan(
      "2025-01-15", "2028-01-15", margin: RateSteps(250), principal: DebtSamples.principal)
    let plan = try loan.cashFlows(fixings: Fixings([:], assumingElsewhere: 4))
    let onCoupon = try MarginValuation(plan, settling: Day("2025-04-15"), benchmarkPercent: 4)
    #expect(abs(try onCoupon.discountMargin(cleanPrice: 100) - 250) < 1e-8)
    let between = try MarginValuation(plan, settling: Day("2025-05-20"), benchmarkPercent: 4)
    #expect(abs(try between.discountMargin(cleanPrice: 100) - 250) < 1)
  }

  @Test func `a loan that accrues to its payment is at par on every day, weekends too`() throws {
    // Coupons are due on Saturday 15 November 2025 and Sunday 15 February 2026.
    var loan = try DebtSamples.loan(
      "2025-05-15", "2027-05-15", margin: RateSteps(0), principal: DebtSamples.principal)
    loan.schedule.paymentRule = .following
    loan.schedule.accruesToPayment = true
    let plan = try loan.cashFlows(fixings: Fixings([:], assumingElsewhere: 4))
    for day in ["2025-11-14", "2025-11-15", "2025-11-16", "2025-11-17", "2026-02-15"] {
      let value = try MarginValuation(plan, settling: Day(day), benchmarkPercent: 4)
      #expect(abs(try value.dirtyPrice(marginBasisPoints: 0) - value.accruedInterest - 100) < 0.02)
    }
  }

  /// Spreads as a row: margin, annual and commitment fee, upfront percent, issue price; all-in
  /// drawn and undrawn without a life, and over four years.
  private static let spreads: [(LoanSpread, Double?, Double?, Double?, Double?)] = [
    (LoanSpread(margin: 250), 250, 0, 250, 0),
    (LoanSpread(margin: 250, annualFee: 10, commitmentFee: 35), 260, 45, 260, 45),
    (LoanSpread(margin: 250, upfrontFeePercent: 1), 250, 0, 275, 25),
    (LoanSpread(margin: 300, issuePrice: 99), 300, 0, 325, 25),
    (
      LoanSpread(margin: 600, commitmentFee: 50, upfrontFeePercent: 1, issuePrice: 98), 600, 50,
      675, 125
    ),
    (LoanSpread(margin: nil, commitmentFee: 50), nil, 50, nil, 50),
    (LoanSpread(margin: 250, commitmentFee: nil), 250, nil, 250, nil),
    (LoanSpread(margin: 250, upfrontFeePercent: nil), 250, 0, nil, nil),
    (LoanSpread(margin: 250, annualFee: nil), nil, nil, nil, nil),
  ]

  @Test(arguments: spreads)
  func `all-in spreads add what is paid by the year and spread what is paid once`(
    spread: LoanSpread, drawn: Double?, undrawn: Double?, drawnOverFour: Double?,
    undrawnOverFour: Double?
  ) throws {
    #expect(spread.allInDrawn == drawn)
    #expect(spread.allInUndrawn == undrawn)
    #expect(try spread.allInDrawn(assumedLifeYears: 4) == drawnOverFour)
    #expect(try spread.allInUndrawn(assumedLifeYears: 4) == undrawnOverFour)
  }

  @Test func `loans are quoted with their benchmark, its floor and the discount over a life`()
    throws
  {
    // 300 over a floor of 1 percent at 99 is 4.25 percent over four years.
    let spread = LoanSpread(margin: 300, issuePrice: 99)
    let atFloor = try spread.quotedYield(
      benchmarkPercent: 0.4, floorPercent: 1, assumedLifeYears: 4)
    #expect(atFloor == 4.25)
    #expect(try spread.quotedYield(benchmarkPercent: 4, assumedLifeYears: 2) == 7.5)
    #expect(throws: BondError.lifeNotPositive(-1)) { try spread.allInDrawn(assumedLifeYears: -1) }
  }

  private func note(
    years: Int, _ frequency: CouponFrequency, benchmark: Double, margin: Double
  ) throws -> MarginValuation {
    var note = try DebtSamples.loan(
      "2025-01-15", "\(2025 + years)-01-15", margin: RateSteps(margin),
      principal: DebtSamples.principal)
    note.schedule.frequency = frequency
    note.dayCount = .thirty360
    let plan = try note.cashFlows(fixings: Fixings([:], assumingElsewhere: benchmark))
    return try MarginValuation(
      plan, settling: Day("2025-01-15"), benchmarkPercent: benchmark)
  }
}
