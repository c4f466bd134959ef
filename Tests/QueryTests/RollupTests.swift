import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// Whom parties are added up under.
@Suite(.temporaryDirectory) struct RollupTests {
  /// Alder One is a subsidiary of Alder, which Birch sponsors and Grove gives its name; Alderone is
  /// Alder One under another name.
  private static let parties = [
    #"{"party_kind": "developer", "key": "birch", "name": "Birch"}"#,
    #"{"party_kind": "developer", "key": "grove", "name": "Grove"}"#,
    #"{"party_kind": "developer", "key": "alder", "name": "Alder", "sponsor": "Birch", "#
      + #""brand": ["Grove"]}"#,
    #"{"party_kind": "developer", "key": "alder-1", "name": "Alder One", "parent": "Alder", "#
      + #""same_as": ["Alderone"]}"#,
  ]
  private static let bonds = [
    Document.bond("a", "1", ratings: "S&P BBB", issuer: "Alder"),
    Document.bond("b", "2", ratings: "S&P BB", issuer: "Alder One"),
    Document.bond("c", "4 to 5", issuer: "Alderone"),
    Document.bond("d", "8", issuer: "Birch"), Document.bond("e", "?", issuer: "Grove"),
  ]

  @Test(
    arguments: [
      (
        nil,
        """
        Birch | 1 | 8 | 8 | 0 | 0 | 1 | 0
        Alder One | 2 | 6 | 7 | 0 | 2 | 2 | 0
        Alder | 1 | 1 | 1 | 1 | 0 | 1 | 0
        Grove | 1 | – | – | – | – | 0 | 1
        """
      ),
      (
        "parent",
        """
        Alder | 3 | 7 | 8 | 1 | 2 | 3 | 0
        Birch | 1 | 8 | 8 | 0 | 0 | 1 | 0
        Grove | 1 | – | – | – | – | 0 | 1
        """
      ),
      (
        "sponsor",
        """
        Birch | 4 | 15 | 16 | 1 | 2 | 4 | 0
        Grove | 1 | – | – | – | – | 0 | 1
        """
      ),
      (
        "brand",
        """
        Birch | 1 | 8 | 8 | 0 | 0 | 1 | 0
        Grove | 4 | 7 | 8 | 1 | 2 | 3 | 1
        """
      ),
    ] as [(String?, String)])
  func `issuance adds borrowers up`(rollup: String?, rows: String) throws {
    let ledger = try SmallLedger.open(Self.parties + Self.bonds)
    let columns =
      "issuer tranches issued_low issued_high investment_grade high_yield rows_used "
      + "rows_without_amount"
    let values = rollup.map { ["rollup": $0] } ?? [:]
    #expect(try Answer.rows("issuance-by-issuer", columns, values, in: ledger) == rows)
    if rollup == nil {
      #expect(
        try Answer.rows("issuance-by-issuer", columns, ["rollup": "entity"], in: ledger) == rows)
    }
  }

  private static let flows = [
    Document.contract(
      "stake", "equity_investment", "Birch -> Labco cash 10", "Labco -> Birch equity"),
    Document.contract(
      "chips", "chip_supply", "Labco -> Alderone cash 40", "Alderone -> Labco chips"),
    Document.contract("more", "chip_supply", "Alder -> Birch cash 5", "Birch -> Alder chips"),
    Document.contract("cloud", "compute_purchase", "Labco -> Alder cash 7"),
    Document.deal(
      "loan", "term_loan", "20", issuer: "Labco",
      more: #""participants": [{"party": "Alder", "role": "lender", "amount": 3e9}]"#),
  ]

  @Test(arguments: [
    ("entity", "Alder | Labco | 1 | 3 | 1 | 7"), ("parent", "Alder | Labco | 1 | 3 | 2 | 47"),
    // Chips that Alder buys from its own sponsor stay within one.
    ("sponsor", "Birch | Labco | 2 | 13 | 2 | 47"), ("brand", "Grove | Labco | 1 | 3 | 2 | 47"),
  ])
  func `pairs are of those parties are added up under`(rollup: String, pairs: String) throws {
    let ledger = try SmallLedger.open(Self.parties + Self.flows)
    let columns =
      "gives_capital buys capital_flows capital_high purchase_flows purchase_high"
    #expect(try Answer.rows("circular-pairs", columns, ["rollup": rollup], in: ledger) == pairs)
  }

  /// What is said of the party that gives capital, and the pair there is.
  @Test(arguments: [("", ""), (#", "same_as": ["Yarrow"]"#, "Xeric | Labco | 10 | 40")])
  func `flows of two that are the same make one pair`(says: String, pair: String) throws {
    let ledger = try SmallLedger.open(
      #"{"party_kind": "chip_maker", "key": "x", "name": "Xeric"\#(says)}"#,
      Document.contract("s", "equity_investment", "Xeric -> Labco cash 10"),
      Document.contract("c", "chip_supply", "Labco -> Yarrow cash 40"))
    let columns = "gives_capital buys capital_high purchase_high"
    #expect(try Answer.rows("circular-pairs", columns, in: ledger) == pair)
  }

  @Test func `each party has one row a way, and every way is offered`() throws {
    let ledger = try SmallLedger.open(Self.parties + Self.bonds)
    #expect(
      try Answer.sql(
        """
        SELECT rollup, rolled_key, rolled FROM party_rollups WHERE party_key = 'alderone'
        ORDER BY rollup
        """, in: ledger) == """
          brand | grove | Grove
          entity | alder-1 | Alder One
          parent | alder | Alder
          sponsor | birch | Birch
          """)
    #expect(
      try Answer.sql("SELECT DISTINCT rollup FROM party_rollups ORDER BY 1", in: ledger)
        == PartyRollup.allCases.map(\.rawValue).sorted().joined(separator: "\n"))
  }

  @Test func `another word is refused with those there are`() throws {
    let ledger = try ShippedLedger.reading(.none)
    for name in ["issuance-by-issuer", "circular-pairs"] {
      #expect(
        throws: LedgerError.query(
          name: name, problem: "rollup: no 'group'; one of entity, parent, sponsor, brand")
      ) { _ = try Answer.result(name, ["rollup": "group"], in: ledger) }
    }
  }
}
