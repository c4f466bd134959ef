CREATE VIEW deal_links AS
SELECT
  l.key AS link_key, l.kind,
  CASE WHEN l.from_deal_id IS NOT NULL THEN 'deal' ELSE 'contract' END AS from_kind,
  coalesce(fd.key, fc.key) AS from_key, coalesce(fd.name, fc.name) AS from_record,
  CASE WHEN l.to_deal_id IS NOT NULL THEN 'deal' ELSE 'contract' END AS to_kind,
  coalesce(td.key, tc.key) AS to_key, coalesce(td.name, tc.name) AS to_record, l.reason,
  s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM deal_link l
JOIN source s ON s.id = l.source_id
LEFT JOIN deal fd ON fd.id = l.from_deal_id
LEFT JOIN contract fc ON fc.id = l.from_contract_id
LEFT JOIN deal td ON td.id = l.to_deal_id
LEFT JOIN contract tc ON tc.id = l.to_contract_id;
