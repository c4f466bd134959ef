import Finance
import Testing

@Suite struct BondErrorTests {
  private static let day = Day(daysSince1970: 20395) ?? .earliest

  private static let errors: [(BondError, String)] = [
    (
      .maturityNotAfterStart(day, day),
      "maturity 2025-11-03 is not after the start 2025-11-03: give a later maturity"
    ),
    (
      .rollDayOutOfRange(32),
      "no month has a day 32: give a roll day of 1 to 31, 31 for the last of the month"
    ),
    (
      .couponOffGrid(day, rollDay: 15, months: 6),
      "2025-11-03 is no coupon date: coupons fall on day 15 every 6 months; "
        + "give a roll day, or the last coupon to count from"
    ),
    (
      .flowUnknown(day, .fixing(day)),
      "the flow due 2025-11-03 is unknown: "
        + "the benchmark has no rate for 2025-11-03; add it, or assume one"
    ),
    (
      .dayCountUnfit(.thirty360),
      "overnight rates are not compounded with 30_360: use act_360 or act_365f"
    ),
    (.rateOutOfRange(2000), "a rate of 2000.0 percent is refused: give percent within 1000"),
    (.noYield(price: 4), "no yield gives the price 4.0: check price and cash flows"),
  ]

  @Test(arguments: errors)
  func `an error says what is wrong and what to do`(error: BondError, text: String) {
    #expect(error.description == text)
  }

  @Test func `every error has a sentence of its own`() {
    let day = Self.day
    let errors: [BondError] = [
      .maturityNotAfterStart(day, day), .rollDayOutOfRange(0), .couponOutsideTerm(day),
      .couponOffGrid(day, rollDay: 1, months: 6), .noBusinessDay(day), .rateOutOfRange(.nan),
      .stepTwice(day), .dayCountUnfit(.thirty360), .amountOutOfRange, .drawOutsideTerm(day),
      .drawsExceedCommitment(day), .repaymentOutsideTerm(day), .repaymentTooLarge(day),
      .extensionMissing(asked: 1, available: 0), .extensionNotLater(day),
      .settlementOutsideTerm(day), .nothingOutstanding(day), .flowUnknown(day, .rate),
      .noPrincipalAhead(day), .priceNotPositive(0), .yieldOutOfRange(-300), .noYield(price: 1),
      .yieldNotUnique, .lifeNotPositive(0),
    ]
    let texts = errors.map(\.description)
    #expect(Set(texts).count == errors.count)
    #expect(!texts.contains("this cannot be worked out"))
    let missing: [MissingFigure] = [.principal, .draw(day), .rate, .fixing(day)]
    #expect(Set(missing.map(\.description)).count == missing.count)
  }
}
