import Finance
import Testing

@Suite struct CashFlowTests {
  private static let halves: [(Int64, Double, Int64)] = [
    (100_000, 5, 2500), (100_020, 5, 2500), (100_060, 5, 2502), (100_001, 5, 2500),
    (100_030, 5, 2501), (1_000_000, 6.58, 32900), (1_000_001, 6.58, 32900),
    (9_000_000_000_000_000, 6.58, 296_100_000_000_000), (100_000, 0.001, 0), (100_000, -0.5, -250),
  ]

  @Test(arguments: halves)
  func `interest is exact and rounded once, a half to the even unit`(
    principal: Int64, percent: Double, expected: Int64
  ) throws {
    let bond = try DebtSamples.bond("2025-01-15", "2025-07-15", percent, principal: principal)
    let plan = try bond.cashFlows()
    let interest = plan.flows.filter { $0.kind == .interest }.compactMap(\.amount.minorUnits)
    #expect(interest == (expected == 0 ? [] : [expected]))
  }

  @Test func `a bond pays its coupons and its principal`() throws {
    let bond = try DebtSamples.bond("2025-01-15", "2026-01-15", 5, principal: 100_000)
    #expect(
      try bond.cashFlows().lines == [
        "draw 2025-01-15 -100000", "interest 2025-07-15 2500", "interest 2026-01-15 2500",
        "repayment 2026-01-15 100000",
      ])
  }

  @Test func `regular coupons are equal although half-years are not`() throws {
    for dayCount in DayCount.allCases {
      let bond = try DebtSamples.bond(
        "2024-08-31", "2026-08-31", 4, .semiannual, dayCount, principal: 360_000)
      let coupons = try bond.cashFlows().flows.filter { $0.kind == .interest }
      let amounts = coupons.compactMap(\.amount.minorUnits)
      let expected: [Int64] =
        switch dayCount {
        case .actual360: [7240, 7360, 7240, 7360]
        case .actual365Fixed: [7141, 7259, 7141, 7259]
        default: [7200, 7200, 7200, 7200]
        }
      #expect(amounts == expected, "\(dayCount)")
    }
  }

  @Test func `a step of the rate inside a period divides it`() throws {
    var bond = try DebtSamples.bond(
      "2025-01-15", "2025-07-15", 0, .semiannual, .actual360, principal: 360_000)
    bond.interest = .fixed(
      try RateSteps(5, steps: [.init(from: Day("2025-04-15"), rate: 6)]))
    // 90 days at 5 and 91 at 6 percent.
    #expect(try bond.cashFlows().lines[1] == "interest 2025-07-15 9960")
  }

  @Test func `interest in kind is added to what is owed`() throws {
    var bond = try DebtSamples.bond(
      "2025-01-15", "2028-01-15", 4, .annual, principal: 1_000_000)
    bond.capitalisedInterest = .fixed(percent: 10)
    let plan = try bond.cashFlows()
    #expect(
      plan.lines == [
        "draw 2025-01-15 -1000000", "interest 2026-01-15 40000", "capitalised 2026-01-15 100000",
        "interest 2027-01-15 44000", "capitalised 2027-01-15 110000", "interest 2028-01-15 48400",
        "capitalised 2028-01-15 121000", "repayment 2028-01-15 1331000",
      ])
    #expect(try plan.outstanding(on: Day("2027-01-15")) == .known(1_210_000))
    #expect(try plan.accrued(on: Day("2026-07-15")) == .known(22000 + 55000))
  }

  @Test func `a redemption that accretes pays a growing premium`() throws {
    var bond = try DebtSamples.bond("2025-01-15", "2030-01-15", 0, principal: 1_000_000)
    bond.interest = .none
    bond.redemption = .accreting(percentPerYear: 2)
    // 1.01 to the power of 10 half-years.
    #expect(
      try bond.cashFlows().lines == [
        "draw 2025-01-15 -1000000", "repayment 2030-01-15 1000000", "premium 2030-01-15 104622",
      ])
    let early = try bond.redemptionPercent(on: Day("2026-01-15"))
    #expect(abs(early - 102.01) < 1e-9)
    bond.redemption = .percent(101.5)
    #expect(try bond.cashFlows().lines.last == "premium 2030-01-15 15000")
  }

  @Test func `a delayed draw costs a fee until it is drawn, and interest from then`() throws {
    var loan = try DebtSamples.bond(
      "2025-01-15", "2025-07-15", 6, .quarterly, .actual360, principal: 3_600_000)
    loan.draws = [
      Draw(on: try Day("2025-03-01"), minorUnits: 1_800_000),
      Draw(on: try Day("2025-04-15"), minorUnits: 900_000),
    ]
    loan.commitmentFee = CommitmentFee(percent: 1, ends: try Day("2025-05-15"))
    // 45 and 45 days in the first quarter, 30 days of fee in the second.
    #expect(
      try loan.cashFlows().lines == [
        "draw 2025-03-01 -1800000", "interest 2025-04-15 13500", "commitment_fee 2025-04-15 6750",
        "draw 2025-04-15 -900000", "interest 2025-07-15 40950", "commitment_fee 2025-07-15 750",
        "repayment 2025-07-15 2700000",
      ])
  }

  @Test func `an extension moves the maturity, costs its fee and leaves the coupons`() throws {
    var loan = try DebtSamples.bond("2025-01-31", "2026-01-31", 6, principal: 100_000)
    loan.extensions = [
      MaturityExtension(to: try Day("2026-07-31"), feePercent: 0.25),
      MaturityExtension(to: try Day("2027-03-15")),
    ]
    #expect(try loan.cashFlows().lines.last == "repayment 2026-01-31 100000")
    let extended = try loan.cashFlows(extensions: 2).lines
    #expect(
      extended == [
        "draw 2025-01-31 -100000", "interest 2025-07-31 3000", "interest 2026-01-31 3000",
        "extension_fee 2026-01-31 250", "interest 2026-07-31 3000", "interest 2027-01-31 3000",
        "interest 2027-03-15 750", "repayment 2027-03-15 100000",
      ])
    #expect(throws: BondError.extensionMissing(asked: 3, available: 2)) {
      try loan.cashFlows(extensions: 3)
    }
  }

  @Test func `what is not known stays unknown and is never nothing`() throws {
    var bond = try DebtSamples.bond("2025-01-15", "2025-07-15", 5, principal: nil)
    #expect(
      try bond.cashFlows().lines == [
        "draw 2025-01-15 ?", "interest 2025-07-15 ?", "repayment 2025-07-15 ?",
      ])
    #expect(try bond.cashFlows().firstUnknown?.amount == .unknown(.principal))
    bond.principalMinor = 100_000
    bond.interest = .unknown
    let plan = try bond.cashFlows()
    #expect(plan.lines.dropFirst() == ["interest 2025-07-15 ?", "repayment 2025-07-15 100000"])
    #expect(try plan.accrued(on: Day("2025-04-15")) == .unknown(.rate))
    bond.interest = .none
    bond.draws = [Draw(on: bond.schedule.start, minorUnits: nil)]
    #expect(try bond.cashFlows().lines == ["draw 2025-01-15 ?", "repayment 2025-07-15 ?"])
  }

  @Test func `a missing fixing makes its flow unknown, an assumed one marks it`() throws {
    let steps = try RateSteps(200, steps: [.init(from: Day("2025-07-15"), rate: 250)])
    let loan = try DebtSamples.loan("2025-01-15", "2025-10-15", margin: steps, floor: 1)
    let rates = [try Day("2025-01-15"): 4.0, try Day("2025-07-15"): 0.5]
    // 90 days at 6, 91 days at an unknown rate, 92 days at 1 + 2.5 percent.
    #expect(
      try loan.cashFlows(fixings: Fixings(rates)).lines == [
        "draw 2025-01-15 -1000000", "interest 2025-04-15 15000", "interest 2025-07-15 ?",
        "interest 2025-10-15 8944", "repayment 2025-10-15 1000000",
      ])
    let assumed = try loan.cashFlows(fixings: Fixings(rates, assumingElsewhere: 4)).lines
    #expect(assumed[2] == "interest 2025-07-15 ~15167")
  }

  @Test func `an unknown rate makes all that is owed later unknown where interest is added`() throws
  {
    var loan = try DebtSamples.loan("2025-01-15", "2025-07-15", margin: RateSteps(200))
    loan.capitalisedInterest = loan.interest
    loan.interest = .none
    let plan = try loan.cashFlows()
    #expect(
      plan.lines.dropFirst() == [
        "capitalised 2025-04-15 ?", "capitalised 2025-07-15 ?", "repayment 2025-07-15 ?",
      ])
  }

  @Test func `terms that contradict one another are refused`() throws {
    let bond = try DebtSamples.bond("2025-01-15", "2025-07-15", 5, principal: 100)
    var (late, much, negative, wild) = (bond, bond, bond, bond)
    late.draws = [Draw(on: try Day("2025-07-15"), minorUnits: 1)]
    much.draws = [Draw(on: try Day("2025-02-15"), minorUnits: 101)]
    negative.principalMinor = -1
    wild.interest = .fixed(percent: .nan)
    #expect(throws: BondError.drawOutsideTerm(late.draws[0].day)) { try late.cashFlows() }
    #expect(throws: BondError.drawsExceedCommitment(much.draws[0].day)) { try much.cashFlows() }
    #expect(throws: BondError.amountOutOfRange) { try negative.cashFlows() }
    #expect(throws: BondError.self) { try wild.cashFlows() }
  }
}
