extension Check {
  /// Records that may tell the same money twice. Deals: both debt or both not, one party that
  /// borrows, sponsors, rents or guarantees in both, amounts within ten percent, days within four
  /// months. Contracts: a leg for the same purpose from the same payer to the same payee, within
  /// the same bounds. A link between the two settles it, `distinct_from` too.
  static let lookAlikes = Check.question(
    "look-alikes", looksFor: "counted records that look like the same money and are not linked",
    """
    WITH member AS (
      SELECT d.id AS deal_id, i.identity_id AS party_id
      FROM deal d JOIN party_figure i ON i.party_id = d.issuer_id WHERE d.counted = 1
      UNION
      SELECT q.deal_id, i.identity_id FROM participation q JOIN deal d ON d.id = q.deal_id
      JOIN party_figure i ON i.party_id = q.party_id
      WHERE d.counted = 1 AND q.role IN ('sponsor', 'tenant', 'offtaker', 'guarantor')
    ),
    deal_size AS (
      SELECT f.deal_id, f.is_debt, MIN(f.dated_on) AS first_on, MAX(f.dated_until) AS last_on,
        SUM(f.high_usd_minor) AS minor
      FROM tranche_figure f WHERE f.counted = 1 AND f.stage_rank >= 1
      GROUP BY f.deal_id, f.is_debt HAVING SUM(f.high_usd_minor) > 0
    ),
    deal_pair AS (
      SELECT DISTINCT a.deal_id AS one, b.deal_id AS other
      FROM member a JOIN deal_size x ON x.deal_id = a.deal_id
      JOIN member b ON b.party_id = a.party_id AND b.deal_id > a.deal_id
      JOIN deal_size y ON y.deal_id = b.deal_id AND y.is_debt = x.is_debt AND \(near)
    ),
    leg AS (
      SELECT l.contract_id, x.identity_id AS payer_id, y.identity_id AS payee_id, l.purpose,
        f.dated_on AS first_on, f.dated_until AS last_on, f.high_usd_minor AS minor
      FROM contract_leg l
      JOIN contract c ON c.id = l.contract_id AND c.counted = 1
      JOIN leg_figure f ON f.leg_id = l.id AND f.high_usd_minor > 0
      JOIN party_figure x ON x.party_id = l.payer_id
      JOIN party_figure y ON y.party_id = l.payee_id
      WHERE l.purpose <> 'thing'
    ),
    contract_pair AS (
      SELECT DISTINCT x.contract_id AS one, y.contract_id AS other
      FROM leg x JOIN leg y ON y.payer_id = x.payer_id AND y.payee_id = x.payee_id
        AND y.purpose = x.purpose AND y.contract_id > x.contract_id AND \(near)
    )
    SELECT 'deal ' || a.key,
      'looks like deal ' || b.key || '; link them, distinct_from if they are two'
    FROM deal_pair p JOIN deal a ON a.id = p.one JOIN deal b ON b.id = p.other
    WHERE NOT EXISTS (SELECT 1 FROM deal_link l
      WHERE l.from_deal_id IN (p.one, p.other) AND l.to_deal_id IN (p.one, p.other))
    UNION ALL
    SELECT 'contract ' || a.key,
      'looks like contract ' || b.key || '; link them, distinct_from if they are two'
    FROM contract_pair p JOIN contract a ON a.id = p.one JOIN contract b ON b.id = p.other
    WHERE NOT EXISTS (SELECT 1 FROM deal_link l WHERE l.from_contract_id IN (p.one, p.other)
      AND l.to_contract_id IN (p.one, p.other))
    ORDER BY 1, 2
    """)

  private static let near = """
    abs(x.minor - y.minor) <= 0.1 * max(x.minor, y.minor)
        AND y.first_on <= date(x.last_on, '+120 days')
        AND x.first_on <= date(y.last_on, '+120 days')
    """
}
