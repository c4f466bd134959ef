-- title: Private credit against the gap it was to fill
-- definition: Counted debt tranches that are private credit, by lender, by market and as labelled
--   (as in private-credit-total), whose deal's day is after the day a forecaster stated a financing
--   gap, over the part of it left to private credit, and over the whole gap. The gap is an
--   observation of the metric financing_gap, the part its component of the metric
--   private_credit_need. A deal of which nobody gives a day, or whose span of days begins before
--   the forecast, is counted apart and left out. A gap runs to its horizon: a share is how much of
--   it has come, not how much will. Amounts are in US dollars at the rate of the deal's day.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: forecast text; key of the observation that states the gap; default ms-gap-1.5tn
-- column: definition text; by_lender, by_market or as_labelled
-- column: stated_on date; the day the gap was stated
-- column: horizon text; how far it reaches
-- column: part_low USD; the part left to private credit, the least it can be
-- column: part_high USD; the most
-- column: gap_low USD; the whole gap, the least
-- column: gap_high USD; the most
-- column: announced_low USD; private credit announced since, the least
-- column: announced_high USD; the most
-- column: funded_low USD; of it funded, the least
-- column: funded_high USD; the most
-- column: funded_of_part_low_pct percent; funded over the part, the least
-- column: funded_of_part_high_pct percent; the most
-- column: funded_of_gap_low_pct percent; funded over the whole gap, the least
-- column: funded_of_gap_high_pct percent; the most
-- column: unknown_low USD; announced since, where it cannot be told whether it is private credit
-- column: called_public count; private tranches that a source calls something else
-- column: left_out_undated count; private tranches whose day cannot be told from before the
--   forecast
-- column: remark text; why there is no share, where there is none
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:forecast, 'ms-gap-1.5tn') AS forecast
),
gap AS MATERIALIZED (
  SELECT g.observation_key, g.told_on, g.horizon, g.low_minor, g.high_minor,
    (SELECT SUM(c.low_minor) FROM metric_figures c WHERE c.part_of_key = g.observation_key
      AND c.metric = 'private_credit_need' AND c.currency = 'USD') AS part_low_minor,
    (SELECT SUM(c.high_minor) FROM metric_figures c WHERE c.part_of_key = g.observation_key
      AND c.metric = 'private_credit_need' AND c.currency = 'USD') AS part_high_minor
  FROM metric_figures g JOIN parameter p ON p.forecast = g.observation_key
  WHERE g.metric = 'financing_gap' AND g.currency = 'USD'
),
position AS NOT MATERIALIZED (
  SELECT x.low_minor, x.low_usd_minor, coalesce(x.high_usd_minor, x.low_usd_minor)
      AS high_usd_minor,
    CASE WHEN x.stage_rank >= 3 THEN x.funded_low_usd_minor END AS funded_low_usd_minor,
    CASE WHEN x.stage_rank >= 3 THEN coalesce(x.funded_high_usd_minor, x.funded_low_usd_minor) END
      AS funded_high_usd_minor,
    CASE WHEN x.is_contested = 1 OR x.is_private_contested = 1 THEN 1 ELSE 0 END AS is_contested,
    -- The three answers, and whether it came since, as one number, which sorts faster than texts.
    27 * CASE WHEN x.dated_on > (SELECT told_on FROM gap) THEN 1
        WHEN x.dated_until <= (SELECT told_on FROM gap) THEN 0 ELSE 2 END
      + 9 * CASE x.private_by_lender WHEN 'yes' THEN 1 WHEN 'no' THEN 2 ELSE 0 END
      + 3 * CASE x.private_by_market WHEN 'yes' THEN 1 WHEN 'no' THEN 2 ELSE 0 END
      + CASE x.private_as_labelled WHEN 'yes' THEN 1 WHEN 'no' THEN 2 ELSE 0 END AS answers
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank >= 1
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
    AND (SELECT COUNT(*) FROM gap) > 0
  -- The limit is beyond any count: it keeps the columns of the view that nobody asks for from
  -- being made, and the rows from being stored.
  LIMIT 9223372036854775807
),
-- Sums by all three answers first: there are many tranches, and few ways to answer.
answered AS MATERIALIZED (
  SELECT answers, COUNT(*) AS tranches, SUM(low_usd_minor) AS announced_low,
    SUM(high_usd_minor) AS announced_high, SUM(funded_low_usd_minor) AS funded_low,
    SUM(funded_high_usd_minor) AS funded_high, COUNT(low_usd_minor) AS used,
    COUNT(*) - COUNT(low_minor) AS missing, COUNT(low_minor) - COUNT(low_usd_minor) AS unconverted,
    SUM(is_contested) AS contested
  FROM position
  GROUP BY answers
),
definition AS (
  SELECT 1 AS place, 'by_lender' AS definition, 9 AS divisor
  UNION ALL SELECT 2, 'by_market', 3 UNION ALL SELECT 3, 'as_labelled', 1
),
answer AS (
  SELECT d.place, d.definition,
    CASE q.answers / d.divisor % 3 WHEN 1 THEN 'yes' WHEN 2 THEN 'no' ELSE 'unknown' END
      AS is_private,
    CASE q.answers % 3 WHEN 1 THEN 'yes' WHEN 2 THEN 'no' ELSE 'unknown' END
      AS private_as_labelled,
    CASE q.answers / 27 WHEN 1 THEN 1 WHEN 0 THEN 0 END AS is_since, q.*
  FROM definition d CROSS JOIN answered q
),
total AS (
  SELECT place, definition,
    SUM(CASE WHEN is_private = 'yes' THEN announced_low END) AS announced_low,
    SUM(CASE WHEN is_private = 'yes' THEN announced_high END) AS announced_high,
    SUM(CASE WHEN is_private = 'yes' THEN funded_low END) AS funded_low,
    SUM(CASE WHEN is_private = 'yes' THEN funded_high END) AS funded_high,
    SUM(CASE WHEN is_private = 'unknown' THEN announced_low END) AS unknown_low,
    SUM(CASE WHEN is_private = 'yes' AND private_as_labelled = 'no' THEN tranches ELSE 0 END)
      AS called_public,
    SUM(CASE place WHEN 1 THEN used ELSE 0 END) AS rows_used,
    SUM(CASE place WHEN 1 THEN missing ELSE 0 END) AS rows_without_amount,
    SUM(CASE place WHEN 1 THEN unconverted ELSE 0 END) AS rows_unconverted,
    SUM(CASE place WHEN 1 THEN contested ELSE 0 END) AS rows_contradicted
  FROM answer WHERE is_since = 1 GROUP BY place, definition
),
apart AS (
  SELECT place, SUM(CASE is_private WHEN 'yes' THEN tranches ELSE 0 END) AS undated
  FROM answer WHERE is_since IS NULL GROUP BY place
),
row AS (
  SELECT DISTINCT place, definition FROM answer
)
SELECT r.definition, g.told_on AS stated_on, g.horizon, g.part_low_minor / 100.0 AS part_low,
  g.part_high_minor / 100.0 AS part_high, g.low_minor / 100.0 AS gap_low,
  g.high_minor / 100.0 AS gap_high, coalesce(t.announced_low, 0) / 100.0 AS announced_low,
  coalesce(t.announced_high, 0) / 100.0 AS announced_high,
  coalesce(t.funded_low, 0) / 100.0 AS funded_low, coalesce(t.funded_high, 0) / 100.0
    AS funded_high,
  round(100.0 * coalesce(t.funded_low, 0) / g.part_high_minor, 4) AS funded_of_part_low_pct,
  round(100.0 * coalesce(t.funded_high, 0) / g.part_low_minor, 4) AS funded_of_part_high_pct,
  round(100.0 * coalesce(t.funded_low, 0) / g.high_minor, 4) AS funded_of_gap_low_pct,
  round(100.0 * coalesce(t.funded_high, 0) / g.low_minor, 4) AS funded_of_gap_high_pct,
  coalesce(t.unknown_low, 0) / 100.0 AS unknown_low, coalesce(t.called_public, 0) AS called_public,
  coalesce(a.undated, 0) AS left_out_undated,
  CASE WHEN g.told_on IS NULL THEN 'nobody says when the gap was stated'
    WHEN g.part_low_minor IS NULL THEN 'the forecast leaves no part to private credit' END
    AS remark,
  coalesce(t.rows_used, 0) AS rows_used, coalesce(t.rows_without_amount, 0) AS rows_without_amount,
  coalesce(t.rows_unconverted, 0) AS rows_unconverted,
  coalesce(t.rows_contradicted, 0) AS rows_contradicted
FROM row r
CROSS JOIN gap g
LEFT JOIN total t ON t.place = r.place
LEFT JOIN apart a ON a.place = r.place
ORDER BY r.place;
