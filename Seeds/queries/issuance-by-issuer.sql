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
-- column: undated count; tranches whose stage rests on an event without a day, which counts always
-- chart: bar issuer issued_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:stage, 'binding') AS stage
),
position AS (
  SELECT x.*, p.currency AS target,
    CASE WHEN p.stage IN ('funded', 'outstanding') THEN x.funded_low_minor
      ELSE x.low_minor END AS own_low_minor,
    CASE WHEN p.stage IN ('funded', 'outstanding') THEN x.funded_high_minor
      ELSE x.high_minor END AS own_high_minor,
    CASE WHEN p.stage IN ('funded', 'outstanding') THEN x.funded_low_usd_minor
      ELSE x.low_usd_minor END AS usd_low_minor,
    CASE WHEN p.stage IN ('funded', 'outstanding') THEN x.funded_high_usd_minor
      ELSE x.high_usd_minor END AS usd_high_minor,
    CASE WHEN p.currency = x.currency THEN NULL WHEN p.currency = 'USD' THEN 1.0
      WHEN substr(x.dated_on, 1, 7) = substr(x.dated_until, 1, 7) THEN (
        SELECT CASE p.currency WHEN 'EUR' THEN 1.0 ELSE r.units_per_euro END / u.units_per_euro
          * y.minor_per_unit / 100.0
        FROM fx_rate u
        LEFT JOIN fx_rate r ON r.currency = p.currency AND r.published_on = u.published_on
        JOIN currency y ON y.code = p.currency
        WHERE u.currency = 'USD' AND u.published_on <= x.dated_until
          AND u.published_on >= date(x.dated_until, '-7 days')
        ORDER BY u.published_on DESC LIMIT 1) END AS target_per_cent
  FROM parameter p
  JOIN positions x ON x.counted = 1 AND x.instrument IN
    ('bond', 'convertible', 'securitisation', 'asset_backed', 'private_placement')
    AND (x.from_on IS NULL OR x.from_on <= p.as_of)
    AND (x.before_on IS NULL OR p.as_of < x.before_on)
    AND x.stage_rank >= CASE p.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2
      WHEN 'funded' THEN 3 ELSE 4 END
),
valued AS (
  SELECT issuer_id, is_contested, is_undated, composite_notch, dated_on, dated_until,
    CASE WHEN target = currency THEN own_low_minor
      ELSE CAST(round(usd_low_minor * target_per_cent) AS INTEGER) END AS low_minor,
    CASE WHEN target = currency THEN own_high_minor
      ELSE CAST(round(usd_high_minor * target_per_cent) AS INTEGER) END AS high_minor,
    CASE WHEN own_low_minor IS NULL THEN 1 ELSE 0 END AS is_without_amount
  FROM position
)
SELECT i.name AS issuer, COUNT(*) AS tranches, MIN(v.dated_on) AS first_on,
  MAX(v.dated_until) AS last_on,
  SUM(v.low_minor) * 1.0 / y.minor_per_unit AS issued_low,
  SUM(coalesce(v.high_minor, v.low_minor)) * 1.0 / y.minor_per_unit AS issued_high,
  CASE WHEN COUNT(v.low_minor) > 0 THEN
    coalesce(SUM(CASE WHEN v.composite_notch <= 10 THEN v.low_minor END), 0) END * 1.0
    / y.minor_per_unit AS investment_grade,
  CASE WHEN COUNT(v.low_minor) > 0 THEN
    coalesce(SUM(CASE WHEN v.composite_notch > 10 THEN v.low_minor END), 0) END * 1.0
    / y.minor_per_unit AS high_yield,
  CASE WHEN COUNT(v.low_minor) > 0 THEN
    coalesce(SUM(CASE WHEN v.composite_notch IS NULL THEN v.low_minor END), 0) END * 1.0
    / y.minor_per_unit AS unrated,
  p.currency, SUM(v.is_undated) AS undated,
  COUNT(v.low_minor) AS rows_used,
  SUM(v.is_without_amount) AS rows_without_amount,
  COUNT(CASE WHEN v.is_without_amount = 0 AND v.low_minor IS NULL THEN 1 END)
    AS rows_unconverted,
  SUM(v.is_contested) AS rows_contradicted
FROM valued v
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
JOIN party i ON i.id = v.issuer_id
GROUP BY i.id
ORDER BY SUM(coalesce(v.high_minor, v.low_minor)) DESC, i.name;
