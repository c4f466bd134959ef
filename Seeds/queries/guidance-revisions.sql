-- title: Guidance by vintage: what companies said they would spend, and what they spent
-- definition: What a company has said by the day of one metric for one period, in the order it was
--   said: each against the one before and against the first, the low end with the low end and the
--   high with the high. An open end has no change. Beside it what the company reported for the same
--   period, over the first and the last of its guidance. Periods are held apart by their first and
--   last day, so that a quarter is never held against a year, nor a fiscal year against another.
--   Guidance of which no day is known counts from the day its source was published, and is marked;
--   where it has the high end of guidance whose day is known it restates that, and is no vintage.
--   Guidance without either day stands first. The metric is a code of the list metric.
-- parameter: as_of date; only what was said by then, or has no day; default today
-- parameter: metric code(metric); which metric; default capital_expenditure
-- parameter: party party; key or name of one company; default all
-- column: company text; who says so
-- column: period text; first and last day of the period
-- column: months months; its length
-- column: told_on date; the day it was said
-- column: told_is text; stated, published where the source's day stands for it, restates, unknown
-- column: guidance_low money; the least, in its currency
-- column: guidance_high money; the most; empty where open
-- column: qualifier text; exact, about, up_to, at_least or range
-- column: change_low money; against the guidance before
-- column: change_high money; against the guidance before
-- column: since_first_low money; against the first guidance
-- column: since_first_high money; against the first guidance
-- column: vintage count; number of the guidance for the period
-- column: is_last count; 1 for the last of the period
-- column: actual money; what was reported for the period
-- column: actual_to_this_low_pct percent; actual over the most of this guidance
-- column: actual_to_this_high_pct percent; actual over the least of it
-- column: currency text; its currency
-- column: source text; title of the source
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:metric, 'capital_expenditure') AS metric,
    :party AS party
),
figure AS MATERIALIZED (
  SELECT c.* FROM metric_figures c JOIN parameter p ON c.metric = p.metric
  WHERE c.subject_id IS NOT NULL AND c.currency IS NOT NULL AND c.period_start_on IS NOT NULL
    AND (c.told_on IS NULL OR c.told_on <= p.as_of)
    AND (p.party IS NULL OR c.subject_id IN (SELECT r.rolled_id FROM party_rollups r
      WHERE r.party_key = p.party AND r.rollup = 'entity'))
),
actual AS (
  SELECT f.*, row_number() OVER (PARTITION BY subject_id, period_start_on, period_end_on, currency
    ORDER BY told_on DESC, observation_id DESC) AS place
  FROM figure f WHERE kind = 'actual'
),
guided AS (
  SELECT g.*, CASE g.qualifier WHEN 'up_to' THEN NULL ELSE g.low_minor END AS least_minor,
    CASE WHEN g.told_is_derived = 1 AND EXISTS (SELECT 1 FROM figure o
      WHERE o.kind = 'guidance' AND o.told_is_derived = 0 AND o.subject_id = g.subject_id
        AND o.period_start_on = g.period_start_on AND o.period_end_on = g.period_end_on
        AND o.currency = g.currency AND o.high_minor = g.high_minor) THEN 1 ELSE 0 END AS restates
  FROM figure g WHERE kind = 'guidance'
),
vintage AS (
  SELECT g.*, lag(least_minor) OVER told AS before_low, lag(high_minor) OVER told AS before_high,
    first_value(least_minor) OVER told AS first_low, first_value(high_minor) OVER told
      AS first_high,
    row_number() OVER told AS number,
    COUNT(*) OVER (PARTITION BY subject_id, period_start_on, period_end_on, currency, restates)
      AS numbers
  FROM guided g
  WINDOW told AS (PARTITION BY subject_id, period_start_on, period_end_on, currency, restates
    ORDER BY told_on, observation_id)
)
SELECT v.subject AS company, v.period_start_on || ' to ' || v.period_end_on AS period,
  v.period_months AS months, v.told_on,
  CASE WHEN v.told_on IS NULL THEN 'unknown' WHEN v.restates = 1 THEN 'restates'
    WHEN v.told_is_derived = 1 THEN 'published'
    ELSE 'stated' END AS told_is,
  v.least_minor * 1.0 / y.minor_per_unit AS guidance_low,
  v.high_minor * 1.0 / y.minor_per_unit AS guidance_high, v.qualifier,
  CASE v.restates WHEN 0 THEN (v.least_minor - v.before_low) * 1.0 / y.minor_per_unit END
    AS change_low,
  CASE v.restates WHEN 0 THEN (v.high_minor - v.before_high) * 1.0 / y.minor_per_unit END
    AS change_high,
  CASE WHEN v.number > 1 AND v.restates = 0
    THEN (v.least_minor - v.first_low) * 1.0 / y.minor_per_unit END
    AS since_first_low,
  CASE WHEN v.number > 1 AND v.restates = 0
    THEN (v.high_minor - v.first_high) * 1.0 / y.minor_per_unit END
    AS since_first_high,
  CASE v.restates WHEN 0 THEN v.number END AS vintage,
  CASE WHEN v.number = v.numbers AND v.restates = 0 THEN 1 ELSE 0 END AS is_last,
  a.low_minor * 1.0 / y.minor_per_unit AS actual,
  round(100.0 * a.low_minor / nullif(v.high_minor, 0), 4) AS actual_to_this_low_pct,
  round(100.0 * a.low_minor / nullif(v.least_minor, 0), 4) AS actual_to_this_high_pct,
  v.currency, v.source, CASE WHEN coalesce(v.low_minor, v.high_minor) IS NULL THEN 0 ELSE 1 END
    AS rows_used,
  CASE WHEN coalesce(v.low_minor, v.high_minor) IS NULL THEN 1 ELSE 0 END AS rows_without_amount,
  0 AS rows_unconverted, v.is_contested AS rows_contradicted
FROM vintage v
JOIN currency y ON y.code = v.currency
LEFT JOIN actual a ON a.place = 1 AND a.subject_id = v.subject_id
  AND a.period_start_on = v.period_start_on AND a.period_end_on = v.period_end_on
  AND a.currency = v.currency
ORDER BY company, v.period_start_on, v.period_end_on, v.restates, v.number;
