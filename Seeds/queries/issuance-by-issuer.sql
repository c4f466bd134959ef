-- title: Issuance by issuer: debt securities by who borrowed, and how they were rated
-- definition: Counted bonds, convertibles, securitisations, asset-backed notes and private
--   placements that have reached the stage, by borrower. Loans, leases and equity are left out.
--   Buckets follow the composite (second best) rating on the pricing day; unrated is a bucket of
--   its own.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate
--   or the last one before it, none older than seven days, converts every amount; default
--   deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- parameter: rollup rollup; whom borrowers are added up under: entity, each by itself, those
--   held to be the same as one; parent, the ultimate parent; sponsor, who sponsors it in the
--   end; brand, the name it trades under; links as they stand today; default entity
-- column: issuer text; the borrower, or whom it is added up under
-- column: tranches count; tranches issued
-- column: first_on date; the earliest deal's day
-- column: last_on date; the latest deal's day
-- column: issued_low money; the least they add up to
-- column: issued_high money; the most they add up to
-- column: investment_grade money; of the low total, rated investment grade
-- column: high_yield money; of the low total, rated below it
-- column: unrated money; of the low total, without a rating on record
-- column: currency text; the currency of the amounts
-- column: undated count; tranches whose stage rests on an event without a day, which counts
--   always
-- chart: bar issuer issued_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx, coalesce(:stage, 'binding') AS stage,
    coalesce(:rollup, 'entity') AS rollup
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.issuer_id, x.composite_notch, x.dated_on, x.dated_until,
    x.is_undated, max(x.is_contested, x.is_rating_contested) AS is_contested, x.currency,
    (SELECT currency FROM parameter) AS target,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_minor
      WHEN 3 THEN x.funded_low_minor ELSE x.low_minor END
      AS own_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_minor
      WHEN 3 THEN x.funded_high_minor ELSE x.high_minor END
      AS own_high_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_usd_minor
      WHEN 3 THEN x.funded_low_usd_minor ELSE x.low_usd_minor END AS usd_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_usd_minor
      WHEN 3 THEN x.funded_high_usd_minor ELSE x.high_usd_minor END AS usd_high_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.instrument IN
    ('bond', 'convertible', 'securitisation', 'asset_backed', 'private_placement')
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
    AND x.stage_rank >= (SELECT stage_rank FROM wanted)
),
rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM position) q CROSS JOIN parameter p
),
valued AS MATERIALIZED (
  SELECT issuer_id, is_contested, is_undated, composite_notch, dated_on, dated_until,
    own_low_minor,
    CASE WHEN currency = target THEN own_low_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_low_minor
      ELSE CAST(round(own_low_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = position.currency AND r.rate_on = position.rate_on))
        AS INTEGER) END AS low_minor,
    CASE WHEN currency = target THEN own_high_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_high_minor
      ELSE CAST(round(own_high_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = position.currency AND r.rate_on = position.rate_on))
        AS INTEGER) END AS high_minor
  FROM position
),
total AS (
  SELECT issuer_id, COUNT(*) AS tranches, MIN(dated_on) AS first_on, MAX(dated_until) AS last_on,
    SUM(low_minor) AS low_minor, SUM(coalesce(high_minor, low_minor)) AS high_minor,
    SUM(CASE WHEN composite_notch <= 10 THEN low_minor END) AS investment_grade_minor,
    SUM(CASE WHEN composite_notch > 10 THEN low_minor END) AS high_yield_minor,
    SUM(CASE WHEN composite_notch IS NULL THEN low_minor END) AS unrated_minor,
    SUM(is_undated) AS undated, COUNT(low_minor) AS rows_used,
    COUNT(*) - COUNT(own_low_minor) AS rows_without_amount,
    COUNT(own_low_minor) - COUNT(low_minor) AS rows_unconverted,
    SUM(is_contested) AS rows_contradicted
  FROM valued GROUP BY issuer_id
),
rolled AS (
  SELECT r.rolled_id AS issuer_id, SUM(v.tranches) AS tranches, MIN(v.first_on) AS first_on,
    MAX(v.last_on) AS last_on, SUM(v.low_minor) AS low_minor, SUM(v.high_minor) AS high_minor,
    SUM(v.investment_grade_minor) AS investment_grade_minor,
    SUM(v.high_yield_minor) AS high_yield_minor, SUM(v.unrated_minor) AS unrated_minor,
    SUM(v.undated) AS undated, SUM(v.rows_used) AS rows_used,
    SUM(v.rows_without_amount) AS rows_without_amount,
    SUM(v.rows_unconverted) AS rows_unconverted, SUM(v.rows_contradicted) AS rows_contradicted
  FROM total v
  JOIN party_rollups r ON r.party_id = v.issuer_id
    AND r.rollup = (SELECT rollup FROM parameter)
  GROUP BY r.rolled_id
)
SELECT i.name AS issuer, v.tranches, v.first_on, v.last_on,
  v.low_minor * 1.0 / y.minor_per_unit AS issued_low,
  v.high_minor * 1.0 / y.minor_per_unit AS issued_high,
  CASE WHEN v.rows_used > 0 THEN coalesce(v.investment_grade_minor, 0) END * 1.0
    / y.minor_per_unit AS investment_grade,
  CASE WHEN v.rows_used > 0 THEN coalesce(v.high_yield_minor, 0) END * 1.0
    / y.minor_per_unit AS high_yield,
  CASE WHEN v.rows_used > 0 THEN coalesce(v.unrated_minor, 0) END * 1.0
    / y.minor_per_unit AS unrated,
  p.currency, v.undated, v.rows_used, v.rows_without_amount, v.rows_unconverted,
  v.rows_contradicted
FROM rolled v
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
JOIN party i ON i.id = v.issuer_id
ORDER BY v.high_minor DESC, i.name;
