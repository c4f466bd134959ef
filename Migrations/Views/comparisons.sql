-- Each claim held against another one: on one attribute of one record what is followed and what
-- else is said, across records a claim and the one it disputes. Only the same measure, currency and
-- period can be compared: 13 paid and 135 marked do not contradict each other.
--
-- Two that differ agree all the same ("rounding") where the figures are equal at the last digit the
-- rounder one gives, two digits at least (27 and 27.3, about 35 and 34.9), and where one day lies
-- within the other's month or year. One within what the other leaves open (27 in 27 to 29, 13 in
-- "up to 20") is a contradiction: totals differ by which is followed.
CREATE VIEW comparisons AS
WITH power (unit) AS (
  VALUES (1), (10), (100), (1000), (10000), (100000), (1000000), (10000000), (100000000),
    (1000000000), (10000000000), (100000000000), (1000000000000), (10000000000000),
    (100000000000000)
),
pair AS (
  SELECT o.id AS other_id, f.id AS followed_id, 0 AS is_named
  FROM claim o
  JOIN claim f ON f.record_table = o.record_table AND f.record_id = o.record_id
    AND f.attribute = o.attribute AND f.stance = 'preferred'
  WHERE o.disputes_claim_id IS NULL AND (o.stance = 'alternative' OR o.stance = 'rejected')
  UNION ALL
  SELECT o.id, f.id, 1 FROM claim o JOIN claim f ON f.id = o.disputes_claim_id
),
-- A figure is minor units of an amount, or millionths of a plain number that is no year.
side AS (
  SELECT c.id, c.qualifier, CASE c.qualifier WHEN 'up_to' THEN 0
      ELSE coalesce(c.amount_low_minor, c.amount_minor) END AS low,
    CASE c.qualifier WHEN 'at_least' THEN NULL
      ELSE coalesce(c.amount_high_minor, c.amount_minor) END AS high,
    CASE WHEN c.qualifier = 'range' OR c.qualifier = 'up_to' OR c.qualifier = 'at_least' THEN 1
      ELSE 0 END AS is_open,
    CASE
      WHEN c.amount_minor IS NOT NULL THEN c.amount_minor
      WHEN trim(c.value, '0123456789.') = '' AND length(c.value) < 13
        AND length(c.value) - length(replace(c.value, '.', '')) < 2 AND c.value <> '.'
        AND NOT (length(c.value) = 4 AND trim(c.value, '0123456789') = '' AND c.value >= '1900'
          AND c.value < '2100')
        THEN CAST(round(CAST(c.value AS DOUBLE) * 1000000) AS BIGINT) END AS figure,
    CASE WHEN c.value IS NULL AND c.amount_minor IS NULL AND c.amount_low_minor IS NULL
      AND c.qualifier IS NULL THEN 1 ELSE 0 END AS is_silent
  FROM claim c
),
measured AS (
  SELECT p.other_id, p.followed_id, p.is_named,
    CASE WHEN p.is_named = 1 THEN NULL
      WHEN a.is_silent = 1 OR b.is_silent = 1 THEN 'value' ELSE nullif(substr(
      CASE WHEN coalesce(o.measure, '') <> coalesce(f.measure, '') THEN ', measure' ELSE '' END
      || CASE WHEN coalesce(o.currency, '') <> coalesce(f.currency, '') THEN ', currency'
        ELSE '' END
      || CASE WHEN coalesce(CAST(o.period_first_on AS TEXT), '')
          <> coalesce(CAST(f.period_first_on AS TEXT), '')
        OR coalesce(CAST(o.period_last_on AS TEXT), '')
          <> coalesce(CAST(f.period_last_on AS TEXT), '') THEN ', period' ELSE '' END, 3), '')
      END AS incomparable_because,
    CASE WHEN lower(coalesce(o.value, '')) = lower(coalesce(f.value, ''))
      AND coalesce(o.amount_minor, -1) = coalesce(f.amount_minor, -1)
      AND coalesce(o.amount_low_minor, -1) = coalesce(f.amount_low_minor, -1)
      AND coalesce(o.amount_high_minor, -1) = coalesce(f.amount_high_minor, -1)
      THEN 1 ELSE 0 END AS is_same,
    CASE
      WHEN a.is_open = 0 AND b.is_open = 0 AND a.figure > 0 AND b.figure > 0 THEN
        CASE WHEN abs(a.figure - b.figure) * 2 <= (
          SELECT MAX(w.unit) FROM power w
          WHERE a.figure % w.unit = 0 AND a.figure >= w.unit * 10
            OR b.figure % w.unit = 0 AND b.figure >= w.unit * 10) THEN 1 ELSE 0 END
      WHEN substr(o.value, 1, length(f.value) + 1) = f.value || '-'
        AND trim(o.value, '0123456789-') = '' THEN 1
      WHEN substr(f.value, 1, length(o.value) + 1) = o.value || '-'
        AND trim(f.value, '0123456789-') = '' THEN 1
      ELSE 0 END AS is_near,
    CASE
      WHEN b.is_open = 1 AND a.low >= b.low
        AND (b.qualifier = 'at_least' OR a.high <= b.high) THEN 1
      WHEN a.is_open = 1 AND b.low >= a.low
        AND (a.qualifier = 'at_least' OR b.high <= a.high) THEN 1
      ELSE 0 END AS is_within
  FROM pair p
  JOIN claim o ON o.id = p.other_id
  JOIN claim f ON f.id = p.followed_id
  JOIN side b ON b.id = o.id
  JOIN side a ON a.id = f.id
),
judged AS (
  SELECT m.*, CASE
      WHEN o.dispute_kind IS NOT NULL THEN o.dispute_kind
      WHEN m.is_same = 1 OR m.incomparable_because IS NOT NULL THEN NULL
      WHEN f.attribute = 'payer' OR f.attribute = 'payee' THEN 'direction'
      WHEN m.is_near = 1 THEN 'rounding' ELSE 'value' END AS dispute_kind
  FROM measured m
  JOIN claim o ON o.id = m.other_id
  JOIN claim f ON f.id = m.followed_id
)
SELECT
  o.key AS contradiction_key, f.key AS followed_claim_key,
  r.record_kind, r.record_id, r.record_key, r.record, f.attribute,
  CASE WHEN j.incomparable_because IS NULL THEN 1 ELSE 0 END AS is_comparable,
  j.incomparable_because, j.is_same, j.is_within, j.dispute_kind,
  f.value AS followed_value,
  f.amount_minor * 1.0 / fy.minor_per_unit AS followed_amount,
  f.amount_low_minor * 1.0 / fy.minor_per_unit AS followed_low,
  f.amount_high_minor * 1.0 / fy.minor_per_unit AS followed_high,
  f.qualifier AS followed_qualifier,
  f.original AS followed_original, fs.title AS followed_source, fs.publisher AS followed_publisher,
  f.locator AS followed_locator,
  o.value AS other_value,
  o.amount_minor * 1.0 / oy.minor_per_unit AS other_amount,
  o.amount_low_minor * 1.0 / oy.minor_per_unit AS other_low,
  o.amount_high_minor * 1.0 / oy.minor_per_unit AS other_high,
  o.qualifier AS other_qualifier,
  o.original AS other_original, os.title AS other_source, os.publisher AS other_publisher,
  o.locator AS other_locator, f.currency, f.measure,
  o.currency AS other_currency, o.measure AS other_measure, o.stance AS other_stance,
  CASE WHEN f.reason IS NOT NULL OR j.dispute_kind = 'rounding'
    OR j.is_named = 1 AND o.reason IS NOT NULL THEN 1 ELSE 0 END AS is_resolved,
  coalesce(f.reason, CASE WHEN j.is_named = 1 THEN o.reason END,
    CASE WHEN j.dispute_kind = 'rounding'
      THEN 'they agree at the last digit of the rounder one' END) AS followed_because,
  o.reason AS other_reason,
  CASE WHEN fs.published_on > os.published_on OR os.published_on IS NULL
    THEN fs.published_on ELSE os.published_on END AS first_published_on
FROM judged j
JOIN claim o ON o.id = j.other_id
JOIN claim f ON f.id = j.followed_id
JOIN source fs ON fs.id = f.source_id
JOIN source os ON os.id = o.source_id
JOIN claim_subjects r ON r.claim_id = f.id
LEFT JOIN currency fy ON fy.code = f.currency
LEFT JOIN currency oy ON oy.code = o.currency;
