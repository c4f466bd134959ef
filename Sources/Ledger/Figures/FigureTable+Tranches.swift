extension FigureTable {
  /// A tranche in US dollars on its deal's day, its ratings on the day it was priced, and whether
  /// non-banks lend it.
  ///
  /// The deal's day is the first known of: the tranche's settlement, its pricing; the deal's
  /// pricing, closing, signing, announcement; the day of the first source.
  static let tranches = FigureTable(
    name: "tranche_figure",
    columns: [
      "tranche_id", "deal_id", "issuer_id", "instrument", "is_debt", "counted", "currency",
      "low_minor", "high_minor", "amount_usd_minor", "low_usd_minor", "high_usd_minor",
      "is_unconverted", "fx_on", "cents_per_minor", "dated_on", "dated_until", "priced_on",
      "priced_until", "settled_on", "settled_until", "rating_level", "sp_notch", "moodys_notch",
      "fitch_notch", "dbrs_notch", "composite_notch", "private_by_lender", "private_by_market",
      "private_as_labelled", "from_on", "stage_rank", "is_undated", "is_partly_drawn",
      "drawn_minor", "repaid_minor", "balance_minor", "has_own_states",
    ],
    touched: """
      tranche_id IN (SELECT t.id FROM touched_deal d JOIN tranche t ON t.deal_id = d.id)
      """,
    query: { scope in
      """
      WITH dated AS (
        SELECT t.id, t.deal_id, coalesce(i.identity_id, d.issuer_id) AS issuer_id, t.currency,
          t.instrument, t.seniority, t.secured,
          t.qualifier, t.amount_minor, t.amount_low_minor, t.amount_high_minor,
          CASE WHEN t.counted = 1 AND d.counted = 1 THEN 1 ELSE 0 END AS counted,
          coalesce(t.market, d.market) AS market,
          coalesce(t.private_label, d.private_label) AS private_label,
          \(TrancheEvents.hasOwnStates) AS has_own_states,
          \(first("occurred_on")) AS dated_on,
          \(first("occurred_until")) AS dated_until,
          coalesce(own_priced.occurred_on, priced.occurred_on) AS priced_on,
          coalesce(own_priced.occurred_until, priced.occurred_until) AS priced_until,
          coalesce(own_settled.occurred_on, closed.occurred_on) AS settled_on,
          coalesce(own_settled.occurred_until, closed.occurred_until) AS settled_until
        FROM tranche t
        JOIN deal d ON d.id = t.deal_id
        JOIN source s ON s.id = d.source_id
        LEFT JOIN party_figure i ON i.party_id = d.issuer_id
        \(event("own_settled", of: "tranche_id = t.id", kind: "closed"))
        \(event("own_priced", of: "tranche_id = t.id", kind: "priced"))
        \(event("priced", of: "deal_id = t.deal_id", kind: "priced"))
        \(event("closed", of: "deal_id = t.deal_id", kind: "closed"))
        \(event("signed", of: "deal_id = t.deal_id", kind: "signed"))
        \(event("announced", of: "deal_id = t.deal_id", kind: "announced"))
        WHERE \(scope.deal("t.deal_id"))
      ),
      rate_day AS (SELECT a.*, \(Conversion.rateDay(of: "a")) AS fx_on FROM dated a),
      sized AS (
        SELECT b.*, \(Conversion.centsPerMinorUnit(of: "b")) AS rate,
          \(Conversion.low(of: "b")) AS low_minor, \(Conversion.high(of: "b")) AS high_minor
        FROM rate_day b
      ),
      \(ratingsAtPricing),
      \(privateByLender(scope))
      SELECT c.id AS tranche_id, c.deal_id, c.issuer_id, c.instrument,
        CASE WHEN EXISTS (SELECT 1 FROM code k
          WHERE k.list = 'debt_instrument' AND k.code = c.instrument) THEN 1 ELSE 0 END AS is_debt,
        c.counted, c.currency, c.low_minor, c.high_minor,
        \(Conversion.cents("c.amount_minor", rate: "c.rate")) AS amount_usd_minor,
        \(Conversion.cents("c.low_minor", rate: "c.rate")) AS low_usd_minor,
        \(Conversion.cents("c.high_minor", rate: "c.rate")) AS high_usd_minor,
        \(Conversion.isUnconverted("c")) AS is_unconverted,
        c.fx_on, c.rate AS cents_per_minor, c.dated_on, c.dated_until, c.priced_on, c.priced_until,
        c.settled_on, c.settled_until,
        g.level AS rating_level, g.sp AS sp_notch, g.moodys AS moodys_notch,
        g.fitch AS fitch_notch, g.dbrs AS dbrs_notch, g.composite AS composite_notch,
        coalesce(p.answer, 'unknown') AS private_by_lender,
        CASE WHEN c.market = 'private_credit' THEN 'yes'
          WHEN c.market IN ('bank_syndicated', 'sec_registered', 'rule_144a') THEN 'no'
          ELSE 'unknown' END AS private_by_market,
        coalesce(c.private_label, CASE WHEN c.market = 'private_credit' THEN 'yes' END, 'unknown')
          AS private_as_labelled,
        st.from_on, CASE st.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2
          WHEN 'funded' THEN 3 WHEN 'outstanding' THEN 4 ELSE 0 END AS stage_rank,
        coalesce(st.is_undated, 0) AS is_undated,
        CASE WHEN st.funding = 'partly_drawn' THEN 1 ELSE 0 END AS is_partly_drawn,
        st.drawn_minor, st.repaid_minor, st.balance_minor, c.has_own_states
      FROM sized c
      LEFT JOIN composite g ON g.tranche_id = c.id
      LEFT JOIN private_answer p ON p.tranche_id = c.id
      LEFT JOIN state_span st ON st.before_on IS NULL AND st.id = CASE c.has_own_states
        WHEN 1 THEN (SELECT MAX(x.id) FROM state_span x
          WHERE x.tranche_id = c.id AND x.before_on IS NULL)
        ELSE (SELECT MAX(x.id) FROM state_span x
          WHERE x.deal_id = c.deal_id AND x.before_on IS NULL) END
      """
    })

  /// The deal's day: one end of the first pair that is known.
  private static func first(_ end: String) -> String {
    let published = end == "occurred_on" ? "s.published_on" : "s.published_until"
    let events = ["own_settled", "own_priced", "priced", "closed", "signed", "announced"]
    return "coalesce(\(events.map { "\($0).\(end)" }.joined(separator: ", ")), \(published))"
  }

  private static func event(_ name: String, of record: String, kind: String) -> String {
    """
    LEFT JOIN event \(name) ON \(name).id = (SELECT MIN(e.id) FROM event e
      WHERE e.\(record) AND e.kind = '\(kind)' AND e.occurred_on IS NOT NULL)
    """
  }

  /// Each agency's notch on the pricing day, at the first level that has any, and their composite:
  /// one rating, that one; several, the second best (the Basel rule for multiple assessments).
  private static let ratingsAtPricing = """
    standing AS (
      SELECT a.id AS tranche_id, 1 AS level_rank, r.level, r.agency, r.notch
      FROM dated a JOIN rating_spans r ON r.tranche_id = a.id AND \(standsAtPricing)
      UNION ALL
      SELECT a.id, 2, r.level, r.agency, r.notch
      FROM dated a JOIN rating_spans r ON r.deal_id = a.deal_id AND \(standsAtPricing)
      UNION ALL
      SELECT a.id, 3, r.level, r.agency, r.notch
      FROM dated a JOIN party_figure m ON m.identity_id = a.issuer_id
      JOIN rating_spans r ON r.party_id = m.party_id AND r.level = 'senior_unsecured'
        AND r.tranche_id IS NULL AND r.deal_id IS NULL AND \(standsAtPricing)
      WHERE a.instrument IN ('bond', 'convertible') AND a.seniority = 'senior_unsecured'
        AND coalesce(a.secured, 0) = 0
      UNION ALL
      SELECT a.id, 4, r.level, r.agency, r.notch
      FROM dated a JOIN party_figure m ON m.identity_id = a.issuer_id
      JOIN rating_spans r ON r.party_id = m.party_id AND r.level = 'issuer'
        AND r.tranche_id IS NULL AND r.deal_id IS NULL AND \(standsAtPricing)
    ),
    placed AS (
      SELECT s.*, COUNT(*) OVER (PARTITION BY s.tranche_id) AS agencies,
        row_number() OVER (PARTITION BY s.tranche_id ORDER BY s.notch, s.agency) AS place
      FROM standing s
      WHERE s.level_rank = (
        SELECT MIN(x.level_rank) FROM standing x WHERE x.tranche_id = s.tranche_id)
    ),
    composite AS (
      SELECT tranche_id, MIN(level) AS level,
        MAX(CASE agency WHEN 'sp' THEN notch END) AS sp,
        MAX(CASE agency WHEN 'moodys' THEN notch END) AS moodys,
        MAX(CASE agency WHEN 'fitch' THEN notch END) AS fitch,
        MAX(CASE agency WHEN 'dbrs' THEN notch END) AS dbrs,
        MAX(CASE WHEN agencies = 1 OR place = 2 THEN notch END) AS composite
      FROM placed GROUP BY tranche_id
    )
    """

  /// Whether the span `r` covers the day the tranche `a` was priced.
  private static let standsAtPricing = """
    r.agency IN ('sp', 'moodys', 'fitch', 'dbrs')
      AND r.from_on <= coalesce(a.priced_until, a.dated_until)
      AND (r.before_on IS NULL OR coalesce(a.priced_until, a.dated_until) < r.before_on)
    """

  /// Whether non-banks lend it: by the amounts of named lenders, anchor investors and holders, in
  /// the tranche's currency, where these cover over half; otherwise yes if every named one is a
  /// non-bank, no if every one is a bank. Arrangers and agents do not count, nor do lenders nobody
  /// names. A tranche without lenders of its own has its deal's.
  private static func privateByLender(_ scope: FigureScope) -> String {
    """
    lender AS (
      SELECT t.id AS tranche_id, coalesce(o.kind, p.kind) AS kind,
        CASE WHEN q.currency = t.currency THEN q.amount_minor END AS amount_minor,
        t.amount_minor AS whole_minor
      FROM tranche t
      JOIN participation q ON q.tranche_id = t.id
        AND q.role IN ('lender', 'anchor_investor', 'holder')
      JOIN party p ON p.id = q.party_id AND \(isNamed)
      LEFT JOIN party_figure i ON i.party_id = q.party_id
      LEFT JOIN party o ON o.id = i.identity_id
      WHERE \(scope.deal("t.deal_id"))
      UNION ALL
      SELECT t.id, coalesce(o.kind, p.kind),
        CASE WHEN q.currency = t.currency THEN q.amount_minor END,
        (SELECT SUM(x.amount_minor) FROM tranche x
          WHERE x.deal_id = t.deal_id AND x.currency = t.currency AND x.counted = 1)
      FROM tranche t
      JOIN participation q ON q.deal_id = t.deal_id
        AND q.role IN ('lender', 'anchor_investor', 'holder')
      JOIN party p ON p.id = q.party_id AND \(isNamed)
      LEFT JOIN party_figure i ON i.party_id = q.party_id
      LEFT JOIN party o ON o.id = i.identity_id
      WHERE \(scope.deal("t.deal_id")) AND NOT EXISTS (
        SELECT 1 FROM participation own WHERE own.tranche_id = t.id
          AND own.role IN ('lender', 'anchor_investor', 'holder'))
    ),
    private_answer AS (
      SELECT tranche_id,
        CASE
          WHEN 2 * SUM(CASE WHEN kind <> 'unknown' THEN amount_minor END) > MAX(whole_minor)
          THEN CASE WHEN SUM(CASE WHEN kind NOT IN ('unknown', 'bank') THEN amount_minor ELSE 0 END)
              > SUM(CASE WHEN kind = 'bank' THEN amount_minor ELSE 0 END)
            THEN 'yes' ELSE 'no' END
          WHEN COUNT(CASE WHEN kind NOT IN ('unknown', 'bank') THEN 1 END) = COUNT(*) THEN 'yes'
          WHEN COUNT(CASE WHEN kind = 'bank' THEN 1 END) = COUNT(*) THEN 'no'
          ELSE 'unknown' END AS answer
      FROM lender GROUP BY tranche_id
    )
    """
  }

  /// Whether a party `p` has a name, and is not somebody's undisclosed lender.
  private static let isNamed = """
    p.name NOT LIKE 'undisclosed%' AND p.name NOT LIKE 'unnamed%' AND p.name NOT LIKE 'unknown%'
    """
}
