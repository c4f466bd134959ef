import Finance
import Testing

@Suite struct YieldTests {
  // MARK: Published examples

  /// Microsoft's documented examples: PRICE and ODDFPRICE and ODDLPRICE give a price,
  /// learn.microsoft.com/dax/price-function-dax, …/oddfprice-function-dax and
  /// …/oddlprice-function-dax.
  @Test func `prices are those that Microsoft documents`() throws {
    let bond = try DebtSamples.bond("2007-11-15", "2017-11-15", 5.75)
    #expect(abs(try value(bond, "2008-02-15").cleanPrice(yield: 6.5) - 94.6343616213221) < 1e-9)
    let first = try DebtSamples.bond(
      "2008-10-15", "2021-03-01", 7.85, .semiannual, .actualActualICMA, first: "2009-03-01")
    #expect(abs(try value(first, "2008-11-11").cleanPrice(yield: 6.25) - 113.597717474079) < 1e-9)
    let last = try DebtSamples.bond("2006-10-15", "2008-06-15", 3.75, last: "2007-10-15")
    #expect(abs(try value(last, "2008-02-07").cleanPrice(yield: 4.05) - 99.8782860147213) < 1e-9)
  }

  /// YIELD, ODDFYIELD and ODDLYIELD: learn.microsoft.com/dax/yield-function-dax,
  /// …/oddfyield-function-dax, …/oddlyield-function-dax.
  @Test func `yields are those that Microsoft documents`() throws {
    let bond = try DebtSamples.bond("2007-11-15", "2016-11-15", 5.75)
    let yield = try value(bond, "2008-02-15").yield(cleanPrice: 95.04287)
    #expect(abs(yield - 6.50000068807314) < 1e-9)
    let first = try DebtSamples.bond("2008-10-15", "2021-03-01", 5.75, first: "2009-03-01")
    let oddFirst = try value(first, "2008-11-11").yield(cleanPrice: 84.5)
    #expect(abs(oddFirst - 7.72455415972989) < 1e-9)
    let last = try DebtSamples.bond("2006-12-24", "2008-06-15", 3.75, last: "2007-12-24")
    let oddLast = try value(last, "2008-04-20").yield(cleanPrice: 99.875)
    #expect(abs(oddLast - 4.51922356291692) < 1e-9)
  }

  /// DURATION, MDURATION and ACCRINT: learn.microsoft.com/dax/duration-function-dax,
  /// …/mduration-function-dax; Microsoft, “ACCRINT function”, first example of its page.
  @Test func `durations and accrued interest are those that Microsoft documents`() throws {
    let long = try DebtSamples.bond(
      "2018-01-01", "2048-01-01", 8, .semiannual, .actualActualICMA)
    let macaulay = try value(long, "2018-07-01").macaulayDuration(yield: 9)
    #expect(abs(macaulay - 10.9191452815919) < 1e-9)
    let short = try DebtSamples.bond(
      "2008-01-01", "2016-01-01", 8, .semiannual, .actualActualICMA)
    let modified = try value(short, "2008-01-01").modifiedDuration(yield: 9)
    #expect(abs(modified - 5.73566981391884) < 1e-9)
    let bond = try DebtSamples.bond("2008-03-01", "2018-08-31", 10, principal: 100_000)
    #expect(try bond.cashFlows().accrued(on: Day("2008-05-01")) == .known(1667))
  }

  /// A row of 31 CFR part 356, appendix B, section II, with its price in the last column:
  /// law.cornell.edu/cfr/text/31/appendix-B_to_part_356.
  private struct Auction: Sendable {
    let dated: String
    let maturity: String
    var first: String?
    let coupon: Double
    let settlement: String
    let yield: Double
    var accrued = 0.0
    let price: Double
  }

  private static let auctions = [
    Auction(
      dated: "1990-05-15", maturity: "2020-05-15", coupon: 8.75, settlement: "1990-05-15",
      yield: 8.84, price: 99.057893),
    Auction(
      dated: "1990-04-02", maturity: "1992-03-31", coupon: 8.5, settlement: "1990-04-02",
      yield: 8.59, price: 99.838183),
    Auction(
      dated: "1990-03-01", maturity: "1995-05-15", first: "1990-11-15", coupon: 8.5,
      settlement: "1990-03-01", yield: 8.53, price: 99.805118),
    Auction(
      dated: "1985-11-15", maturity: "1995-11-15", coupon: 9.5, settlement: "1985-11-29",
      yield: 9.54, accrued: 0.367403, price: 99.730918),
    Auction(
      dated: "1985-07-02", maturity: "2005-08-15", first: "1986-02-15", coupon: 10.75,
      settlement: "1985-11-04", yield: 10.47, accrued: 3.672798, price: 102.214586),
    Auction(
      dated: "1983-05-16", maturity: "1991-05-15", coupon: 10.5, settlement: "1983-08-15",
      yield: 10.53, accrued: 2.596467, price: 99.777074),
    Auction(
      dated: "1988-10-15", maturity: "1994-12-15", first: "1989-06-15", coupon: 9.75,
      settlement: "1988-11-15", yield: 9.79, accrued: 0.825820, price: 99.738045),
  ]

