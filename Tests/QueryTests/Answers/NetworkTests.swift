import Ledger
import SQLite
import TestSupport
import Testing

/// Who pays whom, as a network: worked examples of the literature and of our own.
@Suite(.temporaryDirectory) struct NetworkTests {
  private static func capital(_ key: String, _ leg: String, more: String = "") -> String {
    Document.contract(key, "equity_investment", leg, more: more)
  }
  private static func purchase(_ key: String, _ leg: String, more: String = "") -> String {
    Document.contract(key, "compute_purchase", leg, more: more)
  }

  private static let toy = [
    capital("c1", "Nvidia -> OpenAI cash 100"), purchase("p1", "OpenAI -> Oracle cash 300"),
    purchase("p2", "Oracle -> Nvidia cash 40"), purchase("p3", "OpenAI -> Nvidia cash 350"),
    Document.contract("p4", "chip_supply", "OpenAI -> AMD cash 100", "AMD -> OpenAI option"),
    capital("c2", "Nvidia -> CoreWeave cash 6"), purchase("p5", "OpenAI -> CoreWeave cash 22"),
    purchase("p6", "CoreWeave -> Nvidia cash 10"), capital("c3", "Nvidia -> xAI cash 2"),
    purchase("p7", "xAI -> Nvidia cash 20"), purchase("p8", "OpenAI -> Microsoft cash 250"),
    capital("c4", "Microsoft -> OpenAI cash 13"),
  ]
  private static let tiny = [
    capital("a", "Alder -> Birch cash 1"), capital("b", "Birch -> Cedar cash 1"),
    capital("c", "Alder -> Cedar cash 1"), capital("d", "Cedar -> Alder cash 1"),
  ]

