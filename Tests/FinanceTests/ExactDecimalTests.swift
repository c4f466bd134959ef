import Finance
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("23250000000", "23250000000"), ("23250000000.00", "23250000000"), ("1.5e9", "1500000000"),
    ("1.5E+9", "1500000000"), ("25e-2", "0.25"), ("-0.50", "-0.5"), ("0", "0"), ("-0", "0"),
    ("0e5", "0"), ("007", "7"), ("+3", "3"), ("0.000", "0"), ("4.200", "4.2"),
    ("123456789012345678901234567890123456", "123456789012345678901234567890123456"),
    ("1000000000000000000000000000000000000000000", "1000000000000000000000000000000000000000000"),
    ("1234567890123456789012345678901234567", "error"), ("1e400", "error"), ("1e-61", "error"),
    ("1e99999999999999999999", "error"), ("", "error"), (".5", "error"), ("5.", "error"),
    ("1,5", "error"), ("1 5", "error"), ("NaN", "error"), ("1e", "error"), ("--1", "error"),
    ("0x10", "error"), ("1_000", "error"), ("٣", "error"),
  ])
  func `a number is read exactly and printed in full`(text: String, expected: String) {
    #expect((try? ExactDecimal(text))?.description ?? "error" == expected)
  }

  @Test func `equal numbers are equal however they are written`() throws {
    #expect(try ExactDecimal("1.50") == ExactDecimal("15e-1"))
    #expect(try Set([ExactDecimal("2"), ExactDecimal("2.0"), ExactDecimal("0.2e1")]).count == 1)
  }

  @Test(arguments: [
    ("1", "2", true), ("2", "1", false), ("-2", "-1", true), ("-1", "1", true),
    ("0", "0.0000001", true), ("-0.1", "0", true), ("1e30", "9e29", false),
    ("999999999999", "1e12", true), ("1.0000000000000000000000001", "1", false),
    ("5", "5.0", false),
    ("-1e40", "-1e39", true),
  ])
  func `numbers are compared exactly`(left: String, right: String, isLess: Bool) throws {
    #expect(try (ExactDecimal(left) < ExactDecimal(right)) == isLess)
  }

  @Test(arguments: [
    ("23.25", "14.75", "38"), ("0.1", "0.2", "0.3"), ("-5", "5", "0"), ("1e20", "1e-10", "ok"),
    ("1e30", "1e-10", "error"), ("0", "7", "7"), ("1.5e9", "-0.5e9", "1000000000"),
  ])
  func `numbers are added exactly or not at all`(left: String, right: String, sum: String) throws {
    let value = try? ExactDecimal(left).adding(ExactDecimal(right))
    #expect(sum == "ok" ? value != nil : value?.description ?? "error" == sum)
  }

  @Test(arguments: [
    ("72", "1.24", "89.28"), ("34.9", "4", "139.6"), ("0.1", "0.1", "0.01"),
    ("1e40", "1e40", "error"),
  ])
  func `products are exact`(left: String, right: String, product: String) throws {
    let value = try? ExactDecimal(left).multiplied(by: ExactDecimal(right))
    #expect(value?.description ?? "error" == product)
  }

  private static let mainUnits: [(String, String, Int64?)] = [
    ("23250000000", "USD", 2_325_000_000_000), ("0.01", "USD", 1), ("0.005", "USD", nil),
    ("1.5e9", "JPY", 1_500_000_000), ("0.5", "JPY", nil), ("1.234", "KWD", 1234),
    ("90000000000000", "USD", 9_000_000_000_000_000), ("90000000000000.01", "USD", nil),
    ("-90000000000000", "USD", -9_000_000_000_000_000), ("1e50", "USD", nil), ("1e18", "JPY", nil),
    ("0", "USD", 0),
  ]

  @Test(arguments: mainUnits)
  func `main units become whole minor units or are refused`(
    text: String, code: String, units: Int64?
  ) throws {
    let currency = try #require(Currency(code: code))
    #expect((try? ExactDecimal(text).minorUnits(of: currency)) == units)
  }

  @Test func `what is no whole cent says so`() throws {
    let error = #expect(throws: MoneyError.self) { try ExactDecimal("0.005").minorUnits(of: .usd) }
    #expect(
      error?.description == "0.005 USD is no whole number of minor units: USD has 2 decimals")
  }

  @Test(arguments: UInt64(0)..<32)
  func `text and value round trip, and arithmetic agrees with integers`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let left = Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator)
      let right = Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator)
      let places = Int.random(in: -12...12, using: &generator)
      let (a, b) = (
        try ExactDecimal(coefficient: Int128(left), exponent: places),
        try ExactDecimal(coefficient: Int128(right), exponent: places)
      )
      #expect(try ExactDecimal(a.description) == a)
      #expect((a < b) == (left < right))
      let sum = try ExactDecimal(coefficient: Int128(left + right), exponent: places)
      #expect(try a.adding(b) == sum)
      let product = try ExactDecimal(
        coefficient: Int128(left) * Int128(right), exponent: 2 * places)
      #expect(try a.multiplied(by: b) == product)
    }
  }
}

@Suite struct DecimalRoundingTests {
  @Test(arguments: [
    ("2.344", 2, "2.34"), ("2.345", 2, "2.34"), ("2.355", 2, "2.36"), ("2.3451", 2, "2.35"),
    ("-2.345", 2, "-2.34"), ("-2.355", 2, "-2.36"), ("0.5", 0, "0"), ("1.5", 0, "2"),
    ("99.995", 2, "100"), ("7", 2, "7"), ("1234", -2, "1200"), ("1250", -2, "1200"),
    ("1350", -2, "1400"), ("1e-50", 2, "0"),
  ])
  func `a number is rounded half to even`(text: String, decimals: Int, expected: String) throws {
    #expect(try ExactDecimal(text).rounded(toDecimals: decimals).description == expected)
  }

  @Test(arguments: 1...20) func `the nearest binary number is that of the text`(seed: UInt64) throws
  {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let digits = Int64.random(
        in: -99_999_999_999_999_999...99_999_999_999_999_999, using: &generator)
      let shift = Int.random(in: 0...16, using: &generator)
      let text = "\(digits >> Int64(shift * 3))e\(Int.random(in: -30...30, using: &generator))"
      #expect(try ExactDecimal(text).approximate == Double(text), "\(text)")
    }
  }
}
