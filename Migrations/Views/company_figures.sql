-- What companies report in filings, by the metrics analysts ask for. Companies use several concepts
-- for one metric; of those reported for one period the first by priority stands here. A quarter of
-- thirteen weeks has three months, a year of 53 weeks twelve.
CREATE VIEW company_figures AS
WITH placed AS (
  SELECT o.id, m.metric, row_number() OVER (
      PARTITION BY coalesce(w.identity_id, o.subject_id), m.metric, o.unit, o.period_start_on,
        o.period_end_on
      ORDER BY m.priority, o.id) AS place
  FROM metric_concept m
  JOIN observation o ON o.metric = m.concept AND o.kind = 'actual'
  LEFT JOIN party_figure w ON w.party_id = o.subject_id
)
SELECT
  p.key AS company_key, p.name AS company, x.metric, o.metric AS concept,
  o.period_start_on, o.period_end_on,
  CASE WHEN o.period_start_on IS NOT NULL THEN CAST(round(
    (CAST(substr(CAST(o.period_end_on AS TEXT), 1, 4) AS INTEGER)
      - CAST(substr(CAST(o.period_start_on AS TEXT), 1, 4) AS INTEGER)) * 12.0
    + CAST(substr(CAST(o.period_end_on AS TEXT), 6, 2) AS INTEGER)
    - CAST(substr(CAST(o.period_start_on AS TEXT), 6, 2) AS INTEGER)
    + (CAST(substr(CAST(o.period_end_on AS TEXT), 9, 2) AS INTEGER)
      - CAST(substr(CAST(o.period_start_on AS TEXT), 9, 2) AS INTEGER) + 1) * 12.0 / 365.0)
    AS INTEGER) END AS period_months,
  o.unit, o.currency, o.value, o.amount_minor, o.stated_on AS filed_on, o.key AS observation_key,
  s.title AS source, s.url AS source_url, o.locator, s.published_on AS first_published_on
FROM placed x
JOIN observation o ON o.id = x.id
JOIN source s ON s.id = o.source_id
LEFT JOIN party_figure w ON w.party_id = o.subject_id
LEFT JOIN party p ON p.id = coalesce(w.identity_id, o.subject_id)
WHERE x.place = 1;
