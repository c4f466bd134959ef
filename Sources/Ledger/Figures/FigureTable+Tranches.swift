extension FigureTable {
  /// A tranche in US dollars on its deal's day, its ratings on the day it was priced, and whether
  /// non-banks lend it.
  ///
  /// The deal's day is the first known of: the tranche's settlement, its pricing; the deal's
  /// pricing, closing, signing, announcement; the day of the first source.
  static let tranches = FigureTable(
    name: "tranche_figure",
    columns: [
      "tranche_id", "dated_on", "dated_until", "priced_on", "priced_until", "settled_on",
      "settled_until", "fx_on", "cents_per_minor", "amount_usd_minor", "low_usd_minor",
      "high_usd_minor",
      "is_unconverted", "is_debt", "rating_level", "sp_notch", "moodys_notch", "fitch_notch",
      "dbrs_notch", "composite_notch", "private_by_lender",
    ],
    query: """
      WITH dated AS (
        SELECT t.id, t.deal_id, t.currency, t.instrument, t.qualifier, t.amount_minor,
          t.amount_low_minor, t.amount_high_minor,
          \(first("occurred_on")) AS dated_on,
          \(first("occurred_until")) AS dated_until,
          coalesce(own_priced.occurred_on, priced.occurred_on) AS priced_on,
          coalesce(own_priced.occurred_until, priced.occurred_until) AS priced_until,
          coalesce(own_settled.occurred_on, closed.occurred_on) AS settled_on,
          coalesce(own_settled.occurred_until, closed.occurred_until) AS settled_until
        FROM tranche t
        JOIN deal d ON d.id = t.deal_id
        JOIN source s ON s.id = d.source_id
        \(event("own_settled", of: "tranche_id = t.id", kind: "closed"))
        \(event("own_priced", of: "tranche_id = t.id", kind: "priced"))
        \(event("priced", of: "deal_id = t.deal_id", kind: "priced"))
        \(event("closed", of: "deal_id = t.deal_id", kind: "closed"))
        \(event("signed", of: "deal_id = t.deal_id", kind: "signed"))
        \(event("announced", of: "deal_id = t.deal_id", kind: "announced"))
      ),
      rate_day AS (SELECT a.*, \(Conversion.rateDay(of: "a")) AS fx_on FROM dated a),
      rated_amount AS (
        SELECT b.*, \(Conversion.centsPerMinorUnit(of: "b")) AS rate,
          \(Conversion.low(of: "b")) AS low_minor, \(Conversion.high(of: "b")) AS high_minor
        FROM rate_day b
      ),
      \(ratingsAtPricing),
      \(privateByLender)
      SELECT c.id AS tranche_id, c.dated_on, c.dated_until, c.priced_on, c.priced_until,
        c.settled_on, c.settled_until, c.fx_on, c.rate AS cents_per_minor,
        \(Conversion.cents("c.amount_minor", rate: "c.rate")) AS amount_usd_minor,
        \(Conversion.cents("c.low_minor", rate: "c.rate")) AS low_usd_minor,
        \(Conversion.cents("c.high_minor", rate: "c.rate")) AS high_usd_minor,
        \(Conversion.isUnconverted("c")) AS is_unconverted,
        CASE WHEN EXISTS (SELECT 1 FROM code k
          WHERE k.list = 'debt_instrument' AND k.code = c.instrument) THEN 1 ELSE 0 END AS is_debt,
        g.level AS rating_level, g.sp AS sp_notch, g.moodys AS moodys_notch,
        g.fitch AS fitch_notch, g.dbrs AS dbrs_notch, g.composite AS composite_notch,
        coalesce(p.answer, 'unknown') AS private_by_lender
      FROM rated_amount c
      LEFT JOIN composite g ON g.tranche_id = c.id
      LEFT JOIN private_answer p ON p.tranche_id = c.id
      """)

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
      SELECT r.tranche_id, r.level_rank, r.level, r.agency, r.notch
      FROM tranche_ratings r
      JOIN dated a ON a.id = r.tranche_id
      WHERE r.from_on <= coalesce(a.priced_until, a.dated_until)
        AND (r.before_on IS NULL OR coalesce(a.priced_until, a.dated_until) < r.before_on)
        AND r.agency IN ('sp', 'moodys', 'fitch', 'dbrs')
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

  /// Whether non-banks lend it: by the amounts of named lenders, anchor investors and holders, in
  /// the tranche's currency, where these cover over half; otherwise yes if every named one is a
  /// non-bank, no if every one is a bank. Arrangers and agents do not count, nor do lenders nobody
  /// names. A tranche without lenders of its own has its deal's.
  private static let privateByLender = """
    lender AS (
      SELECT t.id AS tranche_id, p.kind,
        CASE WHEN q.currency = t.currency THEN q.amount_minor END AS amount_minor,
        t.amount_minor AS whole_minor
      FROM tranche t
      JOIN participation q ON q.tranche_id = t.id
        AND q.role IN ('lender', 'anchor_investor', 'holder')
      JOIN party p ON p.id = q.party_id AND \(isNamed)
      UNION ALL
      SELECT t.id, p.kind, CASE WHEN q.currency = t.currency THEN q.amount_minor END,
        (SELECT SUM(x.amount_minor) FROM tranche x
          WHERE x.deal_id = t.deal_id AND x.currency = t.currency AND x.counted = 1)
      FROM tranche t
      JOIN participation q ON q.deal_id = t.deal_id
        AND q.role IN ('lender', 'anchor_investor', 'holder')
      JOIN party p ON p.id = q.party_id AND \(isNamed)
      WHERE NOT EXISTS (SELECT 1 FROM participation own WHERE own.tranche_id = t.id
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

  /// Whether a party `p` has a name, and is not somebody's undisclosed lender.
  private static let isNamed = """
    p.name NOT LIKE 'undisclosed%' AND p.name NOT LIKE 'unnamed%' AND p.name NOT LIKE 'unknown%'
    """
}
