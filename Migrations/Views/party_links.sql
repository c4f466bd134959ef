-- How parties belong to each other, and the verdicts on whether two are one.
CREATE VIEW party_links AS
SELECT
  l.key AS link_key, a.key AS from_key, a.name AS from_party, l.kind, b.key AS to_key,
  b.name AS to_party, l.share_pct, l.from_on, l.from_until, l.before_on, l.before_until, l.reason,
  s.title AS source, s.url AS source_url, l.run_id, r.finished_at AS recorded_at
FROM party_link l
JOIN party a ON a.id = l.from_party_id
JOIN party b ON b.id = l.to_party_id
LEFT JOIN source s ON s.id = l.source_id
LEFT JOIN import_run r ON r.id = l.run_id;
