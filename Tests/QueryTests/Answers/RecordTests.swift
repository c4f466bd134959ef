import Ledger
import SQLite
import TestSupport
import Testing

/// One record at a time: its claims, its sources, its changes, its page.
@Suite(.temporaryDirectory) struct RecordTests {
  private static let claims =
    #""claims": [{"attribute": "amount", "amount": 3e9, "currency": "USD", "measure": "priced", "#
    + #""original": "3 miljarder", "language": "sv", "stance": "preferred", "source": 0}, "#
    + #"{"attribute": "amount", "amount_low": 3e9, "amount_high": 4e9, "currency": "USD", "#
    + #""measure": "priced", "stance": "alternative", "source": 0, "reported_by": "Wire"}]"#

  @Test(arguments: [
    (
      [:],
      "record | own source | –\namount | preferred | 3 bn USD, priced\n"
        + "amount | alternative | 3 to 4 bn USD, priced"
    ),
    (["attribute": "record"], "record | own source | –"), (["attribute": "issuer"], ""),
    (["record": "b"], "record | own source | –\namount | preferred | 1 bn USD, priced"),
  ])
  func `every claim on a record, the one that is followed first`(
    values: [String: String], rows: String
  ) throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "3", more: Self.claims), Document.bond("b", "1"))
    let values = ["record": "a"].merging(values) { $1 }
    let answer = try Answer.rows("claim-trace", "attribute stance says", values, in: ledger)
    #expect(answer == rows)
  }

  private static func source(_ key: String, _ publisher: String, _ grade: String) -> String {
    #"{"key": "\#(key)", "source_kind": "news", "title": "\#(key)", "publisher": "\#(publisher)", "#
      + #""published_on": "2025-01-02", "grade": "\#(grade)"}"#
  }
  private static func sourced(_ key: String, _ amount: String, _ sources: String...) -> String {
    Document.bond(
      key, amount,
      more: #""sources": [\#(sources.map { "\"\($0)\"" }.joined(separator: ", "))]"#)
  }

  @Test func `copies of one publisher are one origin`() throws {
    let ledger = try SmallLedger.open(
      Self.source("wire", "Wire", "S"), Self.source("wire-2", "Wire", "S"),
      Self.source("other", "Other", "S"), Self.source("filing", "SEC", "P"),
      Self.sourced("a", "1", "wire"), Self.sourced("b", "2", "wire", "wire-2"),
      Self.sourced("c", "4", "wire", "other"), Self.sourced("d", "8", "filing"),
      Self.sourced("e", "1", "filing", "other"))
    #expect(
      try Answer.rows(
        "single-source-facts", "record_kind sourcing records amount_high share_pct sources",
        in: ledger) == """
          deal | one origin official | 1 | 8 | 50 | 1
          deal | several none official | 1 | 4 | 25 | 2
          deal | one origin none official | 2 | 3 | 18.75 | 2
          deal | several official | 1 | 1 | 6.25 | 2
          """)
    #expect(
      try Answer.rows(
        "single-source-facts", "record sourcing", ["level": "record"], in: ledger
      )
      .split(separator: "\n").count == 4)
  }

  @Test func `what a run brought and what it changed`() throws {
    var ledger = try SmallLedger.open(
      Document.bond("a", "3"), Document.bond("b", "1"), Document.bond("c", "2"))
    try SmallLedger.add(
      [Document.bond("a", "4"), Document.bond("d", "5"), Document.bond("c", "2")], to: &ledger)
    #expect(
      try Answer.rows(
        "changes-since", "change record_kind record_key attribute before now reason", in: ledger)
          == """
          changed | tranche | a/undivided | amount \
          | USD 3000000000.00 | USD 4000000000.00 | correction
          new | deal | d | – | – | Notes d | import
          """)
  }

  @Test func `a party on one page`() throws {
    let ledger = try SmallLedger.open(
      Document.bond(
        "a", "6", ratings: "S&P BBB", issuer: "Big", more: #""closed_on": "2025-06-05""#),
      Document.deal("b", "term_loan", "2 to 3", issuer: "Big"),
      Document.contract("c", "compute_purchase", "Labco -> Big cash 40"),
      Document.deal("v", "term_loan", "9", issuer: "Vehicle", more: #""sponsor": "Big""#))
    #expect(
      try Answer.rows(
        "issuer-profile", "section item low_usd high_usd records", ["party": "big"], in: ledger
      )
      .split(separator: "\n").filter { !$0.hasPrefix("rating") }.joined(separator: "\n") == """
        party | Big | – | – | –
        debt | announced | 8 | 9 | 2
        debt | binding | 8 | 9 | 2
        debt | funded | 6 | 6 | 1
        debt | outstanding | 6 | 6 | 1
        debt | binding: bond | 6 | 6 | 1
        debt | binding: term_loan | 2 | 3 | 1
        debt | binding: investment_grade | 6 | 6 | 1
        debt | binding: unrated | 2 | 3 | 1
        contract | sells to Labco | 40 | 40 | 1
        vehicle | sponsor of Deal v | 9 | 9 | 1
        open | unresolved contradictions about its deals | – | – | 0
        """)
    #expect(throws: LedgerError.self) {
      try Answer.result("issuer-profile", ["party": "nobody"], in: ledger)
    }
  }

  @Test func `a deal on one page`() throws {
    let ledger = try SmallLedger.open(
      Document.bond(
        "a", "2 to 3", issuer: "Big",
        more: #""participants": [{"party": "Bank", "role": "lender", "amount": 1e9}], "#
          + #""terms": [{"kind": "call", "number": 2, "unit": "years"}]"#))
    let rows = try Answer.rows(
      "deal-sheet", "section item low high currency", ["deal": "a"], in: ledger)
    #expect(
      rows.split(separator: "\n").filter { !$0.hasPrefix("event") && !$0.hasPrefix("source") }
        .joined(separator: "\n") == """
          deal | Notes a | – | – | –
          deal | issuer | – | – | –
          standing | binding | – | – | –
          tranche | Notes a (bond) | 2 | 3 | USD
          party | lender | 1 | 1 | USD
          term | call | – | – | –
          """)
    #expect(throws: LedgerError.self) {
      try Answer.result("deal-sheet", ["deal": "nothing"], in: ledger)
    }
  }
}
