import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct CircularPairTests {
  private static let columns =
    "gives_capital buys capital_flows capital_high purchase_flows purchase_high reciprocity_pct"
  private static let stake = Document.contract(
    "stake", "equity_investment", "Chipco -> Labco cash 10", "Labco -> Chipco equity")
  private static let chips = Document.contract(
    "chips", "chip_supply", "Labco -> Chipco cash 40", "Chipco -> Labco chips")

  @Test(arguments: [
    // The supplier's side of it, beside the purchase of 40 billion; the pair there is.
    (stake, "Chipco | Labco | 1 | 10 | 1 | 40 | 25"),
    (
      Document.contract("stake", "equity_investment", "Chipco -> Labco cash"),
      "Chipco | Labco | 1 | – | 1 | 40 | –"
    ),
    (
      Document.contract("stake", "equity_investment", "Chipco -> Labco cash 5 to 50"),
      "Chipco | Labco | 1 | 50 | 1 | 40 | –"
    ),
    (
      Document.deal(
        "round", "equity", "20", issuer: "Labco",
        more: #""participants": [{"party": "Chipco", "role": "investor", "amount": 8e9}]"#),
      "Chipco | Labco | 1 | 8 | 1 | 40 | 20"
    ),
    (
      Document.deal(
        "loan", "term_loan", "20", issuer: "Labco",
        more: #""participants": [{"party": "Chipco", "role": "lender"}]"#),
      "Chipco | Labco | 1 | – | 1 | 40 | –"
    ),
    (
      Document.contract("backstop", "loan_guarantee", "Chipco -> Labco guarantee 4"),
      "Chipco | Labco | 1 | 4 | 1 | 40 | 10"
    ),
    // Shares that are bought are no capital given, an arranger gives none, and a purchase is none.
    (Document.contract("stake", "equity_investment", "Labco -> Chipco cash 1"), ""),
    (
      Document.deal(
        "loan", "term_loan", "20", issuer: "Labco",
        more: #""participants": [{"party": "Chipco", "role": "arranger"}]"#), ""
    ),
    (Document.contract("cloud", "compute_purchase", "Chipco -> Labco cash 3"), ""),
    (Document.contract("stake", "equity_investment", "Otherco -> Labco cash 10"), ""),
    // What is not counted, has lapsed or is a rumour makes no pair.
    (
      Document.contract(
        "stake", "equity_investment", "Chipco -> Labco cash 10",
        more: #""counted": false, "not_counted_because": "told twice""#), ""
    ),
    (
      Document.contract(
        "stake", "equity_investment", "Chipco -> Labco cash 10", binding: "lapsed"), ""
    ),
  ])
  func `capital one way and a purchase the other make a pair`(
    document: String, pair: String
  ) throws {
    let ledger = try SmallLedger.open(Self.chips, document)
    #expect(try Answer.rows("circular-pairs", Self.columns, in: ledger) == pair)
  }

  @Test func `an option given to win a customer is capital without an amount`() throws {
    let ledger = try SmallLedger.open(
      Document.contract(
        "chips", "chip_supply", "Labco -> Chipco cash 40", "Chipco -> Labco chips",
        "Chipco -> Labco option"))
    let rows = try Answer.rows(
      "circular-pairs", Self.columns + " rows_used rows_without_amount", in: ledger)
    #expect(rows == "Chipco | Labco | 1 | – | 1 | 40 | – | 1 | 1")
  }

  @Test func `a deal and a contract that are the same give one flow`() throws {
    let round = Document.deal(
      "round", "equity", "10", issuer: "Labco",
      more: #"""
        "participants": [{"party": "Chipco", "role": "investor", "amount": 10e9}],
        "links": [{"link": "same_as", "to": "stake"}]
        """#)
    let ledger = try SmallLedger.open(Self.stake, Self.chips, round)
    let rows = try Answer.rows("circular-pairs", Self.columns + " records", in: ledger)
    #expect(rows == "Chipco | Labco | 1 | 10 | 1 | 40 | 25 | chips stake")
  }

  @Test(arguments: [
    ("announced", "2026-06-30", 1), ("binding", "2026-06-30", 0), ("announced", "2025-06-01", 0),
  ])
  func `both directions must have reached the stage`(
    stage: String, day: String, pairs: Int
  ) throws {
    let letter = Document.contract(
      "stake", "equity_investment", "Chipco -> Labco cash up_to 100", binding: "non_binding")
    let ledger = try SmallLedger.open(letter, Self.chips)
    let result = try Answer.result(
      "circular-pairs", ["stage": stage, "as_of": day], in: ledger)
    #expect(result.rows.count == pairs)
  }

  @Test(arguments: [
    ("announced", "10 | 40"), ("binding", "10 | 40"), ("funded", "– | 40"),
    ("outstanding", "– | 40"),
  ])
  func `how much of a stake that is paid in part is paid is not known`(
    stage: String, amounts: String
  ) throws {
    let stake = Document.contract(
      "stake", "equity_investment", "Chipco -> Labco cash 10", more: #""funding": "partly_drawn""#)
    let chips = Document.contract(
      "chips", "chip_supply", "Labco -> Chipco cash 40", more: #""funding": "drawn""#)
    let ledger = try SmallLedger.open(stake, chips)
    let rows = try Answer.rows(
      "circular-pairs", "capital_high purchase_high", ["stage": stage], in: ledger)
    #expect(rows == amounts)
  }

  @Test func `flows add up, and both ends of a range are kept`() throws {
    let ledger = try SmallLedger.open(
      Self.chips, Self.stake,
      Document.contract("more", "equity_investment", "Chipco -> Labco cash up_to 90"),
      Document.contract("cloud", "chip_supply", "Labco -> Chipco cash 1 to 2"))
    let rows = try Answer.rows(
      "circular-pairs",
      "capital_flows capital_low capital_high purchase_flows purchase_low purchase_high rows_used",
      in: ledger)
    #expect(rows == "2 | 10 | 100 | 2 | 41 | 42 | 4")
  }

  @Test func `a flow whose direction is contested says so`() throws {
    let chips = Document.contract(
      "chips", "chip_supply", "Labco -> Chipco cash 40",
      more: #"""
        "claims": [
          {"on": "chips/l1", "attribute": "payer", "value": "Labco", "stance": "preferred",
           "reason": "it is the customer", "source": 0},
          {"on": "chips/l1", "attribute": "payer", "value": "Chipco", "stance": "rejected",
           "reason": "swapped", "source": 0}]
        """#)
    let ledger = try SmallLedger.open(Self.stake, chips)
    let rows = try Answer.rows(
      "circular-pairs", "direction_contested rows_contradicted", in: ledger)
    #expect(rows == "1 | 0")
  }
}
