import Finance
import Ledger
import TestSupport
import Testing

/// Parts that do not add up, and words that are numbers.
@Suite(.temporaryDirectory) struct CompositionTrapTests {
  private func answer(_ sql: String) throws -> String {
    try Answer.sql(sql, in: try ShippedLedger.reading())
  }

  // One page counts Nvidia's two billion inside the equity, one beside it. The record follows the
  // first, which adds up.
  @Test func `14: is Nvidia's part inside the 20 billion for xAI?`() throws {
    #expect(
      try answer(
        """
        SELECT attribute, dispute_kind, followed_value, other_value, is_resolved FROM
          contradictions
        WHERE record_key = 'xai-20bn'
        """) == """
          nvidia_share_counted | value | inside the 7.5bn of equity | beside the 7.5bn of \
          equity | 0
          """)
    #expect(
      try answer(
        """
        SELECT SUM(t.amount) / 1000000000.0, d.stated_amount_minor / 100000000000.0
        FROM tranches t JOIN deals d ON d.deal_key = t.deal_key
        WHERE t.deal_key = 'xai-20bn' AND t.is_remainder = 0 GROUP BY d.deal_key
        """) == """
          20 | 20
          """)
  }

  // The reading that puts Nvidia's part beside the equity adds up to 22, and the check says so.
  @Test func `14: parts that exceed their deal are found`() throws {
    let ledger = try SmallLedger.open(
      #"{"key": "vehicle", "name": "Chip vehicle", "kind": "lease", "issuer": "Vehicle", "#
        + #""currency": "USD", "amount": 20e9, "evidence": "reported", "binding": "conditional", "#
        + #""tranches": [{"name": "equity", "instrument": "equity", "amount": 7.5e9}, "#
        + #"{"name": "Nvidia", "instrument": "equity", "amount": 2e9}, "#
        + #"{"name": "debt", "instrument": "loan", "amount": 12.5e9}]}"#)
    let check = try #require(Checks.all.first { $0.name == "tranche-sums" })
    let problems = try check.run(in: ledger).map(\.problem)
    #expect(
      problems == [
        "tranches sum to USD 22,000,000,000, stated are USD 20,000,000,000"
      ])
  }

  /// Spellings of the founding article, and what they are read as.
  private static let spellings: [(words: String, value: String?, low: String?, high: String?)] = [
    ("23,25 miljarder dollar", "23250000000", nil, nil),
    ("14,75 miljarder dollar", "14750000000", nil, nil),
    ("1,4 biljoner dollar", "1400000000000", nil, nil),
    ("uppskattningsvis 1,5 biljoner dollar", "1500000000000", nil, nil),
    ("cirka 4 biljoner euro", "4000000000000", nil, nil),
    ("mellan 27 och 29 miljarder amerikanska dollar", nil, "27000000000", "29000000000"),
    ("upp till 24 procent", "24", nil, nil),
    ("drygt 21 miljarder dollar", "21000000000", nil, nil),
    ("fem miljarder dollar", "5000000000", nil, nil),
    ("sju procent", "7", nil, nil),
    ("cirka 2,5 procentenheter över", "2.5", nil, nil),
  ]

  // Miljard is 10 to the 9th and biljon to the 12th; a comma is a decimal point; a range has no
  // middle.
  @Test(arguments: spellings.indices) func `15: the spellings of the article`(
    index: Int
  ) throws {
    let spelling = Self.spellings[index]
    let reading = try AmountText.read(spelling.words, language: .swedish)
    #expect(reading.value?.approximate == spelling.value.flatMap(Double.init))
    #expect(reading.low?.approximate == spelling.low.flatMap(Double.init))
    #expect(reading.high?.approximate == spelling.high.flatMap(Double.init))
  }

  @Test func `15: just under three quarters is a fraction, a little less`() throws {
    let reading = try AmountText.read("knappt tre fjärdedelar", language: .swedish)
    #expect(reading.description == "about 3/4, rather less")
  }
}