  @Test(arguments: auctions)
  private func `treasuries are priced as the regulation does`(row: Auction) throws {
    let bond = try DebtSamples.bond(
      row.dated, row.maturity, row.coupon, .semiannual, .actualActualICMA, first: row.first)
    let value = try Valuation(
      bond.cashFlows(), settling: Day(row.settlement), by: .treasury())
    #expect(abs(try value.cleanPrice(yield: row.yield) - row.price) < 2e-6)
    #expect(abs(value.accruedInterest - row.accrued) < 2e-6)
    #expect(abs(try value.yield(cleanPrice: row.price) - row.yield) < 1e-5)
  }

  // MARK: A second implementation

  /// A bond and what QuantLib 1.44 makes of it with FixedRateBond and BondFunctions: clean price,
  /// accrued interest, Macaulay's and modified duration and convexity.
  private struct Reference: Sendable {
    let start: String
    let maturity: String
    let frequency: CouponFrequency
    let coupon: Double
    let dayCount: DayCount
    let settlement: String
    let yield: Double
    let expected: [Double]
  }

  private static let references = [
    Reference(
      start: "2025-05-15", maturity: "2049-05-15", frequency: .semiannual, coupon: 6.58,
      dayCount: .thirty360US, settlement: "2025-10-30", yield: 6.2,
      expected: [104.6692857440, 3.0158333333, 12.1780536685, 11.8118852265, 211.3319149390]),
    Reference(
      start: "2020-02-29", maturity: "2040-02-29", frequency: .semiannual, coupon: 3.25,
      dayCount: .actualActualICMA, settlement: "2024-06-11", yield: 4.75,
      expected: [83.5136323303, 0.9096467391, 11.9289553922, 11.6522152793, 167.9468701807]),
    Reference(
      start: "2024-01-31", maturity: "2031-07-31", frequency: .quarterly, coupon: 5.5,
      dayCount: .actualActualICMA, settlement: "2026-03-17", yield: 7.125,
      expected: [92.7946077600, 0.6952247191, 4.6221785641, 4.5412868913, 23.8725482048]),
    Reference(
      start: "2021-06-30", maturity: "2029-06-30", frequency: .annual, coupon: 0.5,
      dayCount: .actualActualICMA, settlement: "2025-03-03", yield: 2.875,
      expected: [90.4654514968, 0.3369863014, 4.2729728320, 4.1535580384, 21.4386657460]),
    Reference(
      start: "2023-03-20", maturity: "2053-03-20", frequency: .monthly, coupon: 8,
      dayCount: .thirty360European, settlement: "2025-09-29", yield: 9.5,
      expected: [85.3828942316, 0.2, 10.0406339583, 9.9617699462, 170.1227896624]),
    Reference(
      start: "2023-04-15", maturity: "2033-04-15", frequency: .semiannual, coupon: 4.4,
      dayCount: .thirty360US, settlement: "2023-04-15", yield: 4.4,
      expected: [100, 0, 8.1965347745, 8.0200927343, 76.7379281971]),
  ]

  @Test(arguments: references)
  private func `prices and risk agree with QuantLib`(row: Reference) throws {
    let bond = try DebtSamples.bond(
      row.start, row.maturity, row.coupon, row.frequency, row.dayCount)
    let value = try Valuation(
      bond.cashFlows(), settling: Day(row.settlement), by: .icma(row.frequency))
    let found = [
      try value.cleanPrice(yield: row.yield), value.accruedInterest,
      try value.macaulayDuration(yield: row.yield), try value.modifiedDuration(yield: row.yield),
      try value.convexity(yield: row.yield),
    ]
    for (own, other) in zip(found, row.expected) { #expect(abs(own - other) < 2e-8) }
  }

  private func value(_ bond: DebtInstrument, _ settlement: String) throws -> Valuation {
    try Valuation(
      bond.cashFlows(), settling: Day(settlement), by: .street(bond.schedule.frequency))
  }
}
