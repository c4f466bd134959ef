import Ledger
import SQLite
import TestSupport
import Testing

/// What a figure measures, and what a leg is for, where the document does not say.
@Suite(.temporaryDirectory) struct MeasureTests {
  /// Instrument, qualifier, evidence, binding, funding; the measure.
  private static let tranches: [(document: String, measure: String)] = [
    // Anything that may not come is a ceiling.
    ("bond up_to filed definitive unknown", "ceiling"),
    ("term_loan up_to filed definitive drawn", "ceiling"),
    ("bond exact filed non_binding unknown", "ceiling"),
    ("equity exact rumoured definitive drawn", "ceiling"),
    ("lease exact rumoured conditional unknown", "ceiling"),
    ("lease exact filed definitive unknown", "contract_value"),
    ("equity exact filed definitive drawn", "paid"),
    ("equity exact filed definitive unknown", "committed"),
    ("bond exact filed definitive unknown", "priced"),
    ("convertible about filed definitive unknown", "priced"),
    ("securitisation exact filed definitive unknown", "priced"),
    ("asset_backed exact filed definitive unknown", "priced"),
    ("private_placement exact filed definitive unknown", "priced"),
    ("bond exact company_announced conditional unknown", "ceiling"),
    ("private_placement exact reported conditional unknown", "ceiling"),
    ("term_loan exact filed definitive drawn", "committed"),
    ("revolving_credit exact reported conditional unknown", "committed"),
    ("bridge_loan at_least filed definitive unknown", "committed"),
    ("risk_transfer exact filed definitive unknown", "maximum_loss"),
  ]

