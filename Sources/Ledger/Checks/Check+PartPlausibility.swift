extension Check {
  /// What no term, pledge, milestone, repayment or holding has, as questions joined by UNION ALL.
  static let implausibleParts = """
    SELECT 'term ' || key, 'number of ' || number || ' to ' || number_high FROM term
    WHERE number_high < number
    UNION ALL
    SELECT 'term ' || key, 'advance rate of ' || coalesce(number_high, number) || ' percent'
    FROM term
    WHERE kind = 'advance_rate' AND unit = 'percent' AND coalesce(number_high, number) > 100
    UNION ALL
    SELECT 'term ' || key, 'ends on ' || ends_until || ', before it starts on ' || starts_on
    FROM term WHERE ends_until < starts_on
    UNION ALL
    SELECT 'pledge ' || key, 'released on ' || released_until || ', before it began on ' || from_on
    FROM pledge WHERE released_until < from_on
    UNION ALL
    SELECT 'milestone ' || m.key, 'reached on ' || m.reached_until || ', before it was signed on '
      || MIN(e.occurred_on)
    FROM milestone m
    JOIN event e ON e.kind = 'signed' AND (e.contract_id = m.contract_id OR e.deal_id = m.deal_id)
    GROUP BY m.id HAVING m.reached_until < MIN(e.occurred_on)
    UNION ALL
    SELECT 'theme_member ' || key, 'leaves on ' || before_until || ', before it joins on '
      || from_on
    FROM theme_member WHERE before_until < from_on
    UNION ALL
    SELECT coalesce('holding ' || key, 'holding/' || id), 'coupon of ' || coupon_pct || ' percent'
    FROM holding WHERE coupon_pct NOT BETWEEN 0 AND 30
    UNION ALL
    SELECT coalesce('holding ' || key, 'holding/' || id), 'share of ' || owned_pct || ' percent'
    FROM holding WHERE owned_pct NOT BETWEEN 0 AND 100
    UNION ALL
    SELECT coalesce('repayment ' || key, 'repayment/' || id), 'share of ' || share_pct || ' percent'
    FROM repayment WHERE share_pct NOT BETWEEN 0 AND 100
    UNION ALL
    SELECT 'benchmark_rate ' || benchmark || ' of ' || fixed_on, 'rate of ' || rate_pct
      || ' percent'
    FROM benchmark_rate WHERE rate_pct NOT BETWEEN -5 AND 30
    UNION ALL
    \(excessiveRepayments)
    """

  private static let repaid = """
    coalesce(r.amount_minor, r.amount_low_minor,
      r.share_pct / 100.0 * coalesce(t.amount_minor, t.amount_high_minor))
    """

  /// Payments of one basis add up to more than the tranche. Shares may be rounded, and "about"
  /// leaves one percent.
  private static let excessiveRepayments = """
    SELECT 'tranche ' || t.key, r.basis || ' repayments sum to '
      || \(money("CAST(SUM(\(repaid)) AS INTEGER)"))
      || ', the tranche is ' || \(money("coalesce(t.amount_minor, t.amount_high_minor)"))
    FROM repayment r JOIN tranche t ON t.id = r.tranche_id
    JOIN currency y ON y.code = t.currency
    WHERE coalesce(r.currency, t.currency) = t.currency AND t.qualifier <> 'at_least'
    GROUP BY t.id, r.basis
    HAVING SUM(\(repaid))
      > coalesce(t.amount_minor, t.amount_high_minor) * CASE WHEN t.qualifier = 'about' THEN 1.01
        WHEN MAX(r.amount_minor IS NULL AND r.amount_low_minor IS NULL) = 1 THEN 1.001 ELSE 1 END
    UNION ALL
    SELECT 'deal ' || d.key, r.basis || ' repayments sum to ' || SUM(r.share_pct) || ' percent'
    FROM repayment r JOIN deal d ON d.id = r.deal_id
    GROUP BY d.id, r.basis HAVING SUM(r.share_pct) > 100.1
    """
}
