CREATE VIEW theme_members AS
SELECT
  t.key AS theme_key, t.name AS theme, t.version,
  CASE WHEN m.party_id IS NOT NULL THEN 'party' ELSE 'deal' END AS record_kind,
  coalesce(p.key, d.key) AS record_key, coalesce(p.name, d.name) AS record,
  m.from_on, m.from_until, m.before_on, m.before_until, m.reason, m.notes,
  s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM theme_member m
JOIN theme t ON t.id = m.theme_id
JOIN source s ON s.id = m.source_id
LEFT JOIN party p ON p.id = m.party_id
LEFT JOIN deal d ON d.id = m.deal_id;
