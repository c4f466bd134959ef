import Testing

@testable import Finance

@Suite struct FloatingRateTests {
  /// Overnight rates on every business day of the winter of 2024/25, made up by a rule.
  private static let market: (calendar: BusinessCalendar, rates: [Day: Double]) = {
    let holidays = [
      "2024-10-14", "2024-11-11", "2024-11-28", "2024-12-25", "2025-01-01", "2025-01-20",
      "2025-02-17",
    ]
    let calendar = BusinessCalendar(holidays: Set(holidays.compactMap { try? Day($0) }))
    var rates: [Day: Double] = [:]
    var number = 20_000 - 3  // 2024-10-01
    while let day = Day(daysSince1970: number), day.year < 2025 || day.month < 3 {
      if calendar.isBusinessDay(day) { rates[day] = Double(430 + rates.count * 37 % 23) / 100 }
      number += 1
    }
    return (calendar, rates)
  }()

  /// Expected: QuantLib 1.44, OvernightIndexedCoupon on SOFR with the same fixings.
  private static let rows: [(String, String, Int, Bool, Double)] = [
    ("2024-11-04", "2025-02-04", 0, false, 4.441527482433),
    ("2024-11-04", "2025-02-04", 5, false, 4.439000722261),
    ("2024-11-04", "2025-02-04", 5, true, 4.439769811972),
    ("2024-12-20", "2025-01-21", 2, false, 4.405816431055),
    ("2024-12-20", "2025-01-21", 2, true, 4.419384813178),
  ]

  @Test(arguments: rows)
  func `overnight rates compound over weekends and holidays`(
    start: String, end: String, lookback: Int, shifts: Bool, expected: Double
  ) throws {
    let rate = overnight(lookback: lookback, shifts: shifts)
    let figure = try rate.compounded(from: Day(start), to: Day(end))
    let percent = try #require(figure.rate?.percent)
    #expect(abs(percent - expected) < 1e-9)
  }

  @Test func `daily simple rates are averaged by days`() throws {
    let figure = try overnight().simple(from: Day("2024-11-04"), to: Day("2025-02-04"))
    #expect(abs(try #require(figure.rate?.percent) - 4.417065217391) < 1e-9)
  }

  @Test func `a constant rate compounds as the formula says by hand`() throws {
    // Monday to Monday: four nights and a weekend of three at 3.6 percent.
    let rate = OvernightRate(
      fixings: Fixings([:], assumingElsewhere: 3.6), calendar: .weekends, daysInYear: 360,
      lookback: 0, shiftsWeights: false, floorPercent: nil)
    let figure = try rate.compounded(from: Day("2025-03-03"), to: Day("2025-03-10"))
    let growth = 1.0001 * 1.0001 * 1.0001 * 1.0001 * 1.0003
    #expect(abs(try #require(figure.rate?.percent) - (growth - 1) * 36000 / 7) < 1e-9)
    guard case .assumed = figure else {
      Issue.record("\(figure) does not say that it is assumed")
      return
    }
  }

  @Test func `a floor holds for each night`() throws {
    let low = overnight(floor: 4.5)
    let figure = try low.simple(from: Day("2024-11-04"), to: Day("2024-11-07"))
    #expect(try #require(figure.rate?.percent) >= 4.5)
  }

  @Test func `one missing night makes the rate of the period unknown`() throws {
    var rates = Self.market.rates
    rates[try Day("2024-12-03")] = nil
    let rate = OvernightRate(
      fixings: Fixings(rates), calendar: Self.market.calendar, daysInYear: 360, lookback: 0,
      shiftsWeights: false, floorPercent: nil)
    let figure = try rate.compounded(from: Day("2024-11-04"), to: Day("2025-02-04"))
    #expect(figure == .unknown(.fixing(try Day("2024-12-03"))))
  }

  @Test func `overnight rates need a day count of calendar days`() throws {
    var loan = try DebtSamples.loan("2024-11-04", "2025-02-04", margin: RateSteps(250))
    loan.interest = .floating(
      FloatingRate(reset: .compounded(lookback: 5), marginBasisPoints: RateSteps(250)))
    loan.schedule.calendar = Self.market.calendar
    let interest = try loan.cashFlows(fixings: Fixings(Self.market.rates)).lines
    #expect(interest.contains("interest 2025-02-04 17733"))
    loan.dayCount = .thirty360
    #expect(throws: BondError.dayCountUnfit(.thirty360)) { try loan.cashFlows() }
  }

  @Test func `two steps on one day are refused and steps are taken in order of time`() throws {
    let (early, late) = (try Day("2025-01-01"), try Day("2026-01-01"))
    let steps = try RateSteps(
      1, steps: [.init(from: late, rate: 3), .init(from: early, rate: 2)])
    #expect(try [Day("2024-12-31"), early, late].map(steps.rate) == [1, 2, 3])
    #expect(throws: BondError.stepTwice(early)) {
      try RateSteps(1, steps: [.init(from: early, rate: 3), .init(from: early, rate: 2)])
    }
  }

  private func overnight(
    lookback: Int = 0, shifts: Bool = false, floor: Double? = nil
  ) -> OvernightRate {
    OvernightRate(
      fixings: Fixings(Self.market.rates), calendar: Self.market.calendar, daysInYear: 360,
      lookback: lookback, shiftsWeights: shifts, floorPercent: floor)
  }
}
