extension Check {
  /// What events say of amounts agrees with the record and with itself.
  static let balances = Check.question(
    "balances", looksFor: "events whose amounts cannot stand beside the tranche's",
    """
    SELECT 'tranche ' || t.key, 'its last event gives a size of '
      || \(money("s.size_low_minor")) || ', the record ' || \(money("f.low_minor"))
    FROM state_span s JOIN tranche t ON t.id = s.tranche_id
    JOIN tranche_figure f ON f.tranche_id = t.id
    JOIN currency y ON y.code = t.currency
    WHERE s.before_on IS NULL AND s.is_resized = 1 AND s.size_low_minor <> f.low_minor
    UNION ALL
    SELECT DISTINCT 'tranche ' || t.key, 'more is drawn ('
      || \(money("s.drawn_minor")) || ') than there is ('
      || \(money("coalesce(s.size_high_minor, f.high_minor)")) || ')'
    FROM state_span s JOIN tranche t ON t.id = s.tranche_id
    JOIN tranche_figure f ON f.tranche_id = t.id
    JOIN currency y ON y.code = t.currency
    WHERE s.drawn_minor > coalesce(s.size_high_minor, f.high_minor)
    UNION ALL
    SELECT DISTINCT 'tranche ' || t.key, 'more is repaid ('
      || \(money("s.repaid_minor")) || ') than was paid out'
    FROM state_span s JOIN tranche t ON t.id = s.tranche_id
    JOIN tranche_figure f ON f.tranche_id = t.id
    JOIN currency y ON y.code = t.currency
    WHERE s.repaid_minor > coalesce(s.drawn_minor, f.high_minor)
    UNION ALL
    SELECT 'tranche ' || t.key, 'joins ' || o.key || ', which joins another; name the first'
    FROM tranche t JOIN tranche o ON o.id = t.joins_tranche_id
    WHERE o.joins_tranche_id IS NOT NULL
    UNION ALL
    SELECT 'tranche ' || t.key, 'joins ' || o.key || ', which is in ' || o.currency
    FROM tranche t JOIN tranche o ON o.id = t.joins_tranche_id AND o.currency <> t.currency
    ORDER BY 1, 2
    """)
}
