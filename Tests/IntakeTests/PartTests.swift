import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// Terms, repayments, pledges and milestones: inside the document of what they belong to, and in
/// documents of their own.
@Suite(.temporaryDirectory) struct PartTests {
  private static let asset =
    #"{"asset_kind": "gpu_pool", "key": "pool", "name": "Pool", "sources": ["paper"]}"#

  private static func deal(_ members: String...) -> String {
    Workbench.deal("d", members: ["\"currency\": \"USD\"", "\"amount\": 100"] + members)
  }

  @Test func `terms of a deal, a tranche and a contract`() throws {
    let connection = try Workbench.ledger(
      with: Self.deal(
        """
        "terms": [{"kind": "extension_option", "number": 2, "unit": "count", \
        "condition": "each one year", "notes": "n", "locator": "page 4"}, \
        {"key": "d/fee", "kind": "escrow", "amount": 12.5, "qualifier": "up_to", \
        "starts": "2026-03", "ends": "2027"}]
        """,
        """
        "tranches": [{"name": "A", "amount": 60, "currency": "EUR", "terms": [\
        {"kind": "margin_step", "number": 25, "number_high": 50, "unit": "bps"}, \
        {"kind": "covenant", "amount": 5}]}]
        """) + "\n"
        + Workbench.contract(
          legs: #"{"from": "OpenAI", "to": "CoreWeave", "what": "cash"}"#,
          #""terms": [{"kind": "renewal option", "number": 5, "unit": "years"}]"#))
    #expect(
      try rows(
        """
        SELECT term_key, record_kind, record_key, kind, number, number_high, unit, currency, amount,
          qualifier FROM terms ORDER BY term_key
        """, in: connection) == [
          "c/term/1 | contract | c | renewal_option | 5.0 | NULL | years | NULL | NULL "
            + "| undisclosed",
          "d/fee | deal | d | escrow | NULL | NULL | NULL | USD | 12.5 | up_to",
          "d/t1/term/1 | tranche | d/t1 | margin_step | 25.0 | 50.0 | bps | NULL | NULL "
            + "| undisclosed",
          "d/t1/term/2 | tranche | d/t1 | covenant | NULL | NULL | NULL | EUR | 5.0 | exact",
          "d/term/1 | deal | d | extension_option | 2.0 | NULL | count | NULL | NULL "
            + "| undisclosed",
        ])
    #expect(
      try rows(
        """
        SELECT m.key, m.starts_on, m.starts_until, m.ends_on, m.ends_until, m.condition, m.notes,
          s.key, m.locator FROM term m JOIN source s ON s.id = m.source_id
        WHERE deal_id IS NOT NULL ORDER BY m.key
        """, in: connection) == [
          "d/fee | 2026-03-01 | 2026-03-31 | 2027-01-01 | 2027-12-31 | NULL | NULL | paper | NULL",
          "d/term/1 | NULL | NULL | NULL | NULL | each one year | n | paper | page 4",
        ])
  }

  @Test func `repayments of a tranche and a deal, and the maturity of the others`() throws {
    let connection = try Workbench.ledger(
      with: Self.deal(
        """
        "tranches": [{"name": "A", "amount": 60, "matures_on": "2031", "repayments": [\
        {"basis": "contractual", "due": "2030-06-30", "amount": 20}, \
        {"basis": "projected", "due": "2031", "share_pct": 60}]}, \
        {"name": "B", "amount": 30, "matures_on": "2032-05-01"}, \
        {"name": "C", "amount": 10, "matures_on": "2033-05-01", "amortisation": "amortising"}]
        """))
    #expect(
      try rows(
        """
        SELECT repayment_key, basis, tranche_key, due_on, due_until, amount, qualifier, share_pct,
          amount_usd, counted FROM repayments ORDER BY due_on
        """, in: connection) == [
          "d/t1/repayment/1 | contractual | d/t1 | 2030-06-30 | 2030-06-30 | 20.0 | exact | NULL "
            + "| 20.0 | 1",
          "d/t1/repayment/2 | projected | d/t1 | 2031-01-01 | 2031-12-31 | NULL | undisclosed "
            + "| 60.0 | NULL | 1",
          "NULL | maturity | d/t2 | 2032-05-01 | 2032-05-01 | 30.0 | exact | NULL | 30.0 | 1",
          "NULL | maturity | d/t3 | 2033-05-01 | 2033-05-01 | NULL | undisclosed | NULL | NULL | 1",
        ])
    let whole = try Workbench.ledger(
      with: Self.deal(
        #""tranches": [{"name": "A", "amount": 100, "matures_on": "2031"}]"#,
        #""repayments": [{"basis": "contractual", "due": "2031", "share_pct": 100}]"#))
    #expect(
      try rows("SELECT repayment_key, deal_key, tranche_key FROM repayments", in: whole)
        == ["d/repayment/1 | d | NULL"])
  }

