import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct PrivateCreditTests {
  private static let parties = [
    #"{"key": "alder-fund", "name": "Alder Fund", "party_kind": "private_credit_fund"}"#,
    #"{"key": "birch-bank", "name": "Birch Bank", "party_kind": "bank"}"#,
    #"{"key": "cedar-life", "name": "Cedar Life", "party_kind": "insurer"}"#,
  ]

  private static func lenders(_ lenders: String) -> String {
    let participants = lenders.split(separator: ", ").map { lender in
      let words = lender.split(separator: ":").map(String.init)
      let amount = words.count > 2 ? #", "amount": \#(words[2])e9"# : ""
      return #"{"party": "\#(words[0])", "role": "\#(words[1])"\#(amount)}"#
    }
    return #""participants": [\#(participants.joined(separator: ", "))]"#
  }

  @Test func `three definitions stand side by side`() throws {
    let ledger = try SmallLedger.open(
      Self.parties + [
        Document.deal(
          "direct", "term_loan", "10", binding: "conditional",
          more: #""market": "private_credit", \#(Self.lenders("Alder Fund:lender"))"#),
        Document.deal(
          "notes", "private_placement", "20",
          more: #"""
            "market": "rule_144a", "private_label": "yes", "funding": "drawn",
            \#(Self.lenders("Alder Fund:anchor_investor:15, Birch Bank:lender:5"))
            """#),
        Document.deal(
          "syndicated", "loan", "5",
          more: #"""
            "market": "bank_syndicated", "private_label": "no",
            \#(Self.lenders("Birch Bank:lender"))
            """#),
        Document.deal("silent", "loan", "1 to 3"),
        Document.deal(
          "mixed", "loan", "8",
          more: #""tranches": [{"name": "Term loan", "amount": 6e9}]"#),
        Document.deal("shares", "equity", "100"),
      ])
    let rows = try Answer.rows(
      "private-credit-total",
      "definition is_private tranches announced_low announced_high binding_low funded_low",
      in: ledger)
    #expect(
      rows == """
        by_lender | yes | 2 | 30 | 30 | 20 | 20
        by_lender | no | 1 | 5 | 5 | 5 | 0
        by_lender | unknown | 2 | 7 | 9 | 7 | 0
        by_lender | undivided | 1 | 2 | 2 | 2 | 0
        by_market | yes | 1 | 10 | 10 | 0 | 0
        by_market | no | 2 | 25 | 25 | 25 | 20
        by_market | unknown | 2 | 7 | 9 | 7 | 0
        by_market | undivided | 1 | 2 | 2 | 2 | 0
        as_labelled | yes | 2 | 30 | 30 | 20 | 20
        as_labelled | no | 1 | 5 | 5 | 5 | 0
        as_labelled | unknown | 2 | 7 | 9 | 7 | 0
        as_labelled | undivided | 1 | 2 | 2 | 2 | 0
        """)
  }

  @Test(arguments: [
    ("Alder Fund:lender", "yes"), ("Birch Bank:lender", "no"),
    ("Alder Fund:lender, Cedar Life:holder", "yes"),
    // Without amounts all of them must be of one kind.
    ("Alder Fund:lender, Birch Bank:lender", "unknown"),
    // Where amounts cover over half of the ten billion, the larger side is the answer.
    ("Alder Fund:lender:4, Birch Bank:lender:2", "yes"),
    ("Alder Fund:lender:2, Birch Bank:lender:4", "no"),
    ("Alder Fund:lender:3, Birch Bank:lender:2", "unknown"),
    // Arrangers and agents lend nothing, and of a stranger nothing is known.
    ("Birch Bank:arranger, Birch Bank:agent", "unknown"),
    ("Alder Fund:lender, Birch Bank:arranger", "yes"), ("Stranger:lender", "unknown"),
    ("", "unknown"),
  ])
  func `by lender: who lends tells, where it is told`(lenders: String, answer: String) throws {
    let ledger = try SmallLedger.open(
      Self.parties + [Document.deal("a", "loan", "10", more: Self.lenders(lenders))])
    let rows = try Answer.rows("private-credit-total", "definition is_private", in: ledger)
    #expect(rows.split(separator: "\n").first ?? "" == "by_lender | \(answer)")
  }

  @Test(arguments: [
    ("private_credit", "yes"), ("bank_syndicated", "no"), ("sec_registered", "no"),
    ("rule_144a", "no"), ("other", "unknown"),
  ])
  func `by market: where it was placed tells`(market: String, answer: String) throws {
    let ledger = try SmallLedger.open(
      Document.deal("a", "loan", "10", more: #""market": "\#(market)""#))
    let rows = try Answer.rows("private-credit-total", "definition is_private", in: ledger)
    #expect(rows.contains("by_market | \(answer)"))
  }

  @Test func `no debt, no row`() throws {
    let ledger = try SmallLedger.open(Document.deal("a", "equity", "1"))
    #expect(try Answer.rows("private-credit-total", "definition", in: ledger) == "")
  }
}
