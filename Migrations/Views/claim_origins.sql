-- How many sources say each value, and how many of them say it of their own knowledge. An origin is
-- who asserts it, else through whom it became known, else the publisher: ten copies of one agency's
-- report are ten sources and one origin. Filings and sources of grade P are official. The row of
-- the attribute `record` counts the sources of the record as a whole, its own among them.
CREATE VIEW claim_origins AS
WITH said AS (
  SELECT c.record_table, c.record_id, c.attribute,
    CASE c.stance WHEN 'preferred' THEN 1 WHEN 'supports' THEN 1 ELSE 0 END AS is_followed,
    CASE WHEN c.stance = 'supports' AND c.value IS NULL AND c.amount_minor IS NULL
      AND c.amount_low_minor IS NULL THEN 1 ELSE 0 END AS is_silent,
    c.id, c.value, c.currency, c.measure, c.amount_minor, c.amount_low_minor, c.amount_high_minor,
    c.period_first_on, c.period_last_on, c.source_id, c.asserted_by_id, c.reported_by_id
  FROM claim c
),
-- Each looks up one row of one table, so that many records cost nothing.
own AS (
  SELECT s.record_table, s.record_id, s.attribute, MIN(s.id) AS claim_id,
    CASE s.record_table
      WHEN 'party' THEN (SELECT x.source_id FROM party x WHERE x.id = s.record_id)
      WHEN 'deal' THEN (SELECT x.source_id FROM deal x WHERE x.id = s.record_id)
      WHEN 'tranche' THEN (SELECT x.source_id FROM tranche x WHERE x.id = s.record_id)
      WHEN 'contract' THEN (SELECT x.source_id FROM contract x WHERE x.id = s.record_id)
      WHEN 'observation' THEN (SELECT x.source_id FROM observation x WHERE x.id = s.record_id)
      WHEN 'rating_action' THEN (SELECT x.source_id FROM rating_action x WHERE x.id = s.record_id)
      WHEN 'event' THEN (SELECT x.source_id FROM event x WHERE x.id = s.record_id) END AS source_id
  FROM said s
  WHERE s.attribute = 'record'
  GROUP BY s.record_table, s.record_id, s.attribute
),
heard AS (
  -- A claim that only supports says what is followed.
  SELECT s.id AS claim_id, coalesce(f.id, s.id) AS value_id, s.record_table, s.record_id,
    s.attribute, s.source_id, s.asserted_by_id, s.reported_by_id, s.is_followed
  FROM said s
  LEFT JOIN claim f ON s.is_silent = 1 AND f.record_table = s.record_table
    AND f.record_id = s.record_id AND f.attribute = s.attribute AND f.stance = 'preferred'
  UNION ALL
  SELECT o.claim_id, o.claim_id, o.record_table, o.record_id, o.attribute, o.source_id, NULL, NULL,
    1
  FROM own o WHERE o.source_id IS NOT NULL
)
SELECT r.record_kind, r.record_key, r.record, h.attribute, v.value, v.currency, v.measure,
  v.amount_minor * 1.0 / y.minor_per_unit AS amount,
  v.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  v.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  v.amount_minor, v.amount_low_minor, v.amount_high_minor, v.period_first_on, v.period_last_on,
  MAX(h.is_followed) AS is_followed,
  COUNT(DISTINCT h.source_id) AS sources,
  COUNT(DISTINCT lower(coalesce(asserted.name, reported.name, s.publisher)))
    AS independent_origins,
  COUNT(DISTINCT CASE WHEN s.grade = 'P' OR s.kind = 'filing' THEN s.id END) AS official_sources
FROM heard h
JOIN claim v ON v.id = h.value_id
JOIN source s ON s.id = h.source_id
JOIN claim_subjects r ON r.claim_id = h.claim_id
LEFT JOIN currency y ON y.code = v.currency
LEFT JOIN party asserted ON asserted.id = h.asserted_by_id
LEFT JOIN party reported ON reported.id = h.reported_by_id
GROUP BY r.record_kind, r.record_key, r.record, h.attribute, v.value, v.currency, v.measure,
  v.amount_minor, v.amount_low_minor, v.amount_high_minor, v.period_first_on, v.period_last_on,
  y.minor_per_unit;
