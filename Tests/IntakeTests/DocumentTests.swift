import Ledger
import SQLite
import TestSupport
import Testing

/// Each kind of document, and the rows it makes.
@Suite(.temporaryDirectory) struct DocumentTests {
  @Test func `a participant told apart from its deal`() throws {
    let connection = try Workbench.ledger(
      with: """
        {"key": "d", "name": "D", "kind": "loan", "issuer": "Meta", "evidence": "reported", \
        "binding": "definitive", "participants": [{"party": "JPMorgan", "role": "arranger"}], \
        "sources": ["paper"]}
        {"source_kind": "news", "key": "wire", "title": "Banks named", "publisher": "Wire"}
        {"participant": "MUFG", "role": "underwriter", "deal": "d", "amount": 1e9, \
        "currency": "USD", "sources": ["wire"]}
        """)
    #expect(
      try rows(
        """
        SELECT p.key, y.key, p.role, p.amount_minor, p.measure, s.key FROM participation p
        JOIN party y ON y.id = p.party_id JOIN source s ON s.id = p.source_id ORDER BY p.id
        """, in: connection) == [
          "d/p1 | jpmorgan | arranger | NULL | NULL | paper",
          "d/underwriter/mufg | mufg | underwriter | 100000000000 | committed | wire",
        ])
  }

  @Test func `a deal with a tranche, terms and an identifier`() throws {
    let connection = try Workbench.ledger(
      with: Workbench.deal(
        "d", "\"currency\": \"USD\"", "\"amount\": 100", "\"issuer_country\": \"US\"",
        "\"market\": \"rule_144a\"", "\"recourse\": \"limited\"", "\"private_label\": \"no\"",
        "\"use_of_proceeds\": \"sites\"", "\"locator\": \"page 1\"",
        """
        "tranches": [{"name": "Notes 2030", "amount": 60, "seniority": "senior_unsecured", \
        "secured": false, "rate_type": "fixed", "coupon_pct": 4.875, "issue_price_pct": 99.5, \
        "yield_pct": 5, "spread_bps": 110, "spread_bps_high": 120, "floor_pct": 0.5, \
        "benchmark": "sofr", "matures_on": "2030-11-15", "first_call_on": "2030-08", \
        "amortisation": "bullet", "tenor_years": 5, "isin": "US30303M8Q83"}]
        """))
    #expect(
      try rows(
        """
        SELECT name, kind, currency, country, market, recourse, private_label, use_of_proceeds,
          locator FROM deal
        """, in: connection) == [
          "Deal | bond | USD | US | rule_144a | limited | no | sites | page 1"
        ])
    #expect(
      try rows(
        """
        SELECT key, amount_minor, qualifier, measure, instrument, is_remainder FROM tranche
        ORDER BY id
        """, in: connection) == [
          "d/t1 | 6000 | exact | priced | bond | 0",
          "d/undivided | 4000 | exact | priced | unknown | 1",
        ])
    #expect(
      try rows(
        """
        SELECT seniority, secured, rate_type, coupon_pct, issue_price_pct, yield_pct, spread_bps,
          spread_bps_high, floor_pct, benchmark, matures_on, first_call_on, first_call_until,
          amortisation, stated_tenor_years FROM tranche WHERE is_remainder = 0
        """, in: connection) == [
          "senior_unsecured | 0 | fixed | 4.875 | 99.5 | 5.0 | 110.0 | 120.0 | 0.5 | SOFR | "
            + "2030-11-15 | 2030-08-01 | 2030-08-31 | bullet | 5.0"
        ])
    #expect(
      try rows("SELECT scheme, value FROM instrument_identifier", in: connection) == [
        "isin | US30303M8Q83"
      ])
  }

  /// A benchmark as printed; the code, and the words kept as a claim.
  @Test(arguments: [
    ("SOFR", "SOFR", "-"), ("sofr", "SOFR", "-"), ("reference rate", "reference_rate", "-"),
    ("Fed funds upper bound", "fed_funds", "Fed funds upper bound"),
    ("Term SOFR, 3 months", "reference_rate", "Term SOFR, 3 months"),
  ])
  func `a benchmark in other words keeps them as a claim`(
    text: String, code: String, original: String
  ) throws {
    let connection = try Workbench.ledger(
      with: Workbench.deal(
        "d", "\"tranches\": [{\"name\": \"A\", \"benchmark\": \"\(text)\"}]"))
    #expect(try rows("SELECT benchmark FROM tranche", in: connection) == [code])
    #expect(
      try rows("SELECT value || ' ' || original FROM claim", in: connection)
        == (original == "-" ? [] : ["\(code) \(original)"]))
  }

  @Test func `the parties of a deal are participations, unknown ones too`() throws {
    let connection = try Workbench.ledger(
      with: Workbench.deal(
        "d", "\"currency\": \"USD\"", "\"sponsor\": \"OpenAI\"", "\"tenant\": \"CoreWeave\"",
        "\"guarantors\": [\"JPMorgan\"]",
        """
        "participants": [{"party": "JPMorgan", "role": "lender", "amount": 5, "share_pct": 25}, \
        {"party": "undisclosed lender", "role": "lender"}]
        """))
    #expect(
      try rows(
        """
        SELECT q.key, p.key, q.role, q.amount_minor, q.measure, q.share_pct FROM participation q
        JOIN party p ON p.id = q.party_id ORDER BY q.id
        """, in: connection) == [
          "d/p1 | openai | sponsor | NULL | NULL | NULL",
          "d/p2 | coreweave | tenant | NULL | NULL | NULL",
          "d/p3 | jpmorgan | guarantor | NULL | NULL | NULL",
          "d/p4 | jpmorgan | lender | 500 | priced | 25.0",
          "d/p5 | d/undisclosed-lender | lender | NULL | NULL | NULL",
        ])
  }

  /// Roles beside `balance_sheet`; whose treatment it is.
  @Test(arguments: [
    ("\"sponsor\": \"OpenAI\", \"tenant\": \"CoreWeave\"", "openai"),
    ("\"tenant\": \"CoreWeave\"", "coreweave"), ("\"recourse\": \"limited\"", "meta"),
  ])
  func `the balance sheet is the sponsor's, else the tenant's, else the issuer's`(
    roles: String, holder: String
  ) throws {
    let connection = try Workbench.ledger(
      with: Workbench.deal("d", "\"balance_sheet\": \"off\"", roles))
    #expect(
      try rows(
        """
        SELECT a.treatment, p.key FROM accounting_treatment a JOIN party p ON p.id = a.party_id
        """, in: connection) == ["not_consolidated | \(holder)"])
  }

  @Test func `a contract with its legs`() throws {
    let connection = try Workbench.ledger(
      with: Workbench.contract(
        legs: """
          {"from": "OpenAI", "to": "CoreWeave", "what": "cash", "amount": 11.9, "currency": "USD", \
          "unit": "per month"}, {"from": "CoreWeave", "to": "OpenAI", "what": "compute", \
          "quantity": 2, "unit": "GW", "qualifier": "about"}
          """, "\"term_years\": 5", "\"capacity_mw\": 2000", "\"cancellable\": \"yes, if late\"",
        "\"take_or_pay\": \"80 percent\"", "\"starts_on\": \"2026\"", "\"ends_on\": \"2030-12-31\"")
    )
    #expect(
      try rows(
        """
        SELECT years, capacity_mw, cancellable, cancellable_terms, take_or_pay, starts_on,
          starts_until, ends_on FROM contract
        """, in: connection) == [
          "5.0 | 2000.0 | 1 | yes, if late | 80 percent | 2026-01-01 | 2026-12-31 | 2030-12-31"
        ])
    #expect(
      try rows(
        """
        SELECT l.key, a.key, b.key, l.what, l.purpose, l.amount_minor, l.qualifier, l.measure,
          l.amount_period, l.quantity, l.quantity_qualifier
        FROM contract_leg l JOIN party a ON a.id = l.payer_id JOIN party b ON b.id = l.payee_id
        ORDER BY l.id
        """, in: connection) == [
          "c/l1 | openai | coreweave | cash | purchase | 1190 | exact | contract_value | month | "
            + "NULL | NULL",
          "c/l2 | coreweave | openai | compute | thing | NULL | undisclosed | NULL | total | "
            + "2.0 | about",
        ])
  }

  @Test func `a statistic with components, exact in minor units`() throws {
    let connection = try Workbench.ledger(
      with: """
        {"key": "s", "metric": "Debt", "kind": "forecast", "low": 1.4, "high": 1.5, "unit": "bn", \
        "currency": "USD", "universe": "AI", "subject": "Meta", "stated_by": "JPMorgan", \
        "stated_on": "2025-11", "period_start": "2026", "period_end": "2030", "horizon": "five \
        years", "formula": "4.7 x 0.3", \
        "components": [{"name": "bonds", "value": 0.3, "note": "n"}], "sources": ["paper"]}
        """)
    #expect(
      try rows(
        """
        SELECT o.key, w.key, o.metric, o.kind, o.value, o.value_low, o.value_high, o.qualifier,
          o.amount_minor, o.amount_low_minor, o.amount_high_minor, o.currency
        FROM observation o LEFT JOIN observation w ON w.id = o.parent_id ORDER BY o.id
        """, in: connection) == [
          "s | NULL | Debt | forecast | NULL | 1.4 | 1.5 | range | NULL | 140000000000 | "
            + "150000000000 | USD",
          "s/c1 | s | bonds | forecast | 0.3 | NULL | NULL | exact | 30000000000 | NULL | NULL "
            + "| USD",
        ])
    #expect(
      try rows(
        """
        SELECT s.key, o.stated_by, b.key, o.stated_on, o.period_start_on, o.period_end_until,
          o.horizon, o.formula
        FROM observation o JOIN party s ON s.id = o.subject_id JOIN party b ON b.id = o.stated_by_id
        """, in: connection) == [
          "meta | JPMorgan | jpmorgan | 2025-11-01 | 2026-01-01 | 2030-12-31 | five years | "
            + "4.7 x 0.3"
        ])
  }

  @Test func `an event, a link, a treatment and a rate of their own`() throws {
    let connection = try Workbench.ledger(
      with: """
        \(Workbench.deal("d"))
        \(Workbench.deal("e"))
        {"event": "repaid", "deal": "d", "on": "2026-01-02", "funding": "repaid", \
        "amount": 7, "currency": "USD", "sources": ["paper"]}
        {"link": "refinances", "from": "e", "to": "d", "reason": "r", "sources": ["paper"]}
        {"treatment": "finance_lease", "deal": "d", "party": "Meta", "standard": "ASC 842", \
        "amount": 9, "currency": "USD", "sources": ["paper"]}
        {"rate": 1.1535, "currency": "USD", "on": "2025-11-03", "sources": ["paper"]}
        """)
    #expect(
      try rows(
        "SELECT key, funding, amount_minor FROM event WHERE kind = 'repaid'", in: connection) == [
          "d/event/repaid/2026-01-02 | repaid | 700"
        ])
    #expect(
      try rows(
        """
        SELECT l.key, f.key, t.key, l.reason FROM deal_link l
        JOIN deal f ON f.id = l.from_deal_id JOIN deal t ON t.id = l.to_deal_id
        """, in: connection) == ["e/refinances/d | e | d | r"])
    #expect(
      try rows(
        "SELECT key, treatment, standard, amount_minor, measure FROM accounting_treatment",
        in: connection)
        == ["d/treatment/meta | finance_lease | ASC 842 | 900 | maximum_loss"])
    #expect(
      try rows("SELECT currency, published_on, units_per_euro FROM fx_rate", in: connection) == [
        "USD | 2025-11-03 | 1.1535"
      ])
  }

  @Test func `documents come in any order and as one list as well`() throws {
    let link = #"{"link": "taps", "from": "e", "to": "d", "sources": ["late"]}"#
    let source =
      #"{"source_kind": "news", "key": "late", "title": "T", "publisher": "P", "grade": "S"}"#
    let documents = [link, Workbench.deal("e"), Workbench.deal("d"), source]
    for text in [documents.joined(separator: "\n"), "[" + documents.joined(separator: ",\n") + "]"]
    {
      let connection = try Workbench.ledger(with: text)
      #expect(try rows("SELECT key FROM deal_link", in: connection) == ["e/taps/d"])
    }
  }
}
