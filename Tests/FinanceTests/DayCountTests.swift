import Finance
import Testing

@Suite struct DayCountTests {
  // 30/360 US by Mayle, “Standard Securities Calculation Methods”, volume 1; the others by the 2006
  // ISDA Definitions, 4.16(f) and (g), with the days of ISDA's worksheet of examples,
  // isda.org/c_and_a/trading_practice.html. All agree with QuantLib 1.44: Thirty360 USA, BondBasis
  // and European.
  private static let days: [(from: String, to: String, us: Int, isda: Int, european: Int)] = [
    ("2006-08-20", "2007-02-20", 180, 180, 180), ("2006-02-28", "2006-08-31", 180, 183, 182),
    ("2006-08-31", "2007-02-28", 178, 178, 178), ("2007-02-28", "2007-08-31", 180, 183, 182),
    ("2007-08-31", "2008-02-29", 179, 179, 179), ("2008-02-29", "2008-08-31", 180, 182, 181),
    ("2008-08-31", "2009-02-28", 178, 178, 178), ("2007-02-28", "2008-02-28", 358, 360, 360),
    ("2007-02-28", "2008-02-29", 360, 361, 361), ("2008-02-29", "2009-02-28", 360, 359, 359),
    ("2006-01-31", "2006-02-28", 28, 28, 28), ("2006-02-28", "2006-03-03", 3, 5, 5),
    ("2006-09-30", "2006-10-31", 30, 30, 30), ("2006-10-31", "2006-11-28", 28, 28, 28),
    ("2008-02-28", "2008-08-30", 182, 182, 182), ("2008-02-28", "2008-08-31", 183, 183, 182),
    ("2007-12-30", "2007-12-31", 0, 0, 0), ("2007-12-15", "2007-12-31", 16, 16, 15),
  ]

  @Test(arguments: days)
  func `months of thirty days are counted as each convention has it`(
    from: String, to: String, us: Int, isda: Int, european: Int
  ) throws {
    let (from, to) = (try Day(from), try Day(to))
    #expect(DayCount.thirty360US.days(from: from, to: to) == us)
    #expect(DayCount.thirty360.days(from: from, to: to) == isda)
    #expect(DayCount.thirty360US.days(from: from, to: to, isMonthEnd: false) == isda)
    #expect(DayCount.thirty360European.days(from: from, to: to) == european)
    #expect(DayCount.actual360.days(from: from, to: to) == to.days(since: from))
  }

  /// ISDA, “EMU and Market Conventions: Recent Developments”, 1998, appendix: regular, short first,
  /// long first, short final and long final periods of actual/actual.
  private static let notional: [(String, String, CouponFrequency, String, String)] = [
    ("2003-11-01", "2004-05-01", .semiannual, "2004-05-01", "1/2"),
    ("1999-02-01", "1999-07-01", .annual, "1999-07-01", "30/73"),
    ("1999-07-01", "2000-07-01", .annual, "1999-07-01", "1/1"),
    ("2002-08-15", "2003-07-15", .semiannual, "2003-07-15", "337/368"),
    ("2003-07-15", "2004-01-15", .semiannual, "2003-07-15", "1/2"),
    ("1999-07-30", "2000-01-30", .semiannual, "1999-07-30", "1/2"),
    ("2000-01-30", "2000-06-30", .semiannual, "1999-07-30", "38/91"),
    ("1999-11-30", "2000-04-30", .quarterly, "1999-11-30", "153/368"),
  ]

  @Test(arguments: notional)
  func `actual over actual counts within notional periods`(
    from: String, to: String, frequency: CouponFrequency, anchor: String, expected: String
  ) throws {
    let anchor = try Day(anchor)
    let grid = try CouponGrid(
      through: anchor, frequency: frequency, rollDay: anchor.isMonthEnd ? 31 : anchor.day)
    let years = try DayCount.actualActualICMA.years(from: Day(from), to: Day(to), on: grid)
    #expect(years.description == expected)
  }

  @Test(arguments: [
    (DayCount.actual360, "182/360"), (.actual365Fixed, "182/365"), (.thirty360, "180/360"),
    (.actualActualICMA, "1/2"),
  ])
  func `a half-year is another part of a year in each convention`(
    dayCount: DayCount, expected: String
  ) throws {
    let grid = try CouponGrid(through: Day("2024-01-15"), frequency: .semiannual, rollDay: 15)
    let years = try dayCount.years(from: Day("2024-01-15"), to: Day("2024-07-15"), on: grid)
    let parts = expected.split(separator: "/").compactMap { Double($0) }
    #expect(years.years == parts[0] / parts[1])
  }

  @Test(arguments: UInt64(0)..<8)
  func `parts of actual over actual add up to the whole`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let start = try #require(
        Day(daysSince1970: Int.random(in: 0...30_000, using: &generator)))
      let frequency = try #require(CouponFrequency.allCases.randomElement(using: &generator))
      let grid = try CouponGrid(
        through: start, frequency: frequency,
        rollDay: Int.random(in: 1...31, using: &generator))
      let middle = try start.addingDays(Int.random(in: 0...900, using: &generator))
      let end = try middle.addingDays(Int.random(in: 0...900, using: &generator))
      let count = DayCount.actualActualICMA
      let parts = [
        try count.years(from: start, to: middle, on: grid).years,
        try count.years(from: middle, to: end, on: grid).years,
      ]
      let whole = try count.years(from: start, to: end, on: grid).years
      #expect(abs(parts[0] + parts[1] - whole) < 1e-12)
      #expect(abs(whole - Double(end.days(since: start)) / 365.25) < 0.1)
    }
  }
}
