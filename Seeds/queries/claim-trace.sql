-- title: Behind one figure: every claim on a record, with its words and its source
-- definition: All that is said of one record, or of one of its attributes: the record's own source,
--   and each claim with the source's words, who asserts it and through whom, whether it is
--   followed, and why. Claims are in order of the attribute, the one that is followed first.
--   Independent origins are those who assert the value of their own knowledge: copies of one
--   agency's report are one.
-- parameter: record record; key or name of a record, of any kind; default article/meta-private-2025
-- parameter: attribute text; one attribute, such as amount; default all
-- column: record_key text; key of the record
-- column: attribute text; what is said of it; record stands for it as a whole
-- column: stance text; own source, preferred, supports, alternative or rejected
-- column: says text; the value, as text or in billions of the currency
-- column: original text; the source's own words
-- column: language text; what language they are in
-- column: period text; the period it speaks of
-- column: asserted_by text; who asserts it
-- column: reported_by text; through whom it became known
-- column: source text; title of the source
-- column: publisher text; who published it
-- column: grade text; grade of the source
-- column: published_on date; when
-- column: locator text; where in it
-- column: because text; why it is followed or rejected
-- column: independent_origins count; origins of that value
-- column: url text; address of the source
WITH parameter AS (
  SELECT coalesce(:record, 'article/meta-private-2025') AS record, :attribute AS attribute
),
own AS (
  SELECT p.record AS record_key, coalesce(d.source_id, t.source_id, c.source_id, l.source_id,
      o.source_id, e.source_id, a.source_id, q.source_id, i.source_id) AS source_id,
    coalesce(d.locator, t.locator, c.locator, l.locator, o.locator, e.locator, a.locator, q.locator,
      i.locator) AS locator
  FROM parameter p
  LEFT JOIN deal d ON d.key = p.record
  LEFT JOIN tranche t ON t.key = p.record
  LEFT JOIN contract c ON c.key = p.record
  LEFT JOIN contract_leg l ON l.key = p.record
  LEFT JOIN observation o ON o.key = p.record
  LEFT JOIN event e ON e.key = p.record
  LEFT JOIN rating_action a ON a.key = p.record
  LEFT JOIN participation q ON q.key = p.record
  LEFT JOIN party i ON i.key = p.record
),
said AS (
  SELECT 0 AS place, o.record_key, 'record' AS attribute, 'own source' AS stance, NULL AS says,
    NULL AS original, s.language, NULL AS period, NULL AS asserted_by, NULL AS reported_by,
    s.title AS source, s.publisher, s.grade, s.published_on, o.locator, NULL AS because,
    NULL AS origins, s.url, '' AS claim_key
  FROM own o JOIN source s ON s.id = o.source_id
  CROSS JOIN parameter p WHERE p.attribute IS NULL OR p.attribute = 'record'
  UNION ALL
  SELECT CASE c.stance WHEN 'preferred' THEN 1 WHEN 'supports' THEN 2 WHEN 'alternative' THEN 3
      ELSE 4 END, c.record_key, c.attribute, c.stance,
    coalesce(c.value, rtrim(rtrim(CAST(c.amount / 1e9 AS TEXT), '0'), '.') || ' bn ' || c.currency,
      rtrim(rtrim(CAST(c.amount_low / 1e9 AS TEXT), '0'), '.') || ' to '
        || rtrim(rtrim(CAST(c.amount_high / 1e9 AS TEXT), '0'), '.') || ' bn ' || c.currency)
      || CASE WHEN c.qualifier IS NULL OR c.qualifier IN ('exact', 'range') THEN ''
        ELSE ' (' || c.qualifier || ')' END
      || CASE WHEN c.measure IS NULL THEN '' ELSE ', ' || c.measure END,
    c.original, c.language,
    CASE WHEN c.period_first_on IS NOT NULL
      THEN c.period_first_on || ' to ' || coalesce(CAST(c.period_last_on AS TEXT), '?') END,
    c.asserted_by, c.reported_by, c.source, c.publisher, c.source_grade, c.published_on, c.locator,
    c.reason, (SELECT MAX(o.independent_origins) FROM claim_origins o
      WHERE o.record_key = c.record_key AND o.attribute = c.attribute AND o.value IS c.value
        AND o.amount_minor IS c.amount_minor AND o.amount_low_minor IS c.amount_low_minor
        AND o.measure IS c.measure), c.source_url, c.claim_key
  FROM claims c JOIN parameter p ON c.record_key = p.record
  WHERE p.attribute IS NULL OR c.attribute = p.attribute
)
SELECT record_key, attribute, stance, says, original, language, period, asserted_by, reported_by,
  source, publisher, grade, published_on, locator, because, origins AS independent_origins, url
FROM said
ORDER BY CASE attribute WHEN 'record' THEN 0 ELSE 1 END, attribute, place, claim_key;
