import Finance
import Testing

@Suite struct AmountTests {
  /// Amount, low, high, qualifier, currency, and the rule that is broken or what the bounds are.
  private static let groups: [(Int64?, Int64?, Int64?, Qualifier?, String, String)] = [
    (5, nil, nil, nil, "USD", "exact 5…5"),
    (nil, 2, 7, nil, "USD", "range 2…7"), (nil, nil, nil, nil, "USD", "undisclosed -"),
    (5, nil, nil, .about, "USD", "about 5…5"), (5, nil, nil, .upTo, "USD", "up_to 0…5"),
    (5, nil, nil, .atLeast, "USD", "at_least 5…"), (0, nil, nil, .exact, "USD", "exact 0…0"),
    (nil, nil, nil, .undisclosed, "", "undisclosed -"), (nil, 7, 7, .range, "USD", "range 7…7"),
    (5, nil, nil, .undisclosed, "USD", "an undisclosed amount has no number"),
    (5, 2, 7, .range, "USD", "a range has amount_low and amount_high and no amount"),
    (nil, 2, nil, .range, "USD", "a range needs both amount_low and amount_high"),
    (nil, 2, nil, nil, "USD", "a range needs both amount_low and amount_high"),
    (nil, 7, 2, .range, "USD", "amount_low is above amount_high"),
    (
      5, nil, 7, nil, "USD",
      "amount_low and amount_high belong to a range, and the qualifier is exact"
    ),
    (nil, nil, nil, .exact, "USD", "the qualifier is exact and there is no amount"),
    (nil, nil, nil, .upTo, "USD", "the qualifier is up_to and there is no amount"),
    (5, nil, nil, nil, "", "an amount needs a currency"),
    (-5, nil, nil, nil, "USD", "an amount is not negative"),
    (
      9_000_000_000_000_001, nil, nil, nil, "USD",
      "an amount of more than 9000000000000000 minor units is refused"
    ),
  ]

  @Test(arguments: groups)
  func `an amount holds its rules`(
    minor: Int64?, low: Int64?, high: Int64?, qualifier: Qualifier?, code: String, expected: String
  ) {
    #expect(Self.summary(minor, low, high, qualifier, Currency(code: code)) == expected)
  }

  private static func summary(
    _ minor: Int64?, _ low: Int64?, _ high: Int64?, _ qualifier: Qualifier?, _ currency: Currency?
  ) -> String {
    do throws(AmountError) {
      let amount = try Amount(
        minor: minor, lowMinor: low, highMinor: high, qualifier: qualifier, currency: currency)
      let bounds = amount.bounds.map { "\($0.lowMinor)…\($0.highMinor.map(String.init) ?? "")" }
      return "\(amount.qualifier.rawValue) \(bounds ?? "-")"
    } catch {
      return error.description
    }
  }

  @Test func `the codes are those of the documents`() {
    #expect(
      Qualifier.allCases.map(\.rawValue)
        == ["exact", "about", "up_to", "at_least", "range", "undisclosed"])
    #expect(
      Measure.allCases.map(\.rawValue) == [
        "ceiling", "committed", "priced", "drawn", "outstanding", "paid", "marked",
        "contract_value", "guaranteed_maximum", "maximum_loss", "enterprise_value",
        "par", "cost", "appraised",
      ])
    #expect(Amount.undisclosed(currency: .usd).bounds == nil)
  }
}
