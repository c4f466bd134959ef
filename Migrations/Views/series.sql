-- A tranche with the taps that joined it: what trades as one. Both deals count; the series is the
-- sum.
CREATE VIEW series AS
WITH member AS (
  SELECT t.id AS first_id, t.id AS tranche_id FROM tranche t
  WHERE t.joins_tranche_id IS NULL
    AND t.id IN (SELECT x.joins_tranche_id FROM tranche x)
  UNION ALL
  SELECT t.joins_tranche_id, t.id FROM tranche t WHERE t.joins_tranche_id IS NOT NULL
)
SELECT
  a.key AS series_key, a.name AS series, d.key AS deal_key, i.key AS issuer_key, i.name AS issuer,
  COUNT(*) - 1 AS taps, a.currency,
  SUM(f.low_minor) * 1.0 / y.minor_per_unit AS amount_low,
  CASE WHEN COUNT(f.high_minor) = COUNT(*)
    THEN SUM(f.high_minor) * 1.0 / y.minor_per_unit END AS amount_high,
  COUNT(CASE WHEN f.low_minor IS NULL THEN 1 END) AS without_amount,
  a.coupon_pct, a.matures_on, a.matures_until, isin.value AS isin, cusip.value AS cusip
FROM member m
JOIN tranche a ON a.id = m.first_id
JOIN deal d ON d.id = a.deal_id
LEFT JOIN party_figure whose ON whose.party_id = d.issuer_id
JOIN party i ON i.id = coalesce(whose.identity_id, d.issuer_id)
JOIN tranche_figure f ON f.tranche_id = m.tranche_id AND f.counted = 1
LEFT JOIN currency y ON y.code = a.currency
LEFT JOIN instrument_identifier isin ON isin.id = (
  SELECT MIN(x.id) FROM instrument_identifier x WHERE x.tranche_id = a.id AND x.scheme = 'isin')
LEFT JOIN instrument_identifier cusip ON cusip.id = (
  SELECT MIN(x.id) FROM instrument_identifier x WHERE x.tranche_id = a.id AND x.scheme = 'cusip')
GROUP BY a.key, a.name, d.key, i.key, i.name, a.currency, y.minor_per_unit, a.coupon_pct,
  a.matures_on, a.matures_until, isin.value, cusip.value;
