/// What belongs to parties, and to sources.
extension RecordSection {
  /// The party that the one asked for is counted with.
  private static let identity = "(SELECT identity_key FROM parties WHERE party_key = :key)"

  private static let units = [
    "usd": "USD", "value": "money", "amount": "money", "count": "count", "owned": "percent",
  ]

  static let party = [
    RecordSection(
      title: "Borrows, sponsors, pays",
      sql: """
        SELECT deal_key AS cite, deal_key,
          CASE \(identity) WHEN issuer_key THEN 'issuer' WHEN sponsor_key THEN 'sponsor'
            ELSE 'obligor' END AS "as", deal,
          coalesce(amount_usd, high_usd) AS usd,
          CASE counted WHEN 0 THEN 'not counted' ELSE stage END AS stage,
          CASE WHEN open_contradictions > 0 THEN 'contested' END AS doubt
        FROM deals WHERE \(identity) IN (issuer_key, sponsor_key, obligor_key)
        ORDER BY counted DESC, coalesce(amount_usd, high_usd) DESC NULLS LAST, deal_key
        """, units: units, leastWidths: ["deal": 100], limit: 12,
      rest:
        "deals sql \"SELECT * FROM deals WHERE 'KEY' IN (issuer_key, sponsor_key, obligor_key)\""
    ),
    RecordSection(
      title: "Lends and takes part",
      sql: """
        SELECT commitment_key AS cite, deal_key, deal, replace(role, '_', ' ') AS role,
          coalesce(amount_usd, high_usd) AS usd
        FROM commitments
        WHERE party_key = \(identity) AND role NOT IN ('sponsor', 'tenant', 'offtaker')
        ORDER BY coalesce(amount_usd, high_usd) DESC NULLS LAST, deal_key, role
        """, units: units, leastWidths: ["deal": 100], limit: 12,
      rest: "deals sql \"SELECT * FROM commitments WHERE party_key = 'KEY'\""),
    RecordSection(
      title: "Gives and gets",
      sql: """
        SELECT f.flow_key AS cite, f.record_key AS contract_key,
          CASE f.from_key WHEN \(identity) THEN 'to ' || f.to_party ELSE 'from ' || f.from_party END
            AS "with",
          f.what, f.purpose, coalesce(f.amount_usd, f.high_usd) AS usd,
          CASE f.counted WHEN 0 THEN 'not counted' ELSE f.stage END AS stage,
          CASE f.direction_contested WHEN 1 THEN 'told both ways' END AS doubt
        FROM flows f
        WHERE f.record_kind = 'contract' AND f.purpose <> 'thing'
          AND \(identity) IN (f.from_key, f.to_key)
        ORDER BY f.counted DESC, coalesce(f.amount_usd, f.high_usd) DESC NULLS LAST, f.flow_key
        """, units: units, leastWidths: ["what": 100, "stage": 90], limit: 15,
      rest: "deals sql \"SELECT * FROM flows WHERE 'KEY' IN (from_key, to_key)\""),
    figures,
    RecordSection(
      title: "Ratings",
      sql: """
        SELECT rating_key AS cite, acted_until AS day, agency, grade, outlook,
          replace(level, '_', ' ') AS level, scope, nullif(kind, 'actual') AS kind
        FROM ratings WHERE party_key = \(identity) ORDER BY acted_until DESC, rating_key
        """, leastWidths: ["outlook": 90], limit: 12,
      rest: "deals sql \"SELECT * FROM ratings WHERE party_key = 'KEY'\""),
    statistics,
    RecordSection(
      title: "Other names",
      sql: """
        SELECT n.name, n.kind FROM party_name n JOIN party p ON p.id = n.party_id
        WHERE p.key = :key AND n.name <> p.name ORDER BY n.name
        """),
    RecordSection(
      title: "Verdicts",
      sql: """
        SELECT kind AS verdict, CASE from_key WHEN :key THEN to_key ELSE from_key END AS other_key,
          CASE from_key WHEN :key THEN to_party ELSE from_party END AS other, reason
        FROM party_links
        WHERE :key IN (from_key, to_key) AND kind IN ('same', 'different', 'unsure')
        ORDER BY other_key
        """),
  ]

