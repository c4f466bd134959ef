import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// Holdings, assets, themes and fixings.
@Suite(.temporaryDirectory) struct HoldingTests {
  @Test func `a holding of a tranche, and one of shares`() throws {
    let connection = try Workbench.ledger(
      with: Workbench.deal(
        "d", "\"currency\": \"USD\"", #""tranches": [{"name": "A", "amount": 60}]"#) + "\n"
          + #"""
          {"holder": "Fund One", "kind": "debt", "tranche": "d/t1", "title": "Notes 2031", \#
          "isin": "US30303M8Q83", "cusip": "30303M8Q8", "as_of": "2025-12-31", "amount": 20, \#
          "currency": "EUR", "measure": "par", "value": 19.5, "net_assets_pct": 1.25, \#
          "coupon_pct": 6, "rate_type": "fixed", "matures_on": "2031-03", "is_in_default": false, \#
          "locator": "line 7", "notes": "n", "sources": ["paper"]}
          {"key": "stake", "holder": "JPMorgan", "kind": "equity", "issuer": "OpenAI", \#
          "shares": 1000, "owned_pct": 12.5, "value": 800, "currency": "USD", "sources": ["paper"]}
          """#)
    #expect(
      try rows(
        """
        SELECT holding_key, holder, issuer_key, deal_key, tranche_key, kind, title, isin, cusip,
          as_of_on, as_of_until, rate_type, matures_on, matures_until, is_in_default, notes
        FROM holdings ORDER BY holding_key
        """, in: connection) == [
          "fund-one/holding/d/t1/2025-12-31 | Fund One | meta | d | d/t1 | debt | Notes 2031 "
            + "| US30303M8Q83 | 30303M8Q8 | 2025-12-31 | 2025-12-31 | fixed | 2031-03-01 "
            + "| 2031-03-31 | 0 | n",
          "stake | JPMorgan | openai | NULL | NULL | equity | NULL | NULL | NULL | NULL | NULL "
            + "| NULL | NULL | NULL | NULL | NULL",
        ])
    #expect(
      try rows(
        """
        SELECT currency, amount, qualifier, measure, value, value_minor, shares, owned_pct,
          net_assets_pct, coupon_pct FROM holdings ORDER BY holding_key
        """, in: connection) == [
          "EUR | 20.0 | exact | par | 19.5 | 1950 | NULL | NULL | 1.25 | 6.0",
          "USD | NULL | undisclosed | NULL | 800.0 | 80000 | 1000.0 | 12.5 | NULL | NULL",
        ])
  }

  @Test func `a holding without a key is known by holder, instrument and day`() throws {
    func text(_ day: String, _ value: Int) -> String {
      """
      {"holder": "Fund One", "kind": "debt", "title": "Notes 2031", "as_of": "\(day)", \
      "amount": 20, "value": \(value), "currency": "USD", "sources": ["paper"]}
      """
    }
    var connection = try Workbench.ledger(with: text("2025-12-31", 19))
    #expect(try Workbench.load(text("2025-12-31", 19), &connection).counts.changesNothing)
    #expect(
      try Workbench.load(text("2025-12-31", 18), &connection).changes.map(\.description)
        == ["changed holding fund-one/holding/notes-2031/2025-12-31: value_minor"])
    try Workbench.load(text("2026-03-31", 17), &connection)
    #expect(
      try rows("SELECT amount, value FROM holdings ORDER BY as_of_on", in: connection)
        == ["20.0 | 18.0", "20.0 | 17.0"])
    try Workbench.load(
      """
      {"holder": "Fund One", "kind": "debt", "title": "Notes 2031", "as_of": "2026-03-31", \
      "is_in_default": true, "sources": ["paper"]}
      """, &connection)
    #expect(
      try rows("SELECT amount, value FROM holdings WHERE is_in_default = 1", in: connection)
        == ["20.0 | 17.0"])
  }

  @Test func `a holding without a key of any kind goes by its number`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try transaction.execute(
        """
        INSERT INTO holding (holder_id, kind, title, source_id)
        SELECT p.id, 'debt', 'Notes', s.id FROM party p, source s WHERE p.key = 'jpmorgan'
        """)
    }
    #expect(
      try rows("SELECT record_key FROM records WHERE record_kind = 'holding'", in: connection)
        == ["holding/1"])
    #expect(try Repository<Holding>().find("holding/1", in: connection)?.holder == "jpmorgan")
  }

  @Test func `an asset`() throws {
    let connection = try Workbench.ledger(
      with: """
        {"asset_kind": "site", "key": "abilene", "name": "Abilene", "owner": "CoreWeave", \
        "country": "US", "place": "Abilene, Texas", "capacity_mw": 1200, "quantity": 8, \
        "unit": "buildings", "model": "GB200", "useful_life_years": 6.5, "amount_low": 10, \
        "amount_high": 12, "currency": "USD", "appraised": "2025-09", "in_service": "2026", \
        "notes": "n", "sources": ["paper"]}
        """)
    #expect(
      try rows(
        """
        SELECT asset_key, asset, kind, owner_key, country, place, capacity_mw, quantity, unit,
          model, useful_life_years, amount_low, amount_high, qualifier, measure, appraised_on,
          appraised_until, in_service_on, pledges_of_asset, notes FROM assets
        """, in: connection) == [
          "abilene | Abilene | site | coreweave | US | Abilene, Texas | 1200.0 | 8.0 | buildings "
            + "| GB200 | 6.5 | 10.0 | 12.0 | range | appraised | 2025-09-01 | 2025-09-30 "
            + "| 2026-01-01 | 0 | n"
        ])
  }

  @Test func `a theme, and its members as they come and go`() throws {
    func text(_ members: String) -> String {
      """
      \(Workbench.deal())
      {"theme": "ai", "name": "AI-related", "definition": "named in the list", "version": "3", \
      "stated_by": "JPMorgan", "stated_on": "2025-10", "members": [\(members)], \
      "sources": ["paper"]}
      """
    }
    let openai = #"{"party": "OpenAI", "from": "2025", "reason": "trains models"}"#
    var connection = try Workbench.ledger(with: text("\(openai), {\"deal\": \"d\"}"))
    #expect(
      try rows(
        "SELECT theme_key, theme, definition, version, stated_by, stated_on, members FROM themes",
        in: connection) == [
          "ai | AI-related | named in the list | 3 | JPMorgan | 2025-10-01 | 2"
        ])
    let members = """
      SELECT record_kind, record_key, from_on, from_until, before_on, reason FROM theme_members
      ORDER BY record_key
      """
    #expect(
      try rows(members, in: connection) == [
        "deal | d | NULL | NULL | NULL | NULL",
        "party | openai | 2025-01-01 | 2025-12-31 | NULL | trains models",
      ])
    #expect(
      try Workbench.load(text("\(openai), {\"deal\": \"d\"}"), &connection).counts.changesNothing)
    // Another order, and one that left: each is known by who it is.
    try Workbench.load(
      text(#"{"deal": "d"}, {"party": "OpenAI", "before": "2026-03-01"}"#), &connection)
    #expect(
      try rows(members, in: connection) == [
        "deal | d | NULL | NULL | NULL | NULL",
        "party | openai | 2025-01-01 | 2025-12-31 | 2026-03-01 | trains models",
      ])
  }

  @Test func `a fixing, corrected`() throws {
    func text(_ rate: String) -> String {
      """
      {"fixing": \(rate), "benchmark": "SOFR", "on": "2026-03-02", "sources": ["paper"]}
      """
    }
    var connection = try Workbench.ledger(with: text("4.30"))
    #expect(try Workbench.load(text("4.3"), &connection).counts.changesNothing)
    #expect(try Workbench.load(text("-0.5"), &connection).counts.changed == 1)
    #expect(
      try rows("SELECT benchmark, fixed_on, rate_pct FROM benchmark_rate", in: connection)
        == ["SOFR | 2026-03-02 | -0.5"])
  }

  @Test(arguments: [
    (
      #"{"holder": "Meta", "kind": "debt", "sources": ["paper"]}"#,
      "names nothing that is held (add 'tranche', 'issuer' or 'title')"
    ),
    (
      #"{"holder": "Meta", "kind": "bond", "title": "T", "sources": ["paper"]}"#,
      "/kind: 'bond' is no holding_kind (one of debt, derivative, equity, other)"
    ),
    (
      #"{"holder": "Meta", "kind": "debt", "tranche": "x", "sources": ["paper"]}"#,
      "/tranche: there is no tranche 'x'"
    ),
    (
      #"{"holder": "Meta", "kind": "debt", "title": "T", "value": 5, "sources": ["paper"]}"#,
      "/value: has no currency"
    ),
    (
      #"{"holder": "Meta", "kind": "debt", "title": "T", "isin": "US30303M8Q84", "#
        + #""sources": ["paper"]}"#, "/isin: "
    ),
    (
      #"{"asset_kind": "castle", "key": "a", "name": "A", "sources": ["paper"]}"#,
      "/asset_kind: 'castle' is no asset_kind (one of customer_contract, equity_interest,"
    ),
    (
      #"{"asset_kind": "site", "key": "a", "name": "A", "useful_life_years": 0, "#
        + #""sources": ["paper"]}"#, "this must hold: useful life is positive"
    ),
    (#"{"theme": "ai", "name": "AI", "sources": ["paper"]}"#, "lacks 'definition'"),
    (
      #"{"theme": "ai", "name": "AI", "definition": "d", "members": [{}], "sources": ["paper"]}"#,
      "/members/0: must be one party or one deal"
    ),
    (
      #"{"theme": "ai", "name": "AI", "definition": "d", "#
        + #""members": [{"party": "Meta"}, {"party": "Meta"}], "sources": ["paper"]}"#,
      "/members/1: there is a theme_member 'ai/member/meta' above already"
    ),
    (
      #"{"fixing": 4.3, "benchmark": "SOFR", "on": "2026-03", "sources": ["paper"]}"#,
      "/on: must be one day"
    ),
    (
      #"{"fixing": 4.3, "benchmark": "SOFA", "on": "2026-03-02", "sources": ["paper"]}"#,
      "/benchmark: 'SOFA' is no benchmark"
    ),
    (#"{"fixing": 4.3, "benchmark": "SOFR", "sources": ["paper"]}"#, "lacks 'on'"),
  ])
  func `what is wrong is told`(text: String, expected: String) throws {
    let problems = try Workbench.problems(text)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }
}
