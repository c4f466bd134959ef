-- title: Spreads at issue by rating
-- definition: Counted debt tranches that have reached the stage and whose spread at issue is
--   known, in basis points, by composite rating on the pricing day and whether they are secured:
--   the mean weighted by face in one currency, the plain median and the range. A spread given as a
--   range counts with its two ends. Fewer than three tranches give no mean and no median.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the weights; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every weight; default deal_date
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
-- chart: bar bucket+secured+benchmark most_bps least_bps
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'binding') AS stage,
    coalesce(:currency, 'USD') AS currency, coalesce(:fx, 'deal_date') AS fx
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.tranche_id, x.composite_notch, x.low_minor, x.is_contested,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM position) q CROSS JOIN parameter p
),
-- In dollars at the deal's day the rate is the one its figures have.
converted AS NOT MATERIALIZED (
  SELECT q.*, CASE WHEN (SELECT currency = 'USD' AND fx = 'deal_date' FROM parameter)
      THEN q.cents_per_minor ELSE (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on IS q.rate_on) END AS factor
  FROM position q
),
tranche_spread AS NOT MATERIALIZED (
  SELECT CASE WHEN q.composite_notch IS NULL THEN 6 WHEN q.composite_notch <= 10 THEN 0 ELSE 3 END
      + CASE t.secured WHEN 1 THEN 0 WHEN 0 THEN 1 ELSE 2 END AS kind,
    CASE WHEN t.spread_bps IS NULL THEN NULL ELSE coalesce(t.benchmark, 'not given') END
      AS benchmark,
    t.spread_bps AS low_bps, t.spread_bps_high AS high_bps, q.low_minor AS own_minor,
    CAST(round(q.low_minor * q.factor) AS INTEGER) AS minor, q.is_contested
  FROM converted q CROSS JOIN tranche t WHERE t.id = q.tranche_id
  -- The limit is beyond any count: it keeps the rows from being stored, and each is rounded once.
  LIMIT 9223372036854775807
),
-- Sums by spread first: there are many tranches, and few spreads. Rating and security are one
-- digit, which sorts faster than two words; whole basis points sort fastest, and go before.
step AS MATERIALIZED (
  SELECT low_bps, kind, benchmark, COUNT(*) AS tranches, COUNT(minor) AS used,
    SUM(minor) AS minor, SUM((high_bps - low_bps) * minor) AS widened,
    MAX(coalesce(high_bps, low_bps)) AS most_bps, COUNT(own_minor) AS amounts,
    SUM(is_contested) AS contested
  FROM tranche_spread GROUP BY CAST(coalesce(low_bps, -1) AS INTEGER), low_bps, kind, benchmark
),
placed AS (
  SELECT s.*, SUM(tranches) OVER (PARTITION BY kind, benchmark) AS members,
    SUM(tranches) OVER (PARTITION BY kind, benchmark ORDER BY low_bps) AS place
  FROM step s WHERE low_bps IS NOT NULL
),
total AS (
  SELECT kind, benchmark, SUM(tranches) AS tranches,
    CASE WHEN SUM(tranches) >= 3 THEN round(SUM(low_bps * minor) / nullif(SUM(minor), 0), 1) END
      AS mean_low_bps,
    CASE WHEN SUM(tranches) >= 3 THEN
        round(SUM(low_bps * minor + coalesce(widened, 0)) / nullif(SUM(minor), 0), 1) END
      AS mean_high_bps,
    -- The spread at the middle, or the two at its sides.
    CASE WHEN SUM(tranches) >= 3 THEN (
        MIN(CASE WHEN 2 * place >= members THEN low_bps END)
        + MIN(CASE WHEN 2 * place >= members + 1 THEN low_bps END)) / 2.0 END AS median_bps,
    MIN(low_bps) AS least_bps, MAX(most_bps) AS most_bps, SUM(used) AS rows_used,
    SUM(tranches - amounts) AS rows_without_amount, SUM(amounts - used) AS rows_unconverted,
    SUM(contested) AS rows_contradicted
  FROM placed GROUP BY kind, benchmark
),
missing AS (
  SELECT kind, tranches FROM step WHERE low_bps IS NULL
)
SELECT CASE t.kind / 3 WHEN 0 THEN 'investment_grade' WHEN 1 THEN 'high_yield' ELSE 'unrated' END
    AS bucket,
  CASE t.kind % 3 WHEN 0 THEN 'yes' WHEN 1 THEN 'no' ELSE 'unknown' END AS secured,
  t.benchmark, t.tranches, t.mean_low_bps, t.mean_high_bps, t.median_bps,
  t.least_bps, t.most_bps, coalesce(m.tranches, 0) AS without_spread, t.rows_used,
  t.rows_without_amount, t.rows_unconverted, t.rows_contradicted
FROM total t
LEFT JOIN missing m ON m.kind = t.kind
ORDER BY t.kind / 3, secured DESC, t.benchmark;
