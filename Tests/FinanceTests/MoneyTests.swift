import Finance
import Testing

@Suite struct MoneyTests {
  private static let amounts: [(Int64, Currency, String, String)] = [
    (2_325_000_000_000, .usd, "23250000000.00", "23.25 bn"),
    (3_800_000_000_000, .usd, "38000000000.00", "38 bn"),
    (150_000_000_000_000, .usd, "1500000000000.00", "1.5 tn"),
    (42_500_000_000, .usd, "425000000.00", "425 m"),
    (99_999_999_999_900, .usd, "999999999999.00", "1 tn"),
    (637_500_000_000, .usd, "6375000000.00", "6.375 bn"),
    (637_550_000_000, .usd, "6375500000.00", "6.376 bn"),
    (123_450, .usd, "1234.50", "1,234.50"),
    (85_000_000, .usd, "850000.00", "850,000"),
    (5, .usd, "0.05", "0.05"),
    (-5, .usd, "-0.05", "-0.05"),
    (0, .usd, "0.00", "0"),
    (-2_325_000_000_000, .usd, "-23250000000.00", "-23.25 bn"),
    (300_000_000_000, .jpy, "300000000000", "300 bn"),
    (Int64.min, .jpy, "-9223372036854775808", "-9,223,372.037 tn"),
  ]

  @Test(arguments: amounts)
  func `money prints exactly and at a glance`(
    units: Int64, currency: Currency, plain: String, human: String
  ) {
    let money = Money(minorUnits: units, currency: currency)
    #expect(money.plain == plain)
    #expect(money.human == human)
    #expect(money.description == "\(currency.code) \(plain)")
  }

  /// With its unit and every digit, and in groups of three.
  @Test(
    arguments: [
      (2_325_000_000_000, .usd, "23.25 bn", "23,250,000,000"),
      (22_500_000_000, .usd, "225.00 mn", "225,000,000"),
      (123_456_789_012, .usd, "1.23456789012 bn", "1,234,567,890.12"),
      (100_000_000_000, .usd, "1.00 bn", "1,000,000,000"),
      (99_999_999_999, .usd, "999.99999999 mn", "999,999,999.99"),
      (85_000_005, .usd, "850,000.05", "850,000.05"), (0, .usd, "0", "0"),
      (-22_500_000_000, .usd, "-225.00 mn", "-225,000,000"),
      (300_000_000_000, .jpy, "300.00 bn", "300,000,000,000"),
    ] as [(Int64, Currency, String, String)])
  func `money to look up keeps every digit`(
    units: Int64, currency: Currency, scaled: String, grouped: String
  ) {
    let money = Money(minorUnits: units, currency: currency)
    #expect(money.scaled == scaled)
    #expect(money.grouped == grouped)
  }

  @Test func `the two Vantage facilities are the thirty-eight billion`() throws {
    let texas = try Money(ExactDecimal("23250000000"), currency: .usd)
    let wisconsin = try Money(ExactDecimal("14750000000"), currency: .usd)
    #expect(try texas.adding(wisconsin).plain == "38000000000.00")
  }

  @Test func `sums of two currencies and sums too large are refused`() throws {
    let most = Money(minorUnits: .max, currency: .usd)
    #expect(throws: MoneyError.overflow(.usd)) { try most.adding(most) }
    #expect(throws: MoneyError.differentCurrencies(.usd, .eur)) {
      try most.adding(Money(minorUnits: 1, currency: .eur))
    }
  }

  @Test func `the standard currencies have three capitals and known decimals`() {
    #expect(Currency.standardCodes.count > 150)
    #expect(Currency.standardCodes.allSatisfy { $0.count == 3 && $0 == $0.uppercased() })
    #expect(Currency(code: "KWD")?.exponent == 3)
    #expect(Currency(code: "usd") == nil)
    #expect(Currency(code: "XXX") == nil)
  }
}
