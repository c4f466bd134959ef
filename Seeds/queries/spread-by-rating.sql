-- title: Spreads at issue by rating
-- definition: Counted debt tranches that have reached the stage and whose spread at issue is
--   known, in basis points, by composite rating on the pricing day and whether they are secured:
--   the mean weighted by face in US dollars, the plain median and the range. A spread given as a
--   range counts with its two ends. Fewer than three tranches give no mean and no median.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- column: bucket text; investment_grade, high_yield or unrated
-- column: secured text; yes, no or unknown
-- column: benchmark text; what the spread is over
-- column: tranches count; tranches with a spread
-- column: mean_low_bps basis points; weighted by face, at the low end of each spread
-- column: mean_high_bps basis points; at the high end
-- column: median_bps basis points; of the low ends, each tranche the same
-- column: least_bps basis points; the narrowest
-- column: most_bps basis points; the widest
-- column: without_spread count; tranches of the row whose spread nobody gives
-- chart: bar bucket mean_low_bps
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'binding') AS stage
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
tranche_spread AS (
  SELECT CASE WHEN x.composite_notch IS NULL THEN 'unrated'
      WHEN x.composite_notch <= 10 THEN 'investment_grade' ELSE 'high_yield' END AS bucket,
    CASE t.secured WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'unknown' END AS secured,
    CASE WHEN t.spread_bps IS NULL THEN NULL ELSE coalesce(t.benchmark, 'not given') END
      AS benchmark,
    t.spread_bps AS low_bps, coalesce(t.spread_bps_high, t.spread_bps) AS high_bps,
    x.low_usd_minor, x.low_minor, x.is_unconverted, x.is_contested
  FROM positions x CROSS JOIN parameter p
  JOIN tranche t ON t.id = x.tranche_id
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (x.from_on IS NULL OR x.from_on <= p.as_of)
    AND (x.before_on IS NULL OR p.as_of < x.before_on)
),
placed AS (
  SELECT s.*, COUNT(*) OVER (PARTITION BY bucket, secured, benchmark) AS members,
    row_number() OVER (PARTITION BY bucket, secured, benchmark ORDER BY low_bps) AS place
  FROM tranche_spread s WHERE low_bps IS NOT NULL
),
total AS (
  SELECT bucket, secured, benchmark, COUNT(*) AS tranches,
    CASE WHEN COUNT(*) >= 3 THEN round(SUM(low_bps * low_usd_minor)
      / nullif(SUM(CASE WHEN low_usd_minor IS NOT NULL THEN low_usd_minor END), 0), 1) END
      AS mean_low_bps,
    CASE WHEN COUNT(*) >= 3 THEN round(SUM(high_bps * low_usd_minor)
      / nullif(SUM(CASE WHEN low_usd_minor IS NOT NULL THEN low_usd_minor END), 0), 1) END
      AS mean_high_bps,
    CASE WHEN COUNT(*) >= 3 THEN AVG(CASE WHEN 2 * place BETWEEN members AND members + 2
      THEN low_bps END) END AS median_bps,
    MIN(low_bps) AS least_bps, MAX(high_bps) AS most_bps, COUNT(low_usd_minor) AS rows_used,
    COUNT(CASE WHEN low_minor IS NULL THEN 1 END) AS rows_without_amount,
    SUM(is_unconverted) AS rows_unconverted, SUM(is_contested) AS rows_contradicted
  FROM placed GROUP BY bucket, secured, benchmark
),
missing AS (
  SELECT bucket, secured, COUNT(*) AS tranches FROM tranche_spread
  WHERE low_bps IS NULL GROUP BY bucket, secured
)
SELECT t.bucket, t.secured, t.benchmark, t.tranches, t.mean_low_bps, t.mean_high_bps, t.median_bps,
  t.least_bps, t.most_bps, coalesce(m.tranches, 0) AS without_spread, t.rows_used,
  t.rows_without_amount, t.rows_unconverted, t.rows_contradicted
FROM total t
LEFT JOIN missing m ON m.bucket = t.bucket AND m.secured = t.secured
ORDER BY CASE t.bucket WHEN 'investment_grade' THEN 1 WHEN 'high_yield' THEN 2 ELSE 3 END,
  t.secured DESC, t.benchmark;
