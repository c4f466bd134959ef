/// What belongs to deals, tranches and contracts.
extension RecordSection {
  private static let amounts = [
    "amount": "money", "amount_low": "money", "amount_high": "money", "usd_per_year": "USD",
    "coupon": "percent", "spread": "bps", "share": "percent",
  ]

  /// Exact is what amounts are unless something is said.
  private static let qualifier =
    "nullif(nullif(qualifier, 'exact'), 'undisclosed') AS qualifier"

  static let deal = [
    RecordSection(
      title: "Tranches",
      sql: """
        SELECT tranche_key AS cite, tranche_key, tranche,
          CASE WHEN EXISTS (SELECT 1 FROM tranche o JOIN deal d ON d.id = o.deal_id
              WHERE d.key = :key AND o.instrument <> d.kind)
            THEN replace(instrument, '_', ' ') END AS instrument,
          currency, amount, amount_low, amount_high, \(qualifier), measure, coupon_pct AS coupon,
          spread_bps AS spread, matures_text AS matures, composite_grade AS rated,
          CASE WHEN open_contradictions > 0 THEN 'contested' END AS doubt,
          CASE counted WHEN 0 THEN 'not counted' END AS note
        FROM tranches WHERE deal_key = :key ORDER BY tranche_key
        """, units: amounts,
      leastWidths: ["tranche": 110, "measure": 90, "instrument": 90, "qualifier": 90],
      rest: "deals query deal-sheet --set deal=KEY"),
    parties("deal_key"), events, links,
  ]

  static let tranche = [
    parties("tranche_key"),
    RecordSection(
      title: "Ratings",
      sql: """
        SELECT rating_key AS cite, acted_until AS day, agency, grade, outlook, kind, scope
        FROM ratings WHERE tranche_key = :key ORDER BY acted_until, rating_key
        """),
    events,
  ]

  static let contract = [
    RecordSection(
      title: "Legs",
      sql: """
        SELECT flow_key AS cite, from_party, to_party, what, purpose, currency, amount, amount_low,
          amount_high, \(qualifier), measure, usd_per_year,
          CASE WHEN EXISTS (SELECT 1 FROM contradictions c WHERE c.record_kind = 'contract_leg'
            AND c.record_key = flow_key AND c.is_resolved = 0) THEN 'contested' END AS doubt
        FROM flows WHERE record_kind = 'contract' AND record_key = :key ORDER BY flow_key
        """, units: amounts),
    events, links,
  ]

  private static func parties(_ column: String) -> RecordSection {
    RecordSection(
      title: "Parties",
      sql: """
        SELECT commitment_key AS cite, party, replace(party_kind, '_', ' ') AS kind,
          replace(role, '_', ' ') AS role\(column == "deal_key" ? ", tranche_key" : ""),
          CASE WHEN coalesce(amount, amount_low, amount_high) IS NOT NULL THEN currency END
            AS currency,
          amount, amount_low, amount_high, \(qualifier), share_pct AS share
        FROM commitments WHERE \(column) = :key
        ORDER BY coalesce(amount_usd, high_usd) DESC NULLS LAST, commitment_key
        """, units: amounts,
      rest: "deals sql \"SELECT * FROM commitments WHERE \(column) = 'KEY'\"")
  }

  static let events = RecordSection(
    title: "Events",
    sql: """
      SELECT event_key AS cite, occurred_on AS "from",
        nullif(occurred_until, occurred_on) AS "until", replace(kind, '_', ' ') AS event, currency,
        amount, amount_low, amount_high, evidence, binding, nullif(funding, 'unknown') AS funding
      FROM events WHERE record_key = :key ORDER BY occurred_on, event_key
      """, units: amounts, rest: "deals sql \"SELECT * FROM events WHERE record_key = 'KEY'\"")

  static let links = RecordSection(
    title: "Belongs together",
    sql: """
      SELECT link_key AS cite,
        CASE WHEN from_key = :key OR kind IN ('same_as', 'distinct_from')
            THEN replace(kind, '_', ' ')
          ELSE CASE kind WHEN 'part_of' THEN 'has part' WHEN 'amends' THEN 'amended by'
            WHEN 'extends' THEN 'extended by' WHEN 'taps' THEN 'tapped by'
            WHEN 'replaces' THEN 'replaced by' WHEN 'refinances' THEN 'refinanced by'
            WHEN 'announces' THEN 'announced by' WHEN 'secured_by' THEN 'secures'
            WHEN 'supports' THEN 'supported by' ELSE replace(kind, '_', ' ') || ' (from there)' END
          END AS link,
        CASE WHEN from_key = :key THEN to_key ELSE from_key END AS other, reason
      FROM deal_links WHERE from_key = :key OR to_key = :key ORDER BY link_key
      """)

  static func claims(of kind: String) -> RecordSection {
    RecordSection(
      title: "What sources say",
      sql: """
        SELECT claim_key AS cite, attribute,
          CASE stance WHEN 'preferred' THEN 'followed' WHEN 'alternative' THEN 'also said'
            ELSE stance END AS stance,
          value, currency, amount, amount_low, amount_high,
          nullif(qualifier, 'exact') AS qualifier, original, locator
        FROM claims WHERE record_kind = '\(kind)' AND record_key = :key AND stance <> 'supports'
        ORDER BY attribute, stance = 'preferred' DESC, claim_key
        """, units: amounts, leastWidths: ["locator": 100, "qualifier": 90], rest: "deals trace KEY"
    )
  }
}