  /// Of filings the latest year and the latest shorter period or day of each metric.
  private static let figures = RecordSection(
    title: "Reports in filings",
    sql: """
      SELECT cite, metric, "from", "until", currency, value, unit, filed_on FROM (
        SELECT observation_key AS cite, replace(metric, '_', ' ') AS metric,
          period_start_on AS "from", period_end_on AS "until", currency, value,
          CASE WHEN currency IS NULL THEN unit END AS unit, filed_on, row_number() OVER (
            PARTITION BY metric, coalesce(period_months, 0) >= 12
            ORDER BY period_end_on DESC, filed_on DESC, observation_key) AS place
        FROM company_figures WHERE company_key = \(identity))
      WHERE place = 1 ORDER BY metric, "from"
      """, units: units, limit: 24,
    rest: "deals sql \"SELECT * FROM company_figures WHERE company_key = 'KEY'\"")

  private static let statistics = RecordSection(
    title: "Said of it",
    sql: """
      SELECT observation_key AS cite, metric, kind, coalesce(horizon, period_end_until) AS period,
        nullif(currency, 'USD') AS currency, coalesce(amount, amount_high) AS amount,
        CASE WHEN coalesce(amount, amount_low, amount_high) IS NULL
          THEN coalesce(value, value_high) END AS number,
        CASE WHEN coalesce(amount, amount_low, amount_high) IS NULL THEN unit END AS unit,
        stated_by, observation_key
      FROM observations o
      WHERE subject_key = \(identity)
        AND NOT EXISTS (SELECT 1 FROM company_figures c WHERE c.observation_key = o.observation_key)
        AND part_of_key IS NULL
      ORDER BY coalesce(stated_until, first_published_on) DESC, observation_key
      """, units: units, leastWidths: ["observation_key": 130, "stated_by": 100, "kind": 80],
    limit: 10,
    rest: "deals sql \"SELECT * FROM observations WHERE subject_key = 'KEY'\"")

  static let source = [
    RecordSection(
      title: "Stands behind",
      sql: """
        SELECT x.kind, COUNT(*) AS "count", MIN(x.name) AS such_as FROM (
          SELECT 'deals' AS kind, 1 AS place, d.source_id, d.key AS name FROM deal d
          UNION ALL SELECT 'contracts', 2, c.source_id, c.key FROM contract c
          UNION ALL SELECT 'statistics', 3, o.source_id, o.key FROM observation o
          UNION ALL SELECT 'ratings', 4, r.source_id, p.key FROM rating_action r
            LEFT JOIN party p ON p.id = r.party_id
          UNION ALL SELECT 'holdings', 5, h.source_id, h.key FROM holding h
          UNION ALL SELECT 'claims', 6, m.source_id, m.key FROM claim m
        ) x JOIN source s ON s.id = x.source_id
        WHERE s.key = :key GROUP BY x.kind, x.place ORDER BY x.place
        """, units: units),
    RecordSection(
      title: "Its deals and contracts",
      sql: """
        SELECT key, name, replace(kind, '_', ' ') AS kind FROM (
          SELECT 1 AS place, d.key, d.name, d.kind FROM deal d JOIN source s ON s.id = d.source_id
          WHERE s.key = :key
          UNION ALL SELECT 2, c.key, c.name, c.kind FROM contract c
          JOIN source s ON s.id = c.source_id WHERE s.key = :key)
        ORDER BY place, key
        """,
      rest: "deals sql \"SELECT d.key, d.name FROM deal d JOIN source s ON s.id = d.source_id "
        + "WHERE s.key = 'KEY'\""),
  ]
}
