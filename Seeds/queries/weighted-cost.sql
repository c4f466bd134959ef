-- title: What the debt costs: rates weighted by what is owed
-- definition: Counted debt tranches that have reached the stage on the day: the yearly rate of
--   each, weighted by what is owed. A fixed rate is the coupon. A floating rate is the last fixing
--   of its benchmark on or before the day, none older than ten days, never below the floor, plus
--   the margin; without such a fixing it is unknown. A margin told as a range gives two rates. What
--   has no known rate is told apart with its share, so that a mean over little is seen. Fees, issue
--   discounts and margin steps are left out. Weights are in one
--   currency.
-- parameter: as_of date; the day asked about; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default outstanding
-- parameter: by choice(instrument|bucket|issuer); what rows stand for; default instrument
-- column: group_of text; instrument, rating bucket at pricing, or issuer; all for the whole
-- column: tranches count; tranches
-- column: owed_low money; the least they add up to
-- column: rated_low money; of it with a known rate
-- column: currency text; the currency of the amounts
-- column: unknown_share_pct percent; share of what is owed whose rate is unknown
-- column: fixed_pct percent; mean rate of what is fixed
-- column: floating_low_pct percent; mean rate of what floats, at the low margin
-- column: floating_high_pct percent; at the high margin
-- column: cost_low_pct percent; mean rate of both, at the low margin
-- column: cost_high_pct percent; at the high margin
-- column: rate_unknown count; tranches whose rate nobody gives
-- column: fixing_missing count; floating tranches whose benchmark has no fixing
-- chart: bar group_of cost_high_pct
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'outstanding') AS stage,
    coalesce(:by, 'instrument') AS grouping, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
fixing AS MATERIALIZED (
  SELECT b.benchmark, b.rate_pct FROM benchmark_rate b CROSS JOIN parameter p
  WHERE b.fixed_on = (SELECT MAX(o.fixed_on) FROM benchmark_rate o
    WHERE o.benchmark = b.benchmark AND o.fixed_on BETWEEN date(p.as_of, '-10 days') AND p.as_of)
),
position AS NOT MATERIALIZED (
  SELECT x.tranche_id, x.issuer_id, x.instrument, x.composite_notch, x.is_contested,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_minor
      WHEN 3 THEN x.funded_low_minor ELSE x.low_minor END AS own_minor,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE (SELECT fx FROM parameter) END AS rate_on
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
converted AS MATERIALIZED (
  SELECT q.*, CASE WHEN (SELECT currency = 'USD' AND fx = 'deal_date' FROM parameter)
      THEN q.cents_per_minor ELSE (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on IS q.rate_on) END AS factor
  FROM position q
),
owed AS MATERIALIZED (
  SELECT CASE p.grouping WHEN 'issuer' THEN i.name WHEN 'bucket' THEN
      CASE WHEN q.composite_notch IS NULL THEN 'unrated' WHEN q.composite_notch <= 10
        THEN 'investment_grade' ELSE 'high_yield' END ELSE q.instrument END AS group_of,
    q.own_minor, CAST(round(q.own_minor * q.factor) AS INTEGER) AS minor,
    CASE WHEN t.rate_type = 'floating' OR t.rate_type IS NULL AND t.coupon_pct IS NULL
      AND t.spread_bps IS NOT NULL AND coalesce(t.benchmark, '') <> 'treasury'
      THEN 1 ELSE 0 END AS floats,
    CASE WHEN t.rate_type = 'zero' THEN 0.0 WHEN t.rate_type = 'floating' THEN NULL
      ELSE t.coupon_pct END AS fixed_pct,
    max(f.rate_pct, coalesce(t.floor_pct, f.rate_pct)) + t.spread_bps / 100.0 AS low_pct,
    max(f.rate_pct, coalesce(t.floor_pct, f.rate_pct))
      + coalesce(t.spread_bps_high, t.spread_bps) / 100.0 AS high_pct,
    t.spread_bps, f.rate_pct, q.is_contested
  FROM converted q
  JOIN tranche t ON t.id = q.tranche_id
  JOIN party i ON i.id = q.issuer_id
  CROSS JOIN parameter p
  LEFT JOIN fixing f ON f.benchmark = t.benchmark
),
priced AS (
  SELECT group_of, own_minor, minor, is_contested,
    CASE floats WHEN 0 THEN fixed_pct END AS fixed_pct,
    CASE floats WHEN 1 THEN low_pct END AS low_pct,
    CASE floats WHEN 1 THEN high_pct END AS high_pct,
    CASE WHEN floats = 1 AND spread_bps IS NOT NULL AND rate_pct IS NULL THEN 1 ELSE 0 END
      AS is_unfixed
  FROM owed
),
counted AS (
  SELECT 1 AS place, q.* FROM priced q UNION ALL SELECT 0, 'all', own_minor, minor, is_contested,
    fixed_pct, low_pct, high_pct, is_unfixed FROM priced
),
total AS (
  SELECT place, group_of, COUNT(*) AS tranches, SUM(minor) AS minor,
    SUM(CASE WHEN coalesce(fixed_pct, low_pct) IS NOT NULL THEN minor END) AS rated_minor,
    SUM(CASE WHEN fixed_pct IS NOT NULL THEN minor END) AS fixed_minor,
    SUM(CASE WHEN low_pct IS NOT NULL THEN minor END) AS floating_minor,
    SUM(minor * fixed_pct) AS fixed_sum, SUM(minor * low_pct) AS low_sum,
    SUM(minor * high_pct) AS high_sum,
    SUM(coalesce(fixed_pct, low_pct) IS NULL AND is_unfixed = 0) AS rate_unknown,
    SUM(is_unfixed) AS fixing_missing, COUNT(minor) AS rows_used,
    SUM(own_minor IS NULL) AS rows_without_amount,
    SUM(own_minor IS NOT NULL AND minor IS NULL) AS rows_unconverted,
    SUM(is_contested) AS rows_contradicted
  FROM counted GROUP BY place, group_of
)
SELECT group_of, tranches, minor * 1.0 / y.minor_per_unit AS owed_low,
  rated_minor * 1.0 / y.minor_per_unit AS rated_low, p.currency,
  round(100.0 * (minor - coalesce(rated_minor, 0)) / nullif(minor, 0), 4) AS unknown_share_pct,
  round(fixed_sum / nullif(fixed_minor, 0), 4) AS fixed_pct,
  round(low_sum / nullif(floating_minor, 0), 4) AS floating_low_pct,
  round(high_sum / nullif(floating_minor, 0), 4) AS floating_high_pct,
  round((coalesce(fixed_sum, 0) + coalesce(low_sum, 0)) / nullif(rated_minor, 0), 4)
    AS cost_low_pct,
  round((coalesce(fixed_sum, 0) + coalesce(high_sum, 0)) / nullif(rated_minor, 0), 4)
    AS cost_high_pct,
  rate_unknown, fixing_missing, CASE place WHEN 0 THEN rows_used ELSE 0 END AS rows_used,
  CASE place WHEN 0 THEN rows_without_amount ELSE 0 END AS rows_without_amount,
  CASE place WHEN 0 THEN rows_unconverted ELSE 0 END AS rows_unconverted,
  CASE place WHEN 0 THEN rows_contradicted ELSE 0 END AS rows_contradicted
FROM total
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
WHERE tranches > 0
ORDER BY place, minor DESC NULLS LAST, group_of;
