import Finance
import Testing

@Suite struct YieldRuleTests {
  @Test func `five thousand bonds have the yield that their price was made from`() throws {
    var generator = SeededGenerator(seed: 251)
    var worst = 0.0
    for number in 0..<5000 {
      let (value, yield) = try Self.bond(&generator)
      let price = try value.cleanPrice(yield: yield)
      let error = abs(try value.yield(cleanPrice: price) - yield)
      if error > 1e-7 { Issue.record("bond \(number) at \(yield) is off by \(error)") }
      worst = max(worst, error)
    }
    #expect(worst < 1e-7)
  }

  @Test func `on a coupon day the price is that of the annuity formula`() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let years = Int.random(in: 1...30, using: &generator)
      let coupon = Double(Int.random(in: 0...120, using: &generator)) / 8
      let yield = Double.random(in: 0.1...15, using: &generator)
      let bond = try DebtSamples.bond("2000-03-15", "\(2000 + years)-03-15", coupon)
      let value = try Valuation(
        bond.cashFlows(), settling: Day("2000-03-15"), by: .street(.semiannual))
      let factor = (0..<years * 2).reduce(1.0) { factor, _ in factor / (1 + yield / 200) }
      let expected = coupon / yield * 100 * (1 - factor) + 100 * factor
      #expect(abs(try value.dirtyPrice(yield: yield) - expected) < 1e-9)
    }
  }

  @Test func `duration and convexity are the slopes of the price`() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<100 {
      let (value, yield) = try Self.bond(&generator)
      let step = 0.01
      let prices = try [-step, 0, step].map { try value.dirtyPrice(yield: yield + $0) }
      let slope = (prices[2] - prices[0]) / (2 * step) * 100
      let bend = (prices[2] - 2 * prices[1] + prices[0]) / (step * step) * 10_000
      let duration = try value.modifiedDuration(yield: yield)
      let convexity = try value.convexity(yield: yield)
      #expect(abs(duration + slope / prices[1]) < 1e-4 * (1 + duration))
      #expect(abs(convexity - bend / prices[1]) < 1e-3 * (1 + convexity))
    }
  }

  @Test func `a zero coupon bond compounds until its last period`() throws {
    var bond = try DebtSamples.bond("2025-01-15", "2035-01-15", 0)
    bond.interest = .none
    let plan = try bond.cashFlows()
    let early = try Valuation(plan, settling: Day("2025-01-15"), by: .street(.semiannual))
    #expect(abs(try early.cleanPrice(yield: 6) - 55.36757541863) < 1e-9)
    #expect(abs(try early.macaulayDuration(yield: 6) - 10) < 1e-12)
    let late = try Valuation(plan, settling: Day("2034-10-15"), by: .street(.semiannual))
    #expect(abs(try late.cleanPrice(yield: 6) - 100 / 1.015) < 1e-9)
    let powers = try Valuation(plan, settling: Day("2034-10-15"), by: .icma(.semiannual))
    #expect(abs(try powers.cleanPrice(yield: 6) - 100 / 1.03.squareRoot()) < 1e-9)
  }

  @Test func `a yield of another frequency is worth the same`() throws {
    let bond = try DebtSamples.bond("2025-01-15", "2035-01-15", 5, .quarterly)
    let plan = try bond.cashFlows()
    let day = try Day("2026-05-03")
    let quarterly = try Valuation(plan, settling: day, by: .icma(.quarterly))
    let annual = try Valuation(plan, settling: day, by: .icma(.annual))
    let growth = 1.015 * 1.015 * 1.015 * 1.015
    let price = try quarterly.cleanPrice(yield: 6)
    #expect(abs(try annual.yield(cleanPrice: price) - (growth - 1) * 100) < 1e-9)
  }

  @Test func `later payment days make the true yield lower`() throws {
    var bond = try DebtSamples.bond("2025-05-15", "2027-05-15", 5)
    bond.schedule.paymentRule = .following
    let (plan, day) = (try bond.cashFlows(), try Day("2025-06-02"))
    let street = try Valuation(plan, settling: day, by: .street(.semiannual))
    let paid = try Valuation(
      plan, settling: day, by: YieldConvention.street(.semiannual).onPaymentDays)
    let (low, high) = (try paid.yield(cleanPrice: 99), try street.yield(cleanPrice: 99))
    #expect(low < high && high - low < 0.05)
  }

  @Test func `a loan that amortises is priced on what is owed`() throws {
    var loan = try DebtSamples.bond("2025-01-15", "2030-01-15", 6, .quarterly)
    loan.repayment = .equalInstalments()
    let value = try Valuation(
      loan.cashFlows(), settling: Day("2028-01-15"), by: .street(.quarterly))
    #expect(abs(try value.cleanPrice(yield: 6) - 100) < 1e-9)
    #expect(abs(try value.currentYield(cleanPrice: 96) - 6.25) < 1e-12)
    // The discount of issue as yield: above 6 percent, by more than over the whole life.
    let atIssue = try Valuation(
      loan.cashFlows(), settling: Day("2025-01-15"), by: .street(.quarterly))
    let yield = try atIssue.yield(cleanPrice: 98)
    #expect(yield > 6.7 && yield < 7)
  }

  @Test func `what has no yield says so`() throws {
    let bond = try DebtSamples.bond("2025-01-15", "2027-01-15", 5)
    let plan = try bond.cashFlows()
    let value = try Valuation(plan, settling: Day("2025-02-15"), by: .street(.semiannual))
    #expect(throws: BondError.priceNotPositive(-1)) { try value.yield(dirtyPrice: -1) }
    #expect(throws: BondError.priceNotPositive(.infinity)) {
      try value.yield(dirtyPrice: .infinity)
    }
    #expect(throws: BondError.noYield(price: 1e-9)) { try value.yield(dirtyPrice: 1e-9) }
    #expect(throws: BondError.yieldOutOfRange(-200)) { try value.cleanPrice(yield: -200) }
    #expect(try value.yield(cleanPrice: 130) < 0)
    for day in ["2025-01-14", "2027-01-15"].compactMap({ try? Day($0) }) {
      #expect(throws: BondError.settlementOutsideTerm(day)) {
        try Valuation(plan, settling: day, by: .street(.semiannual))
      }
    }
  }

  @Test func `on the eve of maturity there may be no time left to yield anything`() throws {
    let bond = try DebtSamples.bond("2025-01-31", "2026-01-31", 5)
    let value = try Valuation(
      bond.cashFlows(), settling: Day("2026-01-30"), by: .street(.semiannual))
    #expect(try value.cleanPrice(yield: 5) == 100)
    #expect(throws: BondError.noYield(price: 102.5)) { try value.yield(cleanPrice: 100) }
  }

  @Test func `what is unknown has no price, and what is not drawn none either`() throws {
    let loan = try DebtSamples.loan("2025-01-15", "2025-07-15", margin: RateSteps(200))
    let (start, fixing) = (loan.schedule.start, try Day("2025-01-15"))
    #expect(throws: BondError.flowUnknown(try Day("2025-04-15"), .fixing(fixing))) {
      try Valuation(loan.cashFlows(), settling: start, by: .street(.quarterly))
    }
    var delayed = try DebtSamples.bond("2025-01-15", "2026-01-15", 5)
    let draw = Draw(on: try Day("2025-04-01"), minorUnits: 5_000_000)
    delayed.draws = [draw]
    #expect(throws: BondError.nothingOutstanding(start)) {
      try Valuation(delayed.cashFlows(), settling: start, by: .street(.semiannual))
    }
    delayed.draws = [draw, Draw(on: start, minorUnits: 5_000_000)]
    let value = try Valuation(delayed.cashFlows(), settling: start, by: .street(.semiannual))
    #expect(abs(try value.yield(cleanPrice: 100) - 5) < 0.01)
  }

  @Test func `money that flows to and fro may have several yields`() throws {
    var loan = try DebtSamples.bond("2025-01-15", "2028-01-15", 0, .annual, principal: 1_000_000)
    loan.draws = [
      Draw(on: loan.schedule.start, minorUnits: 100_000),
      Draw(on: try Day("2027-01-15"), minorUnits: 900_000),
    ]
    loan.repayment = .schedule([.init(on: try Day("2026-01-15"), minorUnits: 100_000)])
    let value = try Valuation(
      loan.cashFlows(), settling: Day("2025-01-15"), by: .street(.annual))
    #expect(throws: BondError.yieldNotUnique) { try value.yield(cleanPrice: 99) }
  }

  private static let golden: [(Repayment, Double)] = [
    (.equalInstalments(), 5.5), (.bullet, 10), (.percentPerYear(1), 9.55),
  ]

  @Test(arguments: golden)
  func `the average life weighs what is paid back`(rule: Repayment, years: Double) throws {
    var loan = try DebtSamples.bond("2025-01-15", "2035-01-15", 5, .annual)
    loan.repayment = rule
    let life = try loan.cashFlows().averageLife(from: Day("2025-01-15"), by: .thirty360)
    #expect(abs(life - years) < 1e-12)
    let calendar = try loan.cashFlows().averageLife(from: Day("2025-01-15"))
    #expect(abs(calendar - years) < 0.01)
  }

  @Test func `six bullets have the average life of the worked example`() throws {
    // The six tranches of one issue, in billions: 4, 4, 6, 4, 6, 6 due in 5, 7, 10, 20, 30, 40.
    var notes = try DebtSamples.bond("2025-01-15", "2065-01-15", 5, .annual, principal: 30)
    notes.repayment = .schedule(
      try [(2030, 4), (2032, 4), (2035, 6), (2045, 4), (2055, 6)].map { year, amount in
        .init(on: try Day("\(year)-01-15"), minorUnits: amount)
      })
    let plan = try notes.cashFlows()
    let life = try plan.averageLife(from: Day("2025-01-15"), by: .thirty360)
    #expect(abs(life - 20.0 - 4.0 / 15) < 1e-12)
    #expect(throws: BondError.noPrincipalAhead(notes.schedule.maturity)) {
      try plan.averageLife(from: notes.schedule.maturity)
    }
  }

  private static func bond(
    _ generator: inout SeededGenerator
  ) throws -> (value: Valuation, yield: Double) {
    let start = try Day("1998-11-30").addingDays(Int.random(in: 0...9000, using: &generator))
    let life = Int.random(in: 20...5000, using: &generator)
    let frequencies = CouponFrequency.allCases.filter { $0 != .monthly }
    let frequency = frequencies.randomElement(using: &generator) ?? .annual
    let terms = ScheduleTerms(
      start: start, maturity: try start.addingDays(life), frequency: frequency,
      stub: Stub.allCases.randomElement(using: &generator) ?? .shortLast)
    let bond = DebtInstrument(
      principalMinor: Int64.random(in: 1000...1_000_000_000_000, using: &generator),
      schedule: terms, dayCount: DayCount.allCases.randomElement(using: &generator) ?? .actual360,
      interest: .fixed(percent: Double(Int.random(in: 0...1200, using: &generator)) / 100))
    let settlement = try start.addingDays(Int.random(in: 0...life - 3, using: &generator))
    let convention: YieldConvention =
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: .street(frequency)
      case 1: .icma(frequency)
      default: .treasury(frequency)
      }
    let value = try Valuation(bond.cashFlows(), settling: settlement, by: convention)
    return (value, Double.random(in: -2...25, using: &generator))
  }
}
