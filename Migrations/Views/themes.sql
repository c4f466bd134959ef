CREATE VIEW themes AS
SELECT
  t.key AS theme_key, t.name AS theme, t.definition, t.version, p.key AS stated_by_key,
  p.name AS stated_by, t.stated_on, t.stated_until,
  (SELECT COUNT(*) FROM theme_member x WHERE x.theme_id = t.id) AS members, t.notes,
  s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM theme t
JOIN source s ON s.id = t.source_id
LEFT JOIN party p ON p.id = t.stated_by_id;
