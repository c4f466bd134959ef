-- title: How much the junk-bond share depends on the rating rule
-- definition: The share of junk-bond-share under each rule that makes one rating of several,
--   side by side: high yield over all rated bonds, at the least and at the most their faces can
--   be, and the bonds that change side against second_best, the Basel rule.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate
--   or the last one before it, none older than seven days, converts every amount; default
--   deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- column: rating_rule text; second_best, average, lowest, highest, sp_first, moodys_first or
--   fitch_first
-- column: rated count; bond tranches the rule rates
-- column: high_yield count; of these, below investment grade
-- column: high_yield_low money; the least their face can add up to
-- column: high_yield_high money; the most
-- column: share_low_pct percent; the least share of rated bonds
-- column: share_high_pct percent; the most
-- column: change_side count; tranches on the other side of the line than under second_best
-- column: currency text; the currency of the amounts
-- chart: bar rating_rule share_high_pct
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
  SELECT x.tranche_id, x.sp_notch, x.moodys_notch, x.fitch_notch, x.dbrs_notch,
    x.composite_notch, x.average_notch, x.lowest_notch, x.highest_notch,
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
  WHERE x.counted = 1 AND x.instrument = 'bond'
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
  SELECT q.*,
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
rule AS (
  SELECT 1 AS place, 'second_best' AS rating_rule UNION ALL SELECT 2, 'average'
  UNION ALL SELECT 3, 'lowest' UNION ALL SELECT 4, 'highest' UNION ALL SELECT 5, 'sp_first'
  UNION ALL SELECT 6, 'moodys_first' UNION ALL SELECT 7, 'fitch_first'
),
-- Few combinations of notches: a rule is applied to each of them, not to each bond.
graded AS MATERIALIZED (
  SELECT composite_notch, average_notch, lowest_notch, highest_notch, sp_notch, moodys_notch,
    fitch_notch, dbrs_notch, COUNT(*) AS bonds, SUM(low_minor) AS low_minor,
    SUM(coalesce(high_minor, low_minor)) AS high_minor, COUNT(low_minor) AS used,
    SUM(own_low_minor IS NULL) AS missing,
    SUM(low_minor IS NULL AND own_low_minor IS NOT NULL) AS unconverted,
    SUM(is_contested) AS contested
  FROM valued
  GROUP BY composite_notch, average_notch, lowest_notch, highest_notch, sp_notch, moodys_notch,
    fitch_notch, dbrs_notch
),
rated AS (
  SELECT r.place, r.rating_rule, v.*,
    CASE r.rating_rule WHEN 'second_best' THEN v.composite_notch
      WHEN 'average' THEN v.average_notch WHEN 'lowest' THEN v.lowest_notch
      WHEN 'highest' THEN v.highest_notch
      WHEN 'sp_first' THEN coalesce(v.sp_notch, v.moodys_notch, v.fitch_notch, v.dbrs_notch)
      WHEN 'moodys_first' THEN coalesce(v.moodys_notch, v.sp_notch, v.fitch_notch, v.dbrs_notch)
      WHEN 'fitch_first' THEN coalesce(v.fitch_notch, v.sp_notch, v.moodys_notch, v.dbrs_notch)
    END AS notch
  FROM rule r CROSS JOIN graded v
),
total AS (
  SELECT place, rating_rule, SUM(CASE WHEN notch > 0 THEN bonds ELSE 0 END) AS rated,
    SUM(CASE WHEN notch > 10 THEN bonds ELSE 0 END) AS high_yield,
    coalesce(SUM(CASE WHEN notch > 10 THEN low_minor END), 0) AS low_minor,
    coalesce(SUM(CASE WHEN notch > 10 THEN high_minor END), 0) AS high_minor,
    coalesce(SUM(CASE WHEN notch <= 10 THEN low_minor END), 0) AS good_low_minor,
    coalesce(SUM(CASE WHEN notch <= 10 THEN high_minor END), 0) AS good_high_minor,
    SUM(CASE WHEN (notch > 10) <> (composite_notch > 10) THEN bonds ELSE 0 END) AS change_side,
    SUM(CASE WHEN notch > 0 THEN used ELSE 0 END) AS rows_used,
    SUM(CASE WHEN notch > 0 THEN missing ELSE 0 END) AS rows_without_amount,
    SUM(CASE WHEN notch > 0 THEN unconverted ELSE 0 END) AS rows_unconverted,
    SUM(CASE WHEN notch > 0 THEN contested ELSE 0 END) AS rows_contradicted
  FROM rated GROUP BY place, rating_rule
)
SELECT s.rating_rule, s.rated, s.high_yield,
  s.low_minor * 1.0 / y.minor_per_unit AS high_yield_low,
  s.high_minor * 1.0 / y.minor_per_unit AS high_yield_high,
  round(100.0 * s.low_minor / nullif(s.low_minor + s.good_high_minor, 0), 4) AS share_low_pct,
  round(100.0 * s.high_minor / nullif(s.high_minor + s.good_low_minor, 0), 4) AS share_high_pct,
  s.change_side, p.currency, CASE s.place WHEN 1 THEN s.rows_used ELSE 0 END AS rows_used,
  CASE s.place WHEN 1 THEN s.rows_without_amount ELSE 0 END AS rows_without_amount,
  CASE s.place WHEN 1 THEN s.rows_unconverted ELSE 0 END AS rows_unconverted,
  CASE s.place WHEN 1 THEN s.rows_contradicted ELSE 0 END AS rows_contradicted
FROM total s
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
ORDER BY s.place;
