-- A statistic with its flow made a yearly one, where its period is whole months up to a year, and
-- with the day its horizon ends. A flow whose length is not known has no yearly value, so that a
-- quarter is never held against a year.
CREATE VIEW observations AS
WITH dated AS (
  SELECT o.id,
    CASE WHEN (o.unit = 'bn' OR o.unit = o.currency) AND o.currency IS NOT NULL
        AND substr(CAST(o.period_start_on AS TEXT), 9, 2) = '01'
        AND substr(CAST(o.period_end_until AS TEXT), 9, 2) >= '28'
      THEN (CAST(substr(CAST(o.period_end_until AS TEXT), 1, 4) AS INTEGER)
          - CAST(substr(CAST(o.period_start_on AS TEXT), 1, 4) AS INTEGER)) * 12
        + CAST(substr(CAST(o.period_end_until AS TEXT), 6, 2) AS INTEGER)
        - CAST(substr(CAST(o.period_start_on AS TEXT), 6, 2) AS INTEGER) + 1 END AS months,
    CASE WHEN o.horizon LIKE '20__' THEN o.horizon || '-12-31'
      WHEN o.horizon LIKE '20__-Q1' THEN substr(o.horizon, 1, 4) || '-03-31'
      WHEN o.horizon LIKE '20__-Q2' THEN substr(o.horizon, 1, 4) || '-06-30'
      WHEN o.horizon LIKE '20__-Q3' THEN substr(o.horizon, 1, 4) || '-09-30'
      WHEN o.horizon LIKE '20__-Q4' THEN substr(o.horizon, 1, 4) || '-12-31'
      WHEN o.horizon LIKE '20__-20__' THEN substr(o.horizon, 6, 4) || '-12-31'
      ELSE CAST(o.period_end_until AS TEXT) END AS horizon_end_text,
    CAST(coalesce(o.stated_on, s.published_on) AS TEXT) AS told_on
  FROM observation o
  JOIN source s ON s.id = o.source_id
)
SELECT
  o.key AS observation_key, parent.key AS part_of_key, o.metric, o.kind,
  subject.key AS subject_key, subject.name AS subject,
  o.value, o.value_low, o.value_high, o.qualifier, o.unit, o.currency,
  o.amount_minor * 1.0 / y.minor_per_unit AS amount,
  o.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  o.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  o.amount_minor, o.amount_low_minor, o.amount_high_minor,
  o.universe, o.stated_by, stater.key AS stated_by_key, o.stated_on, o.stated_until,
  o.period_start_on, o.period_start_until, o.period_end_on, o.period_end_until,
  d.months AS period_months,
  CASE WHEN d.months <= 12 THEN o.value * 12.0 / d.months END AS yearly_value,
  CASE WHEN d.months <= 12 THEN o.value_low * 12.0 / d.months END AS yearly_low,
  CASE WHEN d.months <= 12 THEN o.value_high * 12.0 / d.months END AS yearly_high,
  o.horizon, CASE WHEN o.kind <> 'actual' THEN d.horizon_end_text END AS horizon_end_text,
  CASE WHEN o.kind IN ('forecast', 'guidance', 'plan') AND d.horizon_end_text IS NOT NULL
      AND d.told_on IS NOT NULL
    THEN CASE WHEN d.horizon_end_text < d.told_on THEN 1 ELSE 0 END END AS horizon_is_past,
  o.formula, o.notes, s.title AS source, s.publisher, s.url AS source_url,
  s.grade AS source_grade, o.locator,
  s.published_on AS first_published_on
FROM observation o
JOIN dated d ON d.id = o.id
JOIN source s ON s.id = o.source_id
LEFT JOIN observation parent ON parent.id = o.parent_id
LEFT JOIN party_figure about ON about.party_id = o.subject_id
LEFT JOIN party subject ON subject.id = coalesce(about.identity_id, o.subject_id)
LEFT JOIN party_figure said ON said.party_id = o.stated_by_id
LEFT JOIN party stater ON stater.id = coalesce(said.identity_id, o.stated_by_id)
LEFT JOIN currency y ON y.code = o.currency;
