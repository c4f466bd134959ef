-- When principal falls due: each payment on record, and for debt tranches of which none is, their
-- maturity. What is left at the maturity of a tranche that is paid back in instalments is unknown.
CREATE VIEW repayments AS
WITH payment AS (
  SELECT coalesce(r.key, 'repayment/' || r.id) AS repayment_key, r.basis, r.deal_id, r.tranche_id,
    r.due_on, r.due_until, r.currency, r.amount_minor, r.amount_low_minor, r.amount_high_minor,
    r.qualifier, r.measure, r.share_pct, r.notes, r.source_id
  FROM repayment r
  UNION ALL
  SELECT NULL, 'maturity', NULL, t.id, t.matures_on, t.matures_until, t.currency,
    CASE WHEN n.is_known = 1 THEN t.amount_minor END,
    CASE WHEN n.is_known = 1 THEN t.amount_low_minor END,
    CASE WHEN n.is_known = 1 THEN t.amount_high_minor END,
    CASE WHEN n.is_known = 1 THEN t.qualifier ELSE 'undisclosed' END,
    CASE WHEN n.is_known = 1 THEN t.measure END, NULL, NULL, t.source_id
  FROM (
    SELECT id, CASE WHEN amortisation = 'amortising'
      OR amortisation = 'interest_only_then_amortising' THEN 0 ELSE 1 END AS is_known
    FROM tranche WHERE matures_on IS NOT NULL
  ) n
  JOIN tranche t ON t.id = n.id
  JOIN tranche_figure f ON f.tranche_id = t.id AND f.is_debt = 1
  WHERE NOT EXISTS (SELECT 1 FROM repayment x WHERE x.tranche_id = t.id)
    AND NOT EXISTS (SELECT 1 FROM repayment x WHERE x.deal_id = t.deal_id)
)
SELECT
  p.repayment_key, p.basis, d.key AS deal_key, d.name AS deal, t.key AS tranche_key,
  t.name AS tranche, i.key AS issuer_key, i.name AS issuer, p.due_on, p.due_until,
  p.currency, p.amount_minor * 1.0 / y.minor_per_unit AS amount,
  p.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  p.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  p.qualifier, p.measure,
  p.share_pct, CAST(round(p.amount_minor * f.cents_per_minor) AS BIGINT) / 100.0 AS amount_usd,
  p.amount_minor, CAST(round(p.amount_minor * f.cents_per_minor) AS BIGINT) AS amount_usd_minor,
  CASE WHEN p.amount_minor IS NOT NULL THEN f.fx_on END AS fx_on,
  CASE WHEN d.counted = 1 AND coalesce(t.counted, 1) = 1 THEN 1 ELSE 0 END AS counted, p.notes,
  s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM payment p
LEFT JOIN tranche t ON t.id = p.tranche_id
JOIN deal d ON d.id = coalesce(p.deal_id, t.deal_id)
JOIN party i ON i.id = d.issuer_id
JOIN source s ON s.id = p.source_id
LEFT JOIN tranche_figure f ON f.tranche_id = t.id AND t.currency = p.currency
LEFT JOIN currency y ON y.code = p.currency;
