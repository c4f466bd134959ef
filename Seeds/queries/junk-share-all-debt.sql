-- title: Junk share of all debt: bonds, loans and private notes together
-- definition: Counted debt tranches that have reached the stage, by the bucket of their
--   composite rating and the level it stands at. Rated as junk-bond-share rates: the tranche's
--   own rating, else its deal's, else the issuer's. High yield begins at notch 11. Shares are of
--   all rated debt; what is unrated is a row of its own and never junk. Ranges count low and
--   high; no midpoint.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate
--   or the last one before it, none older than seven days, converts every amount; default
--   deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- column: bucket text; investment_grade, high_yield or unrated
-- column: rating_level text; what the rating is of: tranche, deal, senior_unsecured or issuer
-- column: tranches count; debt tranches in the bucket at that level
-- column: face_low money; the least they can add up to
-- column: face_high money; the most, as far as ceilings are known
-- column: share_of_rated_low_pct percent; the least over all rated debt at its least
-- column: currency text; the currency of the amounts
-- column: undated count; tranches whose stage rests on an event without a day, which counts
--   always
-- chart: bar bucket+rating_level face_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx, coalesce(:stage, 'binding') AS stage
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.tranche_id, x.composite_notch,
    x.is_undated, x.is_contested, x.currency, (SELECT currency FROM parameter) AS target,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_minor
      WHEN 3 THEN x.funded_low_minor ELSE x.low_minor END AS own_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_minor
      WHEN 3 THEN x.funded_high_minor ELSE x.high_minor END AS own_high_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_usd_minor
      WHEN 3 THEN x.funded_low_usd_minor ELSE x.low_usd_minor END AS usd_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_usd_minor
      WHEN 3 THEN x.funded_high_usd_minor ELSE x.high_usd_minor END AS usd_high_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1
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
  SELECT CASE WHEN q.composite_notch IS NULL THEN 'unrated'
      WHEN q.composite_notch <= 10 THEN 'investment_grade' ELSE 'high_yield' END AS bucket,
    CASE WHEN q.composite_notch IS NOT NULL THEN (SELECT f.rating_level FROM tranche_figure f
      WHERE f.tranche_id = q.tranche_id) END AS rating_level,
    q.is_contested, q.is_undated, own_low_minor,
    CASE WHEN q.currency = target THEN own_low_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_low_minor
      ELSE CAST(round(own_low_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on = q.rate_on))
        AS INTEGER) END AS low_minor,
    CASE WHEN q.currency = target THEN own_high_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_high_minor
      ELSE CAST(round(own_high_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on = q.rate_on))
        AS INTEGER) END AS high_minor
  FROM position q
),
total AS (
  SELECT bucket, rating_level, COUNT(*) AS tranches, SUM(is_undated) AS undated,
    SUM(low_minor) AS low_minor, SUM(coalesce(high_minor, low_minor)) AS high_minor,
    COUNT(low_minor) AS rows_used,
    COUNT(*) - COUNT(own_low_minor) AS rows_without_amount,
    COUNT(own_low_minor) - COUNT(low_minor) AS rows_unconverted,
    SUM(is_contested) AS rows_contradicted
  FROM valued GROUP BY bucket, rating_level
),
rated AS (
  SELECT SUM(low_minor) AS low_minor FROM total WHERE bucket <> 'unrated'
)
SELECT s.bucket, s.rating_level, s.tranches,
  s.low_minor * 1.0 / y.minor_per_unit AS face_low,
  s.high_minor * 1.0 / y.minor_per_unit AS face_high,
  CASE WHEN s.bucket <> 'unrated' THEN round(100.0 * s.low_minor / nullif(r.low_minor, 0), 4) END
    AS share_of_rated_low_pct,
  p.currency, s.undated, s.rows_used, s.rows_without_amount, s.rows_unconverted,
  s.rows_contradicted
FROM total s
CROSS JOIN rated r
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
ORDER BY CASE s.bucket WHEN 'investment_grade' THEN 1 WHEN 'high_yield' THEN 2 ELSE 3 END,
  s.rating_level;
