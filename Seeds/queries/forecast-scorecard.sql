-- title: Forecasts and guidance against what came
-- definition: What forecasters expected and companies planned or guided to, with the day it was
--   for. Passed ones are held against the figure reported of the same metric (words that the code
--   list metric_name takes for one metric are one), of the same company, or of the same universe
--   where there is none, for the same period; of several reports the last. The error is the
--   actual less the forecast, over the forecast: from its high to its low end. Open ones show the
--   yearly pace they imply, where their period is of whole months. A forecast whose day had
--   passed when it was made is told as such.
-- parameter: as_of date; only what was said by then, or has no day; default today
-- parameter: status choice(met|missed|passed|open|undated|was_past); only one status; default all
-- column: forecaster text; who said so
-- column: subject text; of whom or what
-- column: metric text; the metric, else the words of the source
-- column: kind text; forecast, guidance or plan
-- column: told_on date; when it was said
-- column: due_on date; the last day it is for
-- column: expected_low number; the least, in its unit
-- column: expected_high number; the most
-- column: unit text; bn with the currency, percent, GW, …
-- column: status text; met, missed, passed without a report, open, undated, or was past when told
-- column: actual number; what was reported
-- column: error_low_pct percent; actual against the most expected
-- column: error_high_pct percent; actual against the least expected
-- column: yearly_low number; the pace an open one implies, the least a year
-- column: yearly_high number; the most a year
-- column: record text; key of the observation
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, :status AS status
),
coded AS MATERIALIZED (
  SELECT observation_key, metric, subject_id FROM metric_figures
),
told AS MATERIALIZED (
  SELECT o.observation_key, coalesce(c.metric, lower(o.metric)) AS metric, o.kind, o.subject_key,
    o.subject, o.universe, o.stated_by, o.publisher, o.unit, o.currency,
    CASE o.qualifier WHEN 'range' THEN o.value_low WHEN 'up_to' THEN NULL
      ELSE coalesce(o.value, o.value_low) END AS low,
    CASE o.qualifier WHEN 'range' THEN o.value_high WHEN 'at_least' THEN NULL
      ELSE coalesce(o.value, o.value_high) END AS high,
    o.period_start_on, o.period_end_until, o.period_months, o.horizon_end_text AS due_on,
    coalesce(o.stated_on, o.first_published_on) AS told_on, o.horizon_is_past,
    coalesce(o.subject_key, o.universe, '') AS whose
  FROM observations o LEFT JOIN coded c ON c.observation_key = o.observation_key
  CROSS JOIN parameter p
  WHERE o.part_of_key IS NULL
    AND (coalesce(o.stated_on, o.first_published_on) IS NULL
      OR coalesce(o.stated_on, o.first_published_on) <= p.as_of)
),
actual AS MATERIALIZED (
  SELECT t.*, row_number() OVER (PARTITION BY metric, whose, period_start_on, period_end_until,
    unit,
    currency ORDER BY told_on DESC, observation_key DESC) AS place
  FROM told t WHERE kind = 'actual' AND period_end_until IS NOT NULL
),
held AS (
  SELECT t.*, a.low AS actual,
    CASE WHEN t.horizon_is_past = 1 THEN 'was_past'
      -- The day of a balance is when it was said, not when it is due.
      WHEN t.due_on IS NULL OR t.period_start_on IS NULL AND t.due_on = CAST(t.told_on AS TEXT)
        THEN 'undated'
      WHEN t.due_on > CAST(p.as_of AS TEXT) THEN 'open' WHEN a.low IS NULL THEN 'passed'
      WHEN (t.low IS NULL OR a.low >= t.low) AND (t.high IS NULL OR a.low <= t.high) THEN 'met'
      ELSE 'missed' END AS status
  FROM told t CROSS JOIN parameter p
  LEFT JOIN actual a ON a.place = 1 AND a.metric = t.metric AND a.whose = t.whose
    AND a.unit IS t.unit AND a.currency IS t.currency AND a.period_start_on IS t.period_start_on
    AND a.period_end_until = t.period_end_until
  WHERE t.kind IN ('forecast', 'guidance', 'plan')
)
SELECT coalesce(stated_by, publisher) AS forecaster, coalesce(subject, universe) AS subject, metric,
  kind, told_on, due_on, low AS expected_low, high AS expected_high,
  unit || coalesce(' ' || currency, '') AS unit, h.status, actual,
  round(100.0 * (actual - high) / nullif(abs(high), 0), 4) AS error_low_pct,
  round(100.0 * (actual - low) / nullif(abs(low), 0), 4) AS error_high_pct,
  CASE WHEN h.status = 'open' AND unit = 'bn' THEN round(low * 12.0 / period_months, 4) END
    AS yearly_low,
  CASE WHEN h.status = 'open' AND unit = 'bn' THEN round(high * 12.0 / period_months, 4) END
    AS yearly_high, observation_key AS record
FROM held h CROSS JOIN parameter p
WHERE p.status IS NULL OR h.status = p.status
ORDER BY CASE h.status WHEN 'missed' THEN 1 WHEN 'met' THEN 2 WHEN 'passed' THEN 3
  WHEN 'was_past' THEN 4 WHEN 'open' THEN 5 ELSE 6 END, due_on, subject, metric, told_on, record;
