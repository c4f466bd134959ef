-- title: One label, several statistics: what universes and days stand behind a number
-- definition: Figures of one metric side by side, by the day they are for, with the universe each
--   counts and who states it. Marked against the figure before it that is of the same kind: another
--   universe, another day, other words, or only another value, which is a contradiction where all
--   else is the same. A forecast is never held against a report. The metric is a code of the list
--   metric.
-- parameter: as_of date; only what was said by then, or has no day; default today
-- parameter: metric code(metric); which metric; default ai_share_of_investment_grade
-- column: metric text; the metric
-- column: kind text; actual, estimate, forecast, guidance, plan or survey
-- column: for_day date; the last day it is for, else the day it was said
-- column: period text; first and last day, where it is for a period
-- column: value_low number; the least, in its unit
-- column: value_high number; the most
-- column: unit text; its unit, with the currency
-- column: universe text; what it counts
-- column: words text; what the source calls it
-- column: stated_by text; who states it
-- column: told_on date; when
-- column: against_before text; what differs from the figure before: universe, day, words, value;
--   same where nothing does
-- column: change number; from the high of the figure before to the high of this one, whatever
--   differs
-- column: record text; key of the observation
-- column: source text; title of the source
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of,
    coalesce(:metric, 'ai_share_of_investment_grade') AS metric
),
figure AS (
  SELECT c.*, coalesce(c.period_end_on, c.told_on) AS for_day
  FROM metric_figures c JOIN parameter p ON c.metric = p.metric
  WHERE c.told_on IS NULL OR c.told_on <= p.as_of
),
held AS (
  SELECT f.*, lag(observation_key) OVER told AS before_key, lag(universe) OVER told
    AS before_universe,
    lag(for_day) OVER told AS before_day, lag(wording) OVER told AS before_wording,
    lag(value_high) OVER told AS before_high, lag(subject_key) OVER told AS before_subject,
    lag(value_low) OVER told AS before_low, lag(period_start_on) OVER told AS before_start
  FROM figure f
  WINDOW told AS (PARTITION BY metric, coalesce(subject_key, ''), unit, coalesce(currency, ''),
      CASE WHEN kind IN ('forecast', 'guidance', 'plan') THEN 1 ELSE 0 END
    ORDER BY for_day, told_on, observation_id)
)
SELECT metric, kind, for_day,
  CASE WHEN period_start_on IS NOT NULL THEN period_start_on || ' to ' || period_end_on END
    AS period,
  value_low, value_high, unit || coalesce(' ' || currency, '') AS unit,
  coalesce(universe, subject) AS universe, wording AS words, coalesce(stated_by, publisher)
    AS stated_by, told_on,
  CASE WHEN before_key IS NULL THEN NULL ELSE coalesce(nullif(ltrim(
      CASE WHEN universe IS NOT before_universe THEN ', universe' ELSE '' END
      || CASE WHEN for_day IS NOT before_day OR period_start_on IS NOT before_start
        THEN ', day' ELSE '' END
      || CASE WHEN lower(wording) <> lower(before_wording) THEN ', words' ELSE '' END
      || CASE WHEN value_high IS NOT before_high OR value_low IS NOT before_low
        THEN ', value' ELSE '' END, ', '), ''), 'same') END AS against_before,
  round(value_high - before_high, 6) AS change, observation_key AS record, source
FROM held
ORDER BY metric, coalesce(subject_key, ''), CASE WHEN kind IN ('forecast', 'guidance', 'plan')
  THEN 1 ELSE 0 END, unit, for_day, told_on, observation_key;
