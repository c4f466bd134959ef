-- Deals and contracts that are announced and not funded, with how long nothing was heard of them.
-- Dormant after 12 months, dead after 24: inferred, and never written over what sources report.
CREATE VIEW staleness AS
WITH waiting AS (
  SELECT 'deal' AS record_kind, d.id AS record_id, d.key AS record_key, d.name AS record,
    s.evidence, s.binding, s.funding, s.stage
  FROM deal d JOIN state_span s ON s.deal_id = d.id
    AND (s.from_on IS NULL OR s.from_on <= CURRENT_DATE)
    AND (s.before_on IS NULL OR CURRENT_DATE < s.before_on)
  WHERE d.counted = 1 AND (s.stage = 'announced' OR s.stage = 'binding')
  UNION ALL
  SELECT 'contract', c.id, c.key, c.name, s.evidence, s.binding, s.funding, s.stage
  FROM contract c JOIN state_span s ON s.contract_id = c.id
    AND (s.from_on IS NULL OR s.from_on <= CURRENT_DATE)
    AND (s.before_on IS NULL OR CURRENT_DATE < s.before_on)
  WHERE c.counted = 1 AND (s.stage = 'announced' OR s.stage = 'binding')
),
heard AS (
  SELECT w.record_kind, w.record_id, w.record_key, w.record, w.evidence, w.binding, w.funding,
    w.stage, MAX(n.heard_on) AS last_news_on
  FROM waiting w
  LEFT JOIN news n ON n.record_kind = w.record_kind AND n.record_id = w.record_id
    AND n.heard_on <= CURRENT_DATE
  GROUP BY w.record_kind, w.record_id, w.record_key, w.record, w.evidence, w.binding, w.funding,
    w.stage
),
counted AS (
  SELECT h.*,
    12 * (CAST(substr(CAST(CURRENT_DATE AS TEXT), 1, 4) AS INTEGER)
        - CAST(substr(CAST(h.last_news_on AS TEXT), 1, 4) AS INTEGER))
      + CAST(substr(CAST(CURRENT_DATE AS TEXT), 6, 2) AS INTEGER)
      - CAST(substr(CAST(h.last_news_on AS TEXT), 6, 2) AS INTEGER)
      - CASE WHEN substr(CAST(CURRENT_DATE AS TEXT), 9, 2)
          < substr(CAST(h.last_news_on AS TEXT), 9, 2) THEN 1 ELSE 0 END AS months_without_news
  FROM heard h
)
SELECT record_kind, record_key, record, evidence, binding, funding, stage, last_news_on,
  months_without_news,
  CASE WHEN months_without_news >= 24 THEN 'dead' WHEN months_without_news >= 12 THEN 'dormant'
    WHEN months_without_news IS NULL THEN 'unknown' ELSE 'live' END AS inferred
FROM counted;