  @Test func `each circle is found once, with its smallest edge`() throws {
    let ledger = try SmallLedger.open(Self.toy)
    #expect(
      try Answer.rows(
        "circular-cycles", "bottleneck_high parties edges_without_amount contingent_edges",
        in: ledger) == """
          100 | 2 | 0 | 0
          40 | 3 | 0 | 0
          13 | 2 | 0 | 0
          10 | 3 | 0 | 0
          6 | 2 | 0 | 0
          2 | 2 | 0 | 0
          – | 2 | 1 | 1
          """)
  }

  @Test(arguments: [
    (["parties": "2"], 5), (["contingent": "no"], 6), (["stage": "funded"], 0),
    (["parties": "3"], 7),
  ])
  func `circles are as long and as firm as asked for`(values: [String: String], count: Int) throws {
    let ledger = try SmallLedger.open(Self.toy)
    #expect(try Answer.result("circular-cycles", values, in: ledger).rows.count == count)
  }

  @Test(arguments: [
    ("nvidia openai", 2), ("amd openai nvidia", 4), ("nvidia", 0), ("open nvidi", 0), ("", 0),
  ])
  func `flows are those among the parties asked for`(among: String, count: Int) throws {
    let ledger = try SmallLedger.open(Self.toy)
    #expect(try Answer.result("party-flows", ["among": among], in: ledger).rows.count == count)
  }

  @Test(arguments: [
    // 242 of 1213 by pairs; 286, the exact figure, by what each can pass on.
    (toy, "1213 | 242 | 286 | 19.9505 | 23.5779 | –"),
    (tiny, "4 | 2 | 3 | 50 | 75 | –"), ([tiny[0], tiny[1]], "2 | 0 | 0 | 0 | 0 | exact"),
    ([], "0 | 0 | 0 | – | – | no flow with an amount"),
    (
      [capital("x", "Alder -> Birch cash 5"), purchase("y", "Birch -> Alder cash 5")],
      "10 | 10 | 10 | 100 | 100 | exact"
    ),
  ])
  func `circularity lies between two bounds`(documents: [String], answer: String) throws {
    let ledger = try SmallLedger.open(documents)
    let rows = try Answer.rows(
      "circularity-index",
      "flows circular_low circular_high index_low_pct index_high_pct remark", in: ledger)
    #expect(rows.split(separator: "\n").first ?? "" == answer)
  }

  @Test func `parties leave the core as flows are firmer`() throws {
    let ledger = try SmallLedger.open(
      Self.capital("a", "Alder -> Birch cash 1", more: #""funding": "drawn""#),
      Self.purchase("b", "Birch -> Alder cash 1", more: #""funding": "drawn""#),
      Self.capital("c", "Alder -> Cedar cash 1"),
      Self.purchase("d", "Cedar -> Alder cash 1", more: #""cancellable": "yes""#),
      Document.contract(
        "e", "equity_investment", "Alder -> Dogwood cash 1", binding: "non_binding"),
      Self.purchase("f", "Dogwood -> Alder cash 1"), Self.purchase("g", "Elm -> Alder cash 1"))
    #expect(
      try Answer.rows(
        "circular-core", "party announced_size binding_size lasting_size funded_size leaves_at",
        in: ledger) == """
          Alder | 4 | 3 | 2 | 2 | –
          Birch | 4 | 3 | 2 | 2 | –
          Cedar | 4 | 3 | – | – | lasting
          Dogwood | 4 | – | – | – | binding
          """)
  }

  /// Liabilities of three, as a textbook has them; the third cannot pay half of what it owes.
  private static func liabilities() throws -> Connection {
    let year = #""term_years": 1"#
    return try SmallLedger.open(
      Self.purchase("a", "Alder -> Birch cash 2", more: year),
      Self.purchase("b", "Alder -> Cedar cash 1", more: year),
      Self.purchase("c", "Birch -> Alder cash 3", more: year),
      Self.purchase("d", "Birch -> Cedar cash 1", more: year),
      Self.purchase("e", "Cedar -> Alder cash 2", more: year),
      Self.purchase("f", "Cedar -> Birch cash 5", more: year),
      Self.purchase("g", "Cedar -> Dogwood cash 9"))
  }

  @Test func `a clearing pays all that can be paid, in proportion`() throws {
    let ledger = try Self.liabilities()
    let cash = #"{"alder": 0.5, "birch": 1, "cedar": 1.5}"#
    #expect(
      try Answer.rows(
        "clearing-shortfall", "party owes cash pays shortfall paid_pct purchases_unknown",
        ["cash": cash], in: ledger) == """
          Cedar | 7 | 1.5 | 3.5 | 3.5 | 50 | 1
          Birch | 4 | 1 | 4 | 0 | 100 | 0
          Alder | 3 | 0.5 | 3 | 0 | 100 | 0
          """)
  }

  /// Cash that is given; what comes out. Birch gets enough to pay whatever it has itself.
  @Test(arguments: [
    (
      #"{"alder": 0.5, "cedar": 1.5}"#,
      """
      Cedar | 1.5 | 3.5 | 3.5 | 50 | –
      Birch | – | 4 | 0 | 100 | –
      Alder | 0.5 | 3 | 0 | 100 | –
      """
    ),
    (
      #"{"alder": 0.5, "birch": 1}"#,
      """
      Birch | 1 | 4 | 0 | 100 | who owes it, or owes those who do, has no cash on record
      Alder | 0.5 | 3 | 0 | 100 | who owes it, or owes those who do, has no cash on record
      Cedar | – | – | – | – | its cash is not on record; give it by cash
      """
    ),
  ])
  func `cash that is not on record is not taken for none`(cash: String, answer: String) throws {
    let ledger = try Self.liabilities()
    #expect(
      try Answer.rows(
        "clearing-shortfall", "party cash pays shortfall paid_pct remark", ["cash": cash],
        in: ledger) == answer)
  }

  @Test func `distress travels once, in the measure of equity`() throws {
    let ledger = try SmallLedger.open(
      Self.capital("a", "Alder -> Birch cash 40"), Self.capital("b", "Birch -> Cedar cash 30"),
      Self.capital("c", "Cedar -> Alder cash 20"), Self.capital("d", "Elm -> Cedar cash 5"))
    let equity = #"{"alder": 100, "birch": 50, "cedar": 25}"#
    #expect(
      try Answer.rows(
        "distress-shock", "party distress_pct first_round_pct exposure_low remark",
        ["party": "cedar", "equity": equity], in: ledger) == """
          Cedar | 100 | 100 | 20 | shocked
          Birch | 60 | 60 | 30 | hit
          Alder | 24 | 0 | 40 | hit
          Elm | – | – | 5 | equity unknown
          """)
  }
}
