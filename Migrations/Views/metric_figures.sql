-- What companies report, guide to and are expected to reach, under one name a metric: the words of
-- each source are taken for the metric that the code list metric_name gives them; words that are a
-- code of the list metric stand for themselves; of the concepts of filings `company_figures` has
-- the one that counts. Each with its period, the least and the most it can be.
CREATE VIEW metric_figures AS
WITH coded AS (
  SELECT o.id, m.code AS metric, CAST(NULL AS INTEGER) AS period_months
  FROM observation o
  LEFT JOIN code w ON w.list = 'metric_name' AND w.code = lower(o.metric)
  JOIN code m ON m.list = 'metric' AND m.code = coalesce(w.label, o.metric)
  UNION ALL
  SELECT o.id, f.metric, f.period_months
  FROM company_figures f JOIN observation o ON o.key = f.observation_key
  WHERE NOT EXISTS (SELECT 1 FROM code m WHERE m.list = 'metric' AND m.code = o.metric)
)
SELECT
  o.id AS observation_id, o.key AS observation_key, k.metric, o.metric AS wording, o.kind,
  coalesce(about.identity_id, o.subject_id) AS subject_id, subject.key AS subject_key,
  subject.name AS subject, o.universe, o.unit, o.currency, o.qualifier,
  CASE o.qualifier WHEN 'range' THEN o.value_low WHEN 'up_to' THEN NULL
    WHEN 'at_least' THEN coalesce(o.value_low, o.value) ELSE o.value END AS value_low,
  CASE o.qualifier WHEN 'range' THEN o.value_high WHEN 'at_least' THEN NULL
    ELSE coalesce(o.value, o.value_high) END AS value_high,
  CASE o.qualifier WHEN 'range' THEN o.amount_low_minor WHEN 'up_to' THEN 0
    WHEN 'at_least' THEN coalesce(o.amount_low_minor, o.amount_minor)
    ELSE o.amount_minor END AS low_minor,
  CASE o.qualifier WHEN 'range' THEN o.amount_high_minor WHEN 'at_least' THEN NULL
    ELSE coalesce(o.amount_minor, o.amount_high_minor) END AS high_minor,
  o.period_start_on, o.period_end_until AS period_end_on,
  CASE WHEN k.period_months IS NOT NULL THEN k.period_months
    WHEN substr(CAST(o.period_start_on AS TEXT), 9, 2) = '01'
      AND substr(CAST(o.period_end_until AS TEXT), 9, 2) >= '28'
    THEN (CAST(substr(CAST(o.period_end_until AS TEXT), 1, 4) AS INTEGER)
        - CAST(substr(CAST(o.period_start_on AS TEXT), 1, 4) AS INTEGER)) * 12
      + CAST(substr(CAST(o.period_end_until AS TEXT), 6, 2) AS INTEGER)
      - CAST(substr(CAST(o.period_start_on AS TEXT), 6, 2) AS INTEGER) + 1 END AS period_months,
  o.horizon, o.stated_by, coalesce(o.stated_on, s.published_on) AS told_on,
  CASE WHEN o.stated_on IS NULL AND s.published_on IS NOT NULL THEN 1 ELSE 0 END
    AS told_is_derived,
  CASE WHEN o.id IN (SELECT x.record_id FROM contested_figure x
    WHERE x.record_kind = 'observation') THEN 1 ELSE 0 END AS is_contested,
  parent.key AS part_of_key, s.title AS source, s.publisher, s.url AS source_url,
  s.grade AS source_grade, s.published_on AS first_published_on
FROM coded k
JOIN observation o ON o.id = k.id
JOIN source s ON s.id = o.source_id
LEFT JOIN observation parent ON parent.id = o.parent_id
LEFT JOIN party_figure about ON about.party_id = o.subject_id
LEFT JOIN party subject ON subject.id = coalesce(about.identity_id, o.subject_id);
