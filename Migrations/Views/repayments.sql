-- When principal falls due: each payment on record; draws and extended portions that have a
-- maturity of their own; and what is left of debt tranches at their maturity: the balance, else
-- what is drawn less what is repaid, before that the whole size. What is left at the maturity of a
-- tranche that is paid back in instalments is unknown. What is repaid falls due no more.
CREATE VIEW repayments AS
WITH portion AS (
  SELECT e.id, t.id AS tranche_id, e.kind, e.matures_on, e.matures_until, e.amount_minor,
    e.qualifier, e.currency, e.source_id
  FROM event e JOIN tranche t ON t.id = e.tranche_id
  WHERE e.matures_on IS NOT NULL
  UNION ALL
  SELECT e.id, t.id, e.kind, e.matures_on, e.matures_until, e.amount_minor, e.qualifier, e.currency,
    e.source_id
  FROM event e JOIN tranche t ON t.deal_id = e.deal_id AND t.counted = 1
  WHERE e.matures_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tranche o
    WHERE o.deal_id = t.deal_id AND o.id <> t.id AND o.counted = 1)
),
owed AS (
  SELECT t.id AS tranche_id,
    CASE WHEN t.amortisation = 'amortising' OR t.amortisation = 'interest_only_then_amortising'
      THEN 0 ELSE 1 END AS is_known,
    CASE WHEN f.balance_minor IS NULL AND f.repaid_minor IS NULL AND f.is_partly_drawn = 0
      AND NOT EXISTS (SELECT 1 FROM portion x WHERE x.tranche_id = t.id)
      THEN 1 ELSE 0 END AS is_whole,
    coalesce(f.balance_minor, CASE WHEN f.is_partly_drawn = 1 THEN f.drawn_minor
      ELSE t.amount_minor END - coalesce(f.repaid_minor, 0))
      - coalesce((SELECT SUM(x.amount_minor) FROM portion x WHERE x.tranche_id = t.id), 0)
      AS left_minor
  FROM tranche t
  JOIN tranche_figure f ON f.tranche_id = t.id AND f.is_debt = 1 AND f.stage_rank <> 3
  WHERE t.matures_on IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM repayment x WHERE x.tranche_id = t.id)
    AND NOT EXISTS (SELECT 1 FROM repayment x WHERE x.deal_id = t.deal_id)
),
payment AS (
  SELECT coalesce(r.key, 'repayment/' || r.id) AS repayment_key, r.basis, r.deal_id, r.tranche_id,
    r.due_on, r.due_until, r.currency, r.amount_minor, r.amount_low_minor, r.amount_high_minor,
    r.qualifier, r.measure, r.share_pct, r.notes, r.source_id
  FROM repayment r
  UNION ALL
  SELECT NULL, CASE x.kind WHEN 'drawn' THEN 'draw' ELSE 'extension' END, NULL, x.tranche_id,
    x.matures_on, x.matures_until, x.currency, x.amount_minor, NULL, NULL, x.qualifier,
    CASE x.kind WHEN 'drawn' THEN 'drawn' ELSE 'outstanding' END, NULL, NULL, x.source_id
  FROM portion x
  UNION ALL
  SELECT NULL, 'maturity', NULL, t.id, t.matures_on, t.matures_until, t.currency,
    CASE WHEN o.is_known = 1 THEN CASE o.is_whole WHEN 1 THEN t.amount_minor ELSE o.left_minor END
      END,
    CASE WHEN o.is_known = 1 AND o.is_whole = 1 THEN t.amount_low_minor END,
    CASE WHEN o.is_known = 1 AND o.is_whole = 1 THEN t.amount_high_minor END,
    CASE WHEN o.is_known = 0 OR o.is_whole = 0 AND o.left_minor IS NULL THEN 'undisclosed'
      WHEN o.is_whole = 1 THEN t.qualifier ELSE 'exact' END,
    CASE WHEN o.is_known = 1 THEN CASE o.is_whole WHEN 1 THEN t.measure ELSE 'outstanding' END END,
    NULL, NULL, t.source_id
  FROM owed o
  JOIN tranche t ON t.id = o.tranche_id
  WHERE o.is_whole = 1 OR o.left_minor IS NULL OR o.left_minor > 0
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
