import Finance
import Testing

@Suite struct RepaymentTests {
  @Test func `equal instalments leave the remainder to the last`() throws {
    var loan = try DebtSamples.bond("2025-01-15", "2025-10-15", 0, .quarterly, principal: 10_000)
    loan.repayment = .equalInstalments()
    #expect(
      try loan.cashFlows().lines.dropFirst() == [
        "repayment 2025-04-15 3333", "repayment 2025-07-15 3333", "repayment 2025-10-15 3334",
      ])
    loan.repayment = .equalInstalments(from: try Day("2025-06-30"))
    #expect(
      try loan.cashFlows().lines.dropFirst() == [
        "repayment 2025-07-15 5000", "repayment 2025-10-15 5000",
      ])
  }

  @Test func `an annuity is the PMT of the spreadsheets`() throws {
    // Microsoft, “PMT function”: 10,000 over 10 months at 8 percent is 1,037.03 at the end of each.
    // learn.microsoft.com/dax/pmt-function-dax has 1030.16432717797 at the beginning.
    var loan = try DebtSamples.bond("2025-01-15", "2025-11-15", 8, .monthly, principal: 1_000_000)
    loan.repayment = .annuity()
    let flows = try loan.cashFlows().flows.filter { $0.kind != .draw }
    let sums = Dictionary(grouping: flows, by: \.due).mapValues { flows in
      flows.compactMap(\.amount.minorUnits).reduce(0, +)
    }
    let payments = sums.sorted { $0.key < $1.key }.map(\.value)
    #expect(payments.count == 10)
    #expect(payments.dropLast().allSatisfy { $0 == 103_703 })
    #expect(abs((payments.last ?? 0) - 103_703) <= 5)
    let month = 1 + 0.08 / 12
    #expect(abs(1030.16432717797 * month - 1037.03) < 0.005)
  }

  @Test func `an annuity is levelled anew when the rate changes`() throws {
    var loan = try DebtSamples.bond("2025-01-15", "2029-01-15", 5, .annual, principal: 1_000_000)
    loan.repayment = .annuity()
    loan.interest = .fixed(try RateSteps(5, steps: [.init(from: Day("2027-01-15"), rate: 8)]))
    let flows = try loan.cashFlows().flows.filter { $0.kind != .draw }
    let sums = [2026, 2027, 2028, 2029].map { year in
      flows.filter { $0.due.year == year }.compactMap(\.amount.minorUnits).reduce(0, +)
    }
    #expect(sums[0] == sums[1] && abs(sums[2] - sums[3]) <= 2 && sums[2] > sums[1])
    #expect(sums[0] == 282_012)
  }

  @Test func `an instalment that falls on a weekend is paid on a business day, with interest`()
    throws
  {
    var loan = try DebtSamples.bond(
      "2025-10-15", "2026-01-15", 5, .quarterly, .actual360, principal: 100_000_000)
    loan.repayment = .schedule([.init(on: try Day("2025-11-15"), minorUnits: 50_000_000)])
    loan.schedule.paymentRule = .modifiedFollowing
    loan.schedule.accruesToPayment = true
    let plan = try loan.cashFlows()
    let instalment = try #require(plan.flows.first { $0.kind == .repayment })
    #expect("\(instalment.due) \(instalment.payment)" == "2025-11-15 2025-11-17")
    #expect(plan.outstanding(on: try Day("2025-11-16")).minorUnits == 100_000_000)
    #expect(plan.outstanding(on: try Day("2025-11-17")).minorUnits == 50_000_000)
    // 33 days on all of it and 59 on half, to the cent.
    #expect(plan.lines.contains("interest 2026-01-15 868056"))
  }

  @Test func `a schedule is paid on its days and the rest at maturity`() throws {
    var loan = try DebtSamples.bond(
      "2025-01-15", "2025-07-15", 6, .semiannual, .actual360, principal: 360_000)
    loan.repayment = .schedule([.init(on: try Day("2025-04-15"), minorUnits: 60_000)])
    // 90 days on 360,000 and 91 on 300,000.
    #expect(
      try loan.cashFlows().lines.dropFirst() == [
        "repayment 2025-04-15 60000", "interest 2025-07-15 9950", "repayment 2025-07-15 300000",
      ])
    let (early, much) = (try Day("2025-01-15"), try Day("2025-02-15"))
    loan.repayment = .schedule([.init(on: early, minorUnits: 1)])
    #expect(throws: BondError.repaymentOutsideTerm(early)) { try loan.cashFlows() }
    loan.repayment = .schedule([.init(on: much, minorUnits: 360_001)])
    #expect(throws: BondError.repaymentTooLarge(much)) { try loan.cashFlows() }
  }

  @Test func `one percent a year leaves a balloon`() throws {
    var loan = try DebtSamples.bond("2025-01-15", "2026-01-15", 0, .quarterly, principal: 100_000)
    loan.repayment = .percentPerYear(1)
    #expect(
      try loan.cashFlows().lines.dropFirst() == [
        "repayment 2025-04-15 250", "repayment 2025-07-15 250", "repayment 2025-10-15 250",
        "repayment 2026-01-15 99250",
      ])
    loan.repayment = .percentPerYear(200)
    #expect(
      try loan.cashFlows().lines.dropFirst() == [
        "repayment 2025-04-15 50000", "repayment 2025-07-15 50000",
      ])
  }

  private static let rules: [Repayment] = [
    .bullet, .equalInstalments(), .annuity(), .percentPerYear(7.5),
  ]

  @Test(arguments: UInt64(0)..<24)
  func `all that is lent is paid back, and interest is that of what is owed`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let loan = try Self.loan(&generator)
      let plan = try loan.cashFlows()
      func sum(_ kind: CashFlow.Kind) -> Int64 {
        plan.flows.filter { $0.kind == kind }.compactMap(\.amount.minorUnits).reduce(0, +)
      }
      #expect(sum(.repayment) == -sum(.draw) + sum(.capitalised))
      // Interest again, day by day with binary numbers.
      for period in plan.schedule.periods where loan.dayCount == .actual360 {
        var interest = 0.0
        var day = period.start
        while day < period.end {
          let owed = Double(try #require(plan.outstanding(on: day).minorUnits))
          interest += owed * (try #require(plan.interestPercent(on: day))) / 36000
          day = try day.addingDays(1)
        }
        let paid = plan.flows.first { $0.kind == .interest && $0.due == period.due }
        #expect(abs(Double(paid?.amount.minorUnits ?? 0) - interest) < 0.51)
      }
    }
  }

  private static func loan(_ generator: inout SeededGenerator) throws -> DebtInstrument {
    let start = try Day("2024-02-29").addingDays(Int.random(in: 0...700, using: &generator))
    let life = Int.random(in: 40...1200, using: &generator)
    let maturity = try start.addingDays(life)
    let principal = Int64.random(in: 1...10_000_000_000, using: &generator)
    let terms = ScheduleTerms(
      start: start, maturity: maturity,
      frequency: CouponFrequency.allCases.randomElement(using: &generator) ?? .annual,
      stub: Stub.allCases.randomElement(using: &generator) ?? .longLast)
    let rate = (Double.random(in: 0...15, using: &generator) * 1000).rounded() / 1000
    var loan = DebtInstrument(
      principalMinor: principal, schedule: terms,
      dayCount: Bool.random(using: &generator) ? .actual360 : .actualActualICMA,
      interest: .fixed(percent: rate),
      repayment: rules.randomElement(using: &generator) ?? .bullet)
    if Bool.random(using: &generator) { loan.capitalisedInterest = .fixed(percent: 2.5) }
    if Bool.random(using: &generator) {
      let first = Int64.random(in: 0...principal, using: &generator)
      let day = try start.addingDays(Int.random(in: 0..<life, using: &generator))
      loan.draws = [
        Draw(on: day, minorUnits: principal - first), Draw(on: start, minorUnits: first),
      ]
    }
    return loan
  }
}