  @Test func `pledges, and an asset that is pledged twice`() throws {
    let connection = try Workbench.ledger(
      with: Self.asset + "\n"
        + Self.deal(
          """
          "pledges": [{"kind": "security_interest", "asset": "pool", "rank": 1, \
          "agent": "JPMorgan", "from": "2025-11"}], "tranches": [{"name": "A", "amount": 60, \
          "pledges": [{"kind": "unknown", "asset": "pool"}, \
          {"key": "d/old", "kind": "equity pledge", "asset": "pool", "from": "2024", \
          "released": "2025-06-30"}]}]
          """))
    #expect(
      try rows(
        """
        SELECT pledge_key, kind, asset_key, deal_key, tranche_key, rank, agent, from_on, from_until,
          released_on, is_released, pledges_of_asset FROM pledges ORDER BY pledge_key
        """, in: connection) == [
          "d/old | equity_pledge | pool | d | d/t1 | NULL | NULL | 2024-01-01 | 2024-12-31 "
            + "| 2025-06-30 | 1 | 2",
          "d/pledge/1 | security_interest | pool | d | NULL | 1 | JPMorgan | 2025-11-01 "
            + "| 2025-11-30 | NULL | 0 | 2",
          "d/t1/pledge/1 | unknown | pool | d | d/t1 | NULL | NULL | NULL | NULL | NULL | 0 | 2",
        ])
    #expect(try rows("SELECT pledges_of_asset FROM assets", in: connection) == ["2"])
  }

  @Test func `milestones of a contract and a deal`() throws {
    let connection = try Workbench.ledger(
      with: Workbench.contract(
        legs: #"{"from": "OpenAI", "to": "CoreWeave", "what": "cash"}"#,
        """
        "milestones": [{"kind": "capacity", "quantity": 1, "quantity_qualifier": "at_least", \
        "unit": "GW", "vests_quantity": 160e6, "vests_unit": "shares", "price_hurdle": 600, \
        "currency": "USD", "due": "2026-H2"}, {"key": "c/money", "kind": "other", "amount": 10e9, \
        "currency": "USD", "reached": "2026-03-31", "condition": "a site is up", "notes": "n"}]
        """) + "\n" + Self.deal(#""milestones": [{"kind": "date", "due": "2027"}]"#))
    #expect(
      try rows(
        """
        SELECT milestone_key, record_kind, record_key, sequence, kind, quantity, quantity_qualifier,
          unit, price_hurdle, vests_quantity, vests_unit FROM milestones ORDER BY milestone_key
        """, in: connection) == [
          "c/milestone/1 | contract | c | 1 | capacity | 1.0 | at_least | GW | 600.0 "
            + "| 160000000.0 | shares",
          "c/money | contract | c | NULL | other | NULL | NULL | NULL | NULL | NULL | NULL",
          "d/milestone/1 | deal | d | 1 | date | NULL | NULL | NULL | NULL | NULL | NULL",
        ])
    #expect(
      try rows(
        """
        SELECT milestone_key, currency, amount, qualifier, due_on, due_until, reached_on, condition,
          notes FROM milestones ORDER BY milestone_key
        """, in: connection) == [
          "c/milestone/1 | USD | NULL | undisclosed | 2026-07-01 | 2026-12-31 | NULL | NULL | NULL",
          "c/money | USD | 10000000000.0 | exact | NULL | NULL | 2026-03-31 | a site is up | n",
          "d/milestone/1 | NULL | NULL | undisclosed | 2027-01-01 | 2027-12-31 | NULL | NULL "
            + "| NULL",
        ])
  }

  @Test func `a contractual and a projected payment of one day are two`() throws {
    let payment = #""on": "d", "due": "2028-06-30", "amount": 10, "currency": "USD""#
    let connection = try Workbench.ledger(
      with: Self.deal() + "\n"
        + ["contractual", "projected"].map {
          #"{"repayment": "\#($0)", \#(payment), "sources": ["paper"]}"#
        }.joined(separator: "\n"))
    #expect(
      try rows("SELECT key FROM repayment ORDER BY key", in: connection) == [
        "d/repayment/contractual/2028-06-30", "d/repayment/projected/2028-06-30",
      ])
  }

  @Test func `parts in documents of their own, before or after what they belong to`() throws {
    let connection = try Workbench.ledger(
      with: """
        {"term": "call", "on": "d/t1", "starts": "2028", "sources": ["paper"]}
        {"term": "covenant", "on": "c", "key": "c/cover", "number": 1.2, "unit": "ratio", \
        "sources": ["paper"]}
        {"repayment": "projected", "on": "d", "due": "2029-06-30", "share_pct": 5, \
        "sources": ["paper"]}
        {"pledge": "mortgage", "on": "d", "asset": "pool", "sources": ["paper"]}
        {"milestone": "regulatory", "on": "c", "sequence": 2, "sources": ["paper", \
        {"title": "Second", "publisher": "P", "url": "https://example.com/2"}]}
        \(Self.asset)
        \(Self.deal(#""tranches": [{"name": "A", "amount": 60}]"#))
        \(Workbench.contract(legs: #"{"from": "OpenAI", "to": "CoreWeave", "what": "cash"}"#))
        """)
    #expect(
      try rows(
        """
        SELECT record_kind, record_key, record FROM records
        WHERE record_kind IN ('term', 'repayment', 'pledge', 'milestone') ORDER BY 1, 2
        """, in: connection) == [
          "milestone | c/milestone/regulatory-2 | regulatory", "pledge | d/pledge/pool | mortgage",
          "repayment | d/repayment/projected/2029-06-30 | projected", "term | c/cover | covenant",
          "term | d/t1/term/call | call",
        ])
    #expect(
      try rows(
        "SELECT record_kind, record_key, stance FROM claims WHERE attribute = 'record'",
        in: connection) == ["milestone | c/milestone/regulatory-2 | supports"])
  }
}
