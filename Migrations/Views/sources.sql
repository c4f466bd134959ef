CREATE VIEW sources AS
SELECT
  s.key AS source_key, s.title AS source, s.kind, s.publisher, s.author, s.url,
  s.archive_url, s.content_hash, s.licence,
  s.published_on, s.published_until, s.retrieved_on, s.retrieved_until, s.language, s.grade,
  coalesce(c.claims, 0) AS claims, s.notes
FROM source s
LEFT JOIN (SELECT source_id, COUNT(*) AS claims FROM claim GROUP BY source_id) c
  ON c.source_id = s.id;
