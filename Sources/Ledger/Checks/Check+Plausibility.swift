extension Check {
  /// Figures that no deal of the field has: a slip of a factor, a sign or a date.
  static let plausibility = Check.question(
    "plausibility", looksFor: "amounts, rates, prices, terms and days that no deal has",
    """
    SELECT 'tranche ' || key, 'coupon of ' || coupon_pct || ' percent' FROM tranche
    WHERE coupon_pct NOT BETWEEN 0 AND 30
    UNION ALL
    SELECT 'tranche ' || key, 'yield of ' || yield_pct || ' percent' FROM tranche
    WHERE yield_pct NOT BETWEEN -5 AND 50
    UNION ALL
    SELECT 'tranche ' || key, 'spread of ' || spread_bps || ' basis points' FROM tranche
    WHERE spread_bps NOT BETWEEN -200 AND 3000
    UNION ALL
    SELECT 'tranche ' || key, 'issue price of ' || issue_price_pct || ' percent' FROM tranche
    WHERE issue_price_pct NOT BETWEEN 20 AND 200
    UNION ALL
    SELECT 'tranche ' || t.key, 'amount of ' || (f.high_usd_minor / 100000000000) || ' bn USD'
    FROM tranche t JOIN tranche_figure f ON f.tranche_id = t.id
    WHERE f.high_usd_minor > 1000000000000000
    UNION ALL
    SELECT 'tranche ' || t.key, 'falls due on ' || t.matures_until || ', before the deal of '
      || f.dated_on
    FROM tranche t JOIN tranche_figure f ON f.tranche_id = t.id
    WHERE t.matures_until < f.dated_on
    UNION ALL
    SELECT 'tranche ' || t.key, 'may be called on ' || t.first_call_on || ', after it falls due'
    FROM tranche t WHERE t.first_call_on > t.matures_until
    UNION ALL
    SELECT coalesce('participation ' || key, 'participation/' || id),
      'share of ' || share_pct || ' percent'
    FROM participation WHERE share_pct NOT BETWEEN 0 AND 100
    UNION ALL
    SELECT 'deal ' || d.key, 'is ' || later.kind || ' on ' || later.occurred_until
      || ', before it is ' || earlier.kind || ' on ' || earlier.occurred_on
    FROM deal d
    JOIN event earlier ON earlier.deal_id = d.id AND earlier.kind IN ('announced', 'priced')
    JOIN event later ON later.deal_id = d.id
      AND (later.kind = 'closed' OR later.kind = 'priced' AND earlier.kind = 'announced')
      AND later.occurred_until < earlier.occurred_on
    UNION ALL
    \(implausibleParts)
    ORDER BY 1
    """)
}
