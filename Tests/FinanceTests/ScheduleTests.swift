import Finance
import Testing

@Suite struct ScheduleTests {
  /// A schedule as a row: what it is made of, and the ends of its periods in the last column.
  private struct Row: Sendable, CustomTestStringConvertible {
    let start: String
    let maturity: String
    var frequency = CouponFrequency.semiannual
    var stub = Stub.shortFirst
    var first: String?
    var last: String?
    var roll: Int?
    var monthEnd = true
    let ends: String

    var testDescription: String { "\(start) to \(maturity), \(stub)" }
  }

  private static let rows = [
    Row(start: "2025-01-15", maturity: "2026-01-15", ends: "25-07-15 26-01-15"),
    Row(start: "2025-03-01", maturity: "2026-01-15", ends: "25-07-15 26-01-15"),
    Row(start: "2025-03-01", maturity: "2026-07-15", stub: .longFirst, ends: "26-01-15 26-07-15"),
    Row(
      start: "2025-03-01", maturity: "2026-05-15", stub: .shortLast,
      ends: "25-09-01 26-03-01 26-05-15"),
    Row(start: "2025-03-01", maturity: "2026-05-15", stub: .longLast, ends: "25-09-01 26-05-15"),
    Row(start: "2025-03-01", maturity: "2025-05-15", stub: .longLast, ends: "25-05-15"),
    Row(start: "2025-06-01", maturity: "2025-12-31", stub: .longFirst, ends: "25-12-31"),
    Row(start: "2024-08-31", maturity: "2026-02-28", ends: "25-02-28 25-08-31 26-02-28"),
    Row(
      start: "2024-08-28", maturity: "2026-02-28", monthEnd: false,
      ends: "25-02-28 25-08-28 26-02-28"),
    Row(
      start: "2025-11-30", maturity: "2026-11-30", frequency: .quarterly,
      ends: "26-02-28 26-05-31 26-08-31 26-11-30"),
    Row(
      start: "2025-11-30", maturity: "2026-11-30", frequency: .quarterly, monthEnd: false,
      ends: "26-02-28 26-05-30 26-08-30 26-11-30"),
    Row(
      start: "2024-01-31", maturity: "2024-05-31", frequency: .monthly,
      ends: "24-02-29 24-03-31 24-04-30 24-05-31"),
    Row(
      start: "2025-01-10", maturity: "2026-02-10", first: "2025-08-15", last: "2025-11-15",
      ends: "error"),
    Row(
      start: "2025-01-10", maturity: "2026-02-10", frequency: .quarterly, first: "2025-08-15",
      last: "2025-11-15", ends: "25-08-15 25-11-15 26-02-10"),
    Row(
      start: "2025-01-10", maturity: "2026-02-10", frequency: .annual, roll: 20,
      ends: "25-02-20 26-02-10"),
    Row(start: "2025-01-10", maturity: "2026-02-10", first: "2025-08-11", ends: "error"),
    Row(start: "2025-01-10", maturity: "2026-02-10", first: "2027-02-10", ends: "error"),
    Row(start: "2025-01-10", maturity: "2025-01-10", ends: "error"),
    Row(start: "2025-01-10", maturity: "2026-02-10", roll: 32, ends: "error"),
  ]

  @Test(arguments: rows)
  private func `periods end where the terms put them`(row: Row) throws {
    let terms = ScheduleTerms(
      start: try Day(row.start), maturity: try Day(row.maturity), frequency: row.frequency,
      stub: row.stub, firstCoupon: try row.first.map { try Day($0) },
      lastCoupon: try row.last.map { try Day($0) }, rollDay: row.roll,
      rollsAtMonthEnd: row.monthEnd)
    let ends = (try? Schedule(terms))?.periods.map { $0.end.description.dropFirst(2) }
    #expect(ends?.joined(separator: " ") ?? "error" == row.ends)
  }

  @Test func `only whole periods of the grid are regular`() throws {
    let terms = ScheduleTerms(
      start: try Day("2025-03-01"), maturity: try Day("2026-07-15"), frequency: .semiannual)
    #expect(try Schedule(terms).periods.map(\.isRegular) == [false, true, true])
  }

  private static let adjustments: [(String, BusinessDayRule, String)] = [
    ("2025-11-14", .following, "2025-11-14"), ("2025-11-15", .following, "2025-11-17"),
    ("2025-11-15", .preceding, "2025-11-14"), ("2025-11-15", .unadjusted, "2025-11-15"),
    ("2025-11-30", .following, "2025-12-01"), ("2025-11-30", .modifiedFollowing, "2025-11-26"),
    ("2025-11-27", .following, "2025-12-01"), ("2025-11-15", .modifiedFollowing, "2025-11-17"),
  ]

  @Test(arguments: adjustments)
  func `payments move to business days`(
    day: String, rule: BusinessDayRule, expected: String
  ) throws {
    let calendar = BusinessCalendar(holidays: [try Day("2025-11-27"), try Day("2025-11-28")])
    #expect(try calendar.adjusting(Day(day), by: rule).description == expected)
  }

  @Test func `a bond pays later and accrues as scheduled, a loan accrues to the payment`() throws {
    var terms = ScheduleTerms(
      start: try Day("2025-05-15"), maturity: try Day("2026-05-15"), frequency: .semiannual,
      paymentRule: .following)
    let bond = try Schedule(terms).periods
    #expect(bond[0].end.description == "2025-11-15")
    #expect(bond[0].payment.description == "2025-11-17")
    #expect(bond[0].isRegular)
    terms.accruesToPayment = true
    let loan = try Schedule(terms).periods
    #expect(loan[0].end.description == "2025-11-17")
    #expect(loan[1].start == loan[0].end)
    #expect(loan[0].due.description == "2025-11-15")
    #expect(!loan[0].isRegular)
  }

  @Test func `business days are counted over weekends and holidays`() throws {
    let calendar = BusinessCalendar(holidays: [try Day("2025-11-27")])
    let monday = try Day("2025-12-01")
    #expect(try calendar.addingBusinessDays(-2, to: monday).description == "2025-11-26")
    #expect(try calendar.addingBusinessDays(3, to: Day("2025-11-26")).description == "2025-12-02")
    #expect(try calendar.addingBusinessDays(0, to: Day("2025-11-30")).description == "2025-11-28")
    let never = BusinessCalendar(weekend: Set(Weekday.allCases))
    #expect(throws: BondError.noBusinessDay(monday)) { try never.adjusting(monday, by: .following) }
  }

  @Test(arguments: UInt64(0)..<16)
  func `periods follow one another and none is longer than two`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let start = try #require(
        Day(daysSince1970: Int.random(in: 10_000...25_000, using: &generator)))
      let frequency = try #require(CouponFrequency.allCases.randomElement(using: &generator))
      let stub = try #require(Stub.allCases.randomElement(using: &generator))
      let terms = ScheduleTerms(
        start: start, maturity: try start.addingDays(Int.random(in: 1...6000, using: &generator)),
        frequency: frequency, stub: stub)
      let periods = try Schedule(terms).periods
      #expect(periods.first?.start == start && periods.last?.end == terms.maturity)
      #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.end == $1.start })
      #expect(periods.allSatisfy { $0.end.days(since: $0.start) <= 62 * frequency.months })
      let areRegular = periods.dropFirst().dropLast().allSatisfy(\.isRegular)
      #expect(areRegular)
    }
  }
}
