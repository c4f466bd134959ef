-- title: Junk-bond share: how much of the rated bonds is below investment grade
-- definition: Face value of counted bond tranches (convertibles apart) that have reached the
--   stage, by composite rating on their pricing day. High yield begins at BB+ / Ba1 / BB (high),
--   notch 11. The share is high yield over all rated bonds; unrated bonds are a row of their own,
--   never junk. Level of the rating: tranche, else deal, else for unsecured senior bonds the
--   issuer's senior unsecured rating, else the issuer's. An "up to" counts from nothing to its
--   ceiling, a range from its low to its high end; no midpoint is taken.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- parameter: rating_rule rule; second_best (one rating: that; two: the worse; three: the middle),
--   average, lowest, highest, sp_first, moodys_first, fitch_first; default second_best
-- column: bucket text; investment_grade, high_yield or unrated
-- column: tranches count; bond tranches in the bucket
-- column: face_low money; the least their face can add up to
-- column: face_high money; the most, as far as ceilings are known
-- column: share_of_rated_low_pct percent; the least share of rated bonds
-- column: share_of_rated_high_pct percent; the most
-- column: currency text; the currency of the amounts
-- column: undated count; tranches whose stage rests on an event without a day, which counts always
-- column: remark text; why there is no share, where there is none
-- chart: bar bucket face_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx, coalesce(:stage, 'binding') AS stage,
    coalesce(:rating_rule, 'second_best') AS rating_rule
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.tranche_id, x.sp_notch, x.moodys_notch, x.fitch_notch, x.dbrs_notch, x.composite_notch,
    x.average_notch, x.lowest_notch, x.highest_notch,
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
  WHERE x.counted = 1 AND x.instrument = 'bond'
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
    AND x.stage_rank >= (SELECT stage_rank FROM wanted)
),
rated AS NOT MATERIALIZED (
  SELECT b.*,
    CASE (SELECT rating_rule FROM parameter)
      WHEN 'second_best' THEN b.composite_notch
      WHEN 'average' THEN b.average_notch WHEN 'lowest' THEN b.lowest_notch
      WHEN 'highest' THEN b.highest_notch
      WHEN 'sp_first' THEN coalesce(b.sp_notch, b.moodys_notch, b.fitch_notch, b.dbrs_notch)
      WHEN 'moodys_first' THEN coalesce(b.moodys_notch, b.sp_notch, b.fitch_notch, b.dbrs_notch)
      WHEN 'fitch_first' THEN coalesce(b.fitch_notch, b.sp_notch, b.moodys_notch, b.dbrs_notch)
    END AS notch
  FROM position b
),
rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM position) q CROSS JOIN parameter p
),
valued AS (
  SELECT CASE WHEN notch IS NULL THEN 'unrated' WHEN notch <= 10 THEN 'investment_grade'
      ELSE 'high_yield' END AS bucket, is_contested, is_undated, own_low_minor,
    CASE WHEN currency = target THEN own_low_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_low_minor
      ELSE CAST(round(own_low_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = rated.currency AND r.rate_on = rated.rate_on))
        AS INTEGER) END AS low_minor,
    CASE WHEN currency = target THEN own_high_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_high_minor
      ELSE CAST(round(own_high_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = rated.currency AND r.rate_on = rated.rate_on))
        AS INTEGER) END AS high_minor
  FROM rated
),
total AS (
  SELECT bucket, COUNT(*) AS tranches, SUM(is_undated) AS undated, SUM(low_minor) AS low_minor,
    SUM(coalesce(high_minor, low_minor)) AS high_minor, COUNT(low_minor) AS rows_used,
    COUNT(*) - COUNT(own_low_minor) AS rows_without_amount,
    COUNT(own_low_minor) - COUNT(low_minor) AS rows_unconverted,
    SUM(is_contested) AS rows_contradicted
  FROM valued GROUP BY bucket
),
bucket AS (
  SELECT 1 AS place, 'investment_grade' AS bucket UNION ALL SELECT 2, 'high_yield'
  UNION ALL SELECT 3, 'unrated'
),
summed AS (
  SELECT k.place, k.bucket, coalesce(v.tranches, 0) AS tranches, coalesce(v.undated, 0) AS undated,
    CASE WHEN v.rows_used > 0 OR coalesce(v.rows_unconverted, 0) = 0
      THEN coalesce(v.low_minor, 0) END AS low_minor,
    CASE WHEN v.rows_used > 0 OR coalesce(v.rows_unconverted, 0) = 0
      THEN coalesce(v.high_minor, 0) END AS high_minor,
    coalesce(v.rows_used, 0) AS rows_used,
    coalesce(v.rows_without_amount, 0) AS rows_without_amount,
    coalesce(v.rows_unconverted, 0) AS rows_unconverted,
    coalesce(v.rows_contradicted, 0) AS rows_contradicted
  FROM bucket k LEFT JOIN total v ON v.bucket = k.bucket
)
SELECT s.bucket, s.tranches,
  s.low_minor * 1.0 / y.minor_per_unit AS face_low,
  s.high_minor * 1.0 / y.minor_per_unit AS face_high,
  CASE WHEN s.bucket <> 'unrated'
    THEN round(100.0 * s.low_minor / nullif(s.low_minor + o.high_minor, 0), 4) END
    AS share_of_rated_low_pct,
  CASE WHEN s.bucket <> 'unrated'
    THEN round(100.0 * s.high_minor / nullif(s.high_minor + o.low_minor, 0), 4) END
    AS share_of_rated_high_pct,
  p.currency, s.undated,
  CASE WHEN s.bucket <> 'unrated' THEN
    CASE WHEN s.high_minor IS NULL OR o.high_minor IS NULL THEN 'no rated bond could be converted'
      WHEN s.high_minor + o.high_minor = 0 THEN 'no rated bond with an amount' END END AS remark,
  s.rows_used, s.rows_without_amount, s.rows_unconverted, s.rows_contradicted
FROM summed s
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
LEFT JOIN summed o ON o.bucket = CASE s.bucket WHEN 'high_yield' THEN 'investment_grade'
  WHEN 'investment_grade' THEN 'high_yield' END
ORDER BY s.place;