  @Test(arguments: tranches.indices) func `the measure of a tranche that names none`(
    index: Int
  ) throws {
    let (document, measure) = Self.tranches[index]
    let words = document.split(separator: " ").map(String.init)
    let deal = Workbench.deal(
      "d",
      members: [
        "\"kind\": \"\(words[0])\"", "\"qualifier\": \"\(words[1])\"",
        "\"evidence\": \"\(words[2])\"", "\"binding\": \"\(words[3])\"",
        "\"funding\": \"\(words[4])\"", "\"amount\": 100", "\"currency\": \"USD\"",
      ])
    let connection = try Workbench.ledger(with: deal)
    #expect(
      try rows("SELECT measure, measure_is_derived FROM tranche", in: connection) == [
        "\(measure) | 1"
      ])
    #expect(try rows("SELECT measure FROM claim", in: connection) == [measure])
  }

  @Test func `a measure that is named is not derived`() throws {
    let connection = try Workbench.ledger(
      with: Workbench.deal(
        "d", "\"amount\": 100", "\"currency\": \"USD\"", "\"qualifier\": \"up_to\"",
        "\"measure\": \"drawn\""))
    #expect(
      try rows("SELECT measure, measure_is_derived FROM tranche", in: connection) == ["drawn | 0"])
  }

  @Test func `an amount that is not disclosed measures nothing`() throws {
    let connection = try Workbench.ledger(with: Workbench.deal("d"))
    #expect(
      try rows("SELECT qualifier, measure FROM tranche", in: connection) == ["undisclosed | NULL"])
  }

  /// Contract kind, what, qualifier, binding, funding; the measure.
  @Test(arguments: [
    ("compute_purchase cash exact definitive unknown", "contract_value"),
    ("compute_purchase cash up_to definitive unknown", "ceiling"),
    ("compute_purchase cash exact non_binding unknown", "ceiling"),
    ("lease_guarantee guarantee exact definitive unknown", "guaranteed_maximum"),
    ("lease_guarantee guarantee up_to definitive unknown", "ceiling"),
    ("equity_investment cash exact definitive unknown", "committed"),
    ("equity_investment cash exact definitive drawn", "paid"),
    ("equity_investment equity exact definitive drawn", "contract_value"),
    ("lease cash exact conditional unknown", "contract_value"),
  ])
  func `the measure of a leg that names none`(document: String, measure: String) throws {
    let words = document.split(separator: " ").map(String.init)
    let connection = try Workbench.ledger(
      with: Workbench.contract(
        kind: words[0],
        legs: """
          {"from": "OpenAI", "to": "CoreWeave", "what": "\(words[1])", "amount": 5, \
          "currency": "USD", "qualifier": "\(words[2])"}
          """, "\"binding\": \"\(words[3])\"", "\"funding\": \"\(words[4])\""))
    #expect(
      try rows("SELECT measure, measure_is_derived FROM contract_leg", in: connection) == [
        "\(measure) | 1"
      ])
  }

  /// Kind of the contract; legs as `from to what`, with `!` and the purpose where it is given; the
  /// purposes. OpenAI is the first payer unless the row says otherwise.
  @Test(arguments: [
    // Cash follows the kind; things are things.
    ("compute_purchase", "OpenAI>CoreWeave cash, CoreWeave>OpenAI compute", "purchase thing"),
    ("lease", "OpenAI>CoreWeave cash, CoreWeave>OpenAI space", "purchase thing"),
    ("supply", "CoreWeave>OpenAI chips, OpenAI>CoreWeave cash", "thing purchase"),
    ("power_purchase", "OpenAI>CoreWeave cash, CoreWeave>OpenAI power", "purchase thing"),
    // In an investment cash is capital, and what it buys a thing.
    ("equity_investment", "OpenAI>CoreWeave cash, CoreWeave>OpenAI equity", "capital thing"),
    ("acquisition", "OpenAI>CoreWeave cash, CoreWeave>OpenAI equity", "capital thing"),
    ("lease_guarantee", "OpenAI>CoreWeave guarantee", "capital"),
    // Cash against the customer's own is capital, and the equity against it bought.
    (
      "compute_purchase",
      "OpenAI>CoreWeave cash, CoreWeave>OpenAI compute, CoreWeave>OpenAI cash, "
        + "OpenAI>CoreWeave equity", "purchase thing capital thing"
    ),
    // A supplier's equity or option to win the customer is capital.
    (
      "chip_supply", "OpenAI>CoreWeave cash, CoreWeave>OpenAI chips, CoreWeave>OpenAI option",
      "purchase thing capital"
    ),
    ("compute_purchase", "OpenAI>CoreWeave cash, CoreWeave>OpenAI guarantee", "purchase capital"),
    // What is given stands, and tells who the customer is.
    (
      "compute_purchase", "CoreWeave>OpenAI cash, OpenAI>CoreWeave cash !purchase",
      "capital purchase"
    ),
    ("compute_purchase", "OpenAI>CoreWeave cash !capital", "capital"),
  ])
  func `the purpose of a leg that names none`(kind: String, legs: String, purposes: String) throws {
    let documents = legs.split(separator: ",").map { leg in
      let words = leg.split { " >".contains($0) }
      let purpose = words.count > 3 ? ", \"purpose\": \"\(words[3].dropFirst())\"" : ""
      return #"{"from": "\#(words[0])", "to": "\#(words[1])", "what": "\#(words[2])"\#(purpose)}"#
    }
    let connection = try Workbench.ledger(
      with: Workbench.contract(kind: kind, legs: documents.joined(separator: ", ")))
    #expect(
      try rows("SELECT purpose FROM contract_leg ORDER BY key", in: connection)
        == purposes.split(separator: " ").map(String.init))
    let given = legs.count { $0 == "!" }
    #expect(
      try connection.value(
        "SELECT COUNT(*) FROM contract_leg WHERE purpose_is_derived = 0", as: Int.self) == given)
  }

  /// The members of an amount group; what is stored, and the problem otherwise.
  @Test(arguments: [
    ("\"amount\": 23250000000", "2325000000000 | NULL | NULL | exact"),
    ("\"amount\": 0.01", "1 | NULL | NULL | exact"),
    ("\"amount\": 1e9", "100000000000 | NULL | NULL | exact"),
    ("\"amount\": 5, \"qualifier\": \"about\"", "500 | NULL | NULL | about"),
    ("\"amount_low\": 27, \"amount_high\": 29", "NULL | 2700 | 2900 | range"),
    (
      "\"amount_low\": 27, \"amount_high\": 29, \"qualifier\": \"range\"",
      "NULL | 2700 | 2900 | range"
    ),
    ("\"amount\": 5, \"amount_high\": 8", "500 | NULL | NULL | exact"),
    ("\"qualifier\": \"undisclosed\"", "NULL | NULL | NULL | undisclosed"),
    ("\"notes\": \"none\"", "NULL | NULL | NULL | undisclosed"),
    ("\"amount_low\": 27", "a range needs both amount_low and amount_high"),
    ("\"amount_high\": 27", "a range needs both amount_low and amount_high"),
    ("\"qualifier\": \"range\"", "a range needs both amount_low and amount_high"),
    ("\"amount_low\": 29, \"amount_high\": 27", "is more than amount_high"),
    ("\"amount\": 5, \"qualifier\": \"range\"", "does not go with one amount"),
    ("\"amount\": 5, \"qualifier\": \"undisclosed\"", "does not go with one amount"),
    ("\"amount\": -1", "is negative"), ("\"amount\": 0.001", "/amount: "),
    ("\"amount\": 1e20", "/amount: "), ("\"amount\": \"5\"", "must be a number, not"),
    ("\"amount\": 5, \"currency\": \"DOLLAR\"", "'DOLLAR' is no currency"),
  ])
  func `an amount group`(members: String, expected: String) throws {
    let currency = members.contains("currency") ? "\"notes\": \"n\"" : "\"currency\": \"USD\""
    let document = Workbench.deal("d", members: [currency, members])
    guard expected.contains(" | ") else {
      let problems = try Workbench.problems(document)
      #expect(problems.contains { $0.contains(expected) }, "\(problems)")
      return
    }
    let connection = try Workbench.ledger(with: document)
    #expect(
      try rows(
        "SELECT amount_minor, amount_low_minor, amount_high_minor, qualifier FROM tranche",
        in: connection) == [expected])
  }

  @Test func `what an option could add is a ceiling beside the amount, never part of it`() throws {
    let connection = try Workbench.ledger(
      with: Workbench.deal(
        "d", "\"amount\": 5", "\"amount_high\": 8", "\"currency\": \"USD\""))
    #expect(
      try rows(
        "SELECT stance, amount_minor, qualifier, measure FROM claim ORDER BY stance", in: connection
      )
        == ["alternative | 800 | up_to | ceiling", "preferred | 500 | exact | priced"])
    #expect(try rows("SELECT * FROM contradictions", in: connection) == [])
  }

  @Test func `an amount without a currency is refused where it stands`() throws {
    let document = Workbench.deal("d", "\"amount\": 5")
    let column = document.count - 1
    #expect(
      try Workbench.problems(document) == [
        "in.jsonl:1:\(column): /amount: has no currency (add \"currency\": \"USD\")"
      ])
  }
}
