-- title: Issuance by issuer: debt securities by who borrowed, and how they were rated
-- definition: Counted bonds, convertibles, securitisations, asset-backed notes and private
--   placements that have reached the stage, by borrower. Loans, leases and equity are left out.
--   Buckets follow the composite (second best) rating on the pricing day; unrated is a bucket of
--   its own.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts, at the rate of each deal's own day;
--   default USD
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- column: issuer text; the borrower
-- column: tranches count; tranches issued
-- column: first_on date; the earliest deal's day
-- column: last_on date; the latest deal's day
-- column: issued_low money; the least they add up to
-- column: issued_high money; the most they add up to
-- column: investment_grade money; of the low total, rated investment grade
-- column: high_yield money; of the low total, rated below it
-- column: unrated money; of the low total, without a rating on record
-- column: currency text; the currency of the amounts
-- chart: bar issuer issued_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:stage, 'binding') AS stage
),
stage_rank AS (
  SELECT 'announced' AS stage, 1 AS rank UNION ALL SELECT 'binding', 2
  UNION ALL SELECT 'funded', 3 UNION ALL SELECT 'outstanding', 4
),
security AS (
  SELECT d.issuer_id, t.currency, t.qualifier, t.amount_minor, t.amount_low_minor,
    t.amount_high_minor, f.low_usd_minor, f.high_usd_minor, f.dated_on, f.dated_until,
    f.composite_notch, p.currency AS target,
    p.stage IN ('funded', 'outstanding') AND s.funding = 'partly_drawn' AS is_part,
    EXISTS (SELECT 1 FROM contradictions c WHERE c.is_resolved = 0
      AND (c.record_kind = 'tranche' AND c.record_key = t.key
        OR c.record_kind = 'deal' AND c.record_key = d.key AND c.attribute = 'amount'
          AND t.is_remainder = 1)) AS contradicted
  FROM parameter p
  JOIN tranche t ON t.counted = 1 AND t.instrument IN
    ('bond', 'convertible', 'securitisation', 'asset_backed', 'private_placement')
  JOIN deal d ON d.id = t.deal_id AND d.counted = 1
  JOIN tranche_figure f ON f.tranche_id = t.id
  JOIN state_span s ON s.id = coalesce(
    (SELECT x.id FROM state_span x WHERE x.tranche_id = t.id
      AND (x.from_on IS NULL OR x.from_on <= p.as_of)
      AND (x.before_on IS NULL OR p.as_of < x.before_on)),
    (SELECT x.id FROM state_span x WHERE x.deal_id = t.deal_id
      AND (x.from_on IS NULL OR x.from_on <= p.as_of)
      AND (x.before_on IS NULL OR p.as_of < x.before_on)))
  JOIN stage_rank has ON has.stage = s.stage
  JOIN stage_rank wants ON wants.stage = p.stage AND has.rank >= wants.rank
),
converted AS (
  SELECT b.*,
    CASE WHEN b.target = 'USD' THEN 1.0 WHEN b.target = b.currency THEN NULL ELSE (
      SELECT CASE b.target WHEN 'EUR' THEN 1.0 ELSE r.units_per_euro END / u.units_per_euro
        * y.minor_per_unit / 100.0
      FROM fx_rate u
      LEFT JOIN fx_rate r ON r.currency = b.target AND r.published_on = u.published_on
      JOIN currency y ON y.code = b.target
      WHERE u.currency = 'USD' AND u.published_on <= b.dated_until
        AND u.published_on >= date(b.dated_until, '-7 days')
      ORDER BY u.published_on DESC LIMIT 1) END AS target_per_cent
  FROM security b
),
valued AS (
  SELECT issuer_id, qualifier, contradicted, is_part, composite_notch, dated_on, dated_until,
    CASE WHEN is_part THEN NULL
      WHEN target = currency AND target <> 'USD' THEN CASE qualifier
        WHEN 'range' THEN amount_low_minor WHEN 'up_to' THEN 0 ELSE amount_minor END
      ELSE CAST(round(low_usd_minor * target_per_cent) AS INTEGER) END AS low_minor,
    CASE WHEN is_part THEN NULL
      WHEN target = currency AND target <> 'USD' THEN CASE qualifier
        WHEN 'range' THEN amount_high_minor WHEN 'at_least' THEN NULL ELSE amount_minor END
      ELSE CAST(round(high_usd_minor * target_per_cent) AS INTEGER) END AS high_minor
  FROM converted
)
SELECT i.name AS issuer, COUNT(*) AS tranches, MIN(v.dated_on) AS first_on,
  MAX(v.dated_until) AS last_on,
  coalesce(SUM(v.low_minor), 0) * 1.0 / y.minor_per_unit AS issued_low,
  coalesce(SUM(coalesce(v.high_minor, v.low_minor)), 0) * 1.0 / y.minor_per_unit AS issued_high,
  coalesce(SUM(CASE WHEN v.composite_notch <= 10 THEN v.low_minor END), 0) * 1.0
    / y.minor_per_unit AS investment_grade,
  coalesce(SUM(CASE WHEN v.composite_notch > 10 THEN v.low_minor END), 0) * 1.0
    / y.minor_per_unit AS high_yield,
  coalesce(SUM(CASE WHEN v.composite_notch IS NULL THEN v.low_minor END), 0) * 1.0
    / y.minor_per_unit AS unrated,
  p.currency,
  COUNT(v.low_minor) AS rows_used,
  COUNT(CASE WHEN v.qualifier = 'undisclosed' OR v.is_part THEN 1 END) AS rows_without_amount,
  COUNT(CASE WHEN v.qualifier <> 'undisclosed' AND NOT v.is_part AND v.low_minor IS NULL THEN 1 END)
    AS rows_unconverted,
  SUM(v.contradicted) AS rows_contradicted
FROM valued v
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
JOIN party i ON i.id = v.issuer_id
GROUP BY i.id
ORDER BY SUM(coalesce(v.high_minor, v.low_minor)) DESC, i.name;
