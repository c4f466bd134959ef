import Ledger
import SQLite
import TestSupport
import Testing

/// Who lends how much to whom, and what is only announced, worked out by hand.
@Suite(.temporaryDirectory) struct ExposureTests {
  private static func lent(
    _ key: String, _ lenders: [(String, String)], issuer: String = "Vehicle", more: String = ""
  ) -> String {
    let parts = lenders.map { name, amount in
      #"{"party": "\#(name)", "role": "lender", \#(Document.amount(amount))}"#
    }
    return Document.deal(
      key, "term_loan", "10", issuer: issuer,
      more: #""participants": [\#(parts.joined(separator: ", "))]\#(more)"#)
  }

  @Test func `few lenders hold most`() throws {
    let ledger = try SmallLedger.open(
      Self.lent("a", [("Alder", "4"), ("Birch", "1")]),
      Self.lent("b", [("Alder", "2"), ("Cedar", "1 to 3"), ("Dogwood", "?")]))
    // Shares of 6, 1 and 1 in 8: 5625 and twice 156.25.
    #expect(
      try Answer.rows(
        "lender-concentration",
        "lender deals named_low named_high share_pct index_all "
          + "parts_without_amount", in: ledger) == """
          Alder | 2 | 6 | 6 | 75 | 5937.5 | 0
          Birch | 1 | 1 | 1 | 12.5 | 5937.5 | 0
          Cedar | 1 | 1 | 3 | 12.5 | 5937.5 | 0
          Dogwood | 1 | – | – | – | 5937.5 | 1
          """)
    // Of the 20 borrowed 12 are named for nobody: shares of 30, 5, 5, and 60.
    #expect(
      try Answer.rows("lender-concentration", "unnamed_low index_low index_high", in: ledger)
        .split(separator: "\n").allSatisfy { $0 == "12 | 950 | 4550" })
  }

  @Test func `who lends too much of one deal makes up for nobody in another`() throws {
    let ledger = try SmallLedger.open(
      Self.lent("a", [("Alder", "15")]), Self.lent("b", []))
    // 60 named and 40 not.
    #expect(
      try Answer.rows(
        "lender-concentration", "lender named_low unnamed_low index_all index_low index_high",
        in: ledger) == "Alder | 15 | 10 | 10000 | 3600 | 5200")
  }

  @Test func `a lender without an amount may have lent nothing or all`() throws {
    let ledger = try SmallLedger.open(Self.lent("a", [("Alder", "?")]))
    #expect(
      try Answer.rows(
        "lender-concentration", "lender named_low unnamed_low index_all index_low index_high",
        in: ledger) == "Alder | – | 10 | – | 0 | 10000")
  }

  @Test func `a lender depends on the tenant, else on the issuer`() throws {
    let ledger = try SmallLedger.open(
      Self.lent("a", [("Alder", "4")], more: #", "tenant": "Big""#),
      Self.lent("b", [("Alder", "2")], more: #", "tenant": "Big""#),
      Self.lent("c", [("Alder", "2")], issuer: "Other"))
    #expect(
      try Answer.rows("lender-exposures", "lender payer deals named_low share_pct", in: ledger)
        == """
        Alder | Big | 2 | 6 | 75
        Alder | Other | 1 | 2 | 25
        """)
  }

  @Test func `a deal has one payer: its tenant, a customer who secures it, or itself`() throws {
    let ledger = try SmallLedger.open(
      Document.contract("p", "compute_purchase", "Labco -> Cloud cash 300"),
      Self.lent("a", [], more: #", "tenant": "Labco""#),
      Self.lent("b", [], more: #", "links": [{"link": "secured_by", "to": "p"}]"#),
      Self.lent("c", [], issuer: "Labco"),
      Document.bond("d", "10 to 12", issuer: "Cloud"))
    #expect(
      try Answer.rows(
        "debt-by-payer", "payer deals debt_low debt_high own_low through_others_low share_pct",
        in: ledger) == """
          Labco | 3 | 30 | 30 | 10 | 20 | 75
          Cloud | 1 | 10 | 12 | 10 | 0 | 25
          """)
  }

  @Test func `debt hangs on a payer through its suppliers`() throws {
    let ledger = try SmallLedger.open(
      Document.contract("p", "compute_purchase", "Labco -> Cloud cash 300"),
      Self.lent("a", [], more: #", "tenant": "Cloud""#), Self.lent("b", [], issuer: "Labco"),
      Self.lent("c", [], issuer: "Cloud"), Self.lent("d", [], more: #", "tenant": "Stranger""#))
    #expect(
      try Answer.rows(
        "obligor-exposure", "link depends_on role deal_key debt_high", ["party": "labco"],
        in: ledger) == """
          0 | Labco | issuer | b | 10
          1 | Cloud | tenant | a | 10
          """)
  }

  @Test func `debt off the balance sheet, under who stands behind it`() throws {
    let ledger = try SmallLedger.open(
      Self.lent("a", [], more: #", "sponsor": "Big", "balance_sheet": "off""#),
      Self.lent("b", [], more: #", "sponsor": "Big", "balance_sheet": "on""#),
      Self.lent("c", [], more: #", "tenant": "Cloud""#), Self.lent("d", []))
    #expect(
      try Answer.rows(
        "off-balance-sheet-debt", "party treatment recourse announced_low funded_low", in: ledger)
          == """
          Big | not_consolidated | unknown | 10 | 0
          Cloud | unknown | unknown | 10 | 0
          """)
  }

  @Test func `the headline, and how much of it is money`() throws {
    let ledger = try SmallLedger.open(
      Document.deal("a", "term_loan", "up_to 10", binding: "conditional"),
      Document.bond("b", "4", more: #""closed_on": "2025-06-05""#),
      Document.deal("c", "term_loan", "2 to 3", more: #""funding": "repaid""#))
    let columns = "deal_key stage announced binding funded outstanding funded_pct"
    #expect(
      try Answer.rows("headline-against-funded", columns, in: ledger) == """
        a | announced | 10 | 0 | 0 | 0 | 0
        b | outstanding | 4 | 4 | 4 | 4 | 100
        c | funded | 3 | 2 | 2 | 0 | 66.67
        """)
  }

  private static func intent(_ key: String, _ binding: String, _ events: String) -> String {
    #"{"key": "\#(key)", "name": "Deal", "kind": "equity", "issuer": "B", "amount": 1e9, "#
      + #""currency": "USD", "announced_on": "2025-01-01", "evidence": "filed", "#
      + #""binding": "\#(binding)", "events": [\#(events)]}"#
  }

  @Test func `letters of intent become something, or not`() throws {
    let ledger = try SmallLedger.open(
      Self.intent(
        "a", "non_binding", #"{"event": "signed", "on": "2025-01-31", "binding": "definitive"}"#),
      Self.intent(
        "b", "conditional", #"{"event": "lapsed", "on": "2025-04-11", "binding": "lapsed"}"#),
      Self.intent("c", "non_binding", ""), Self.intent("d", "definitive", ""))
    #expect(
      try Answer.rows("letters-of-intent", "record_key became became_on days", in: ledger)
        .split(separator: "\n").sorted().joined(separator: "\n") == """
          a | definitive | 2025-01-31 | 30
          b | lapsed | 2025-04-11 | 100
          c | non_binding | 2025-01-01 | –
          """)
  }

  @Test(arguments: [
    ("2025-06-30", [:], ""), ("2026-01-02", [:], "12 | dormant"),
    ("2027-01-01", [:], "23 | dormant"),
    ("2027-01-02", [:], "24 | dead"), ("2025-07-02", ["months": "6"], "6 | live"),
  ])
  func `silence grows by whole months`(day: String, values: [String: String], answer: String) throws
  {
    let ledger = try SmallLedger.open(
      #"{"key": "a", "name": "Deal", "kind": "equity", "issuer": "B", "amount": 1e9, "#
        + #""currency": "USD", "announced_on": "2025-01-02", "evidence": "filed", "#
        + #""binding": "conditional"}"#)
    #expect(
      try Answer.rows(
        "stale-announcements", "months_without_news inferred",
        values.merging(["as_of": day]) { $1 }, in: ledger) == answer)
  }
}
