-- Whom each party is counted with, under each way to add parties up: the party itself (those held
-- to be the same are one), its ultimate parent, who sponsors it in the end, its brand.
CREATE VIEW party_rollups AS
SELECT
  p.id AS party_id, p.key AS party_key, w.rollup,
  coalesce(CASE w.rollup WHEN 'parent' THEN f.parent_id WHEN 'sponsor' THEN f.sponsor_id
    WHEN 'brand' THEN f.brand_id ELSE f.identity_id END, p.id) AS rolled_id,
  r.key AS rolled_key, r.name AS rolled
FROM (
  SELECT 'entity' AS rollup UNION ALL SELECT 'parent' UNION ALL SELECT 'sponsor'
  UNION ALL SELECT 'brand'
) w
CROSS JOIN party p
LEFT JOIN party_figure f ON f.party_id = p.id
LEFT JOIN party r ON r.id = coalesce(CASE w.rollup WHEN 'parent' THEN f.parent_id
  WHEN 'sponsor' THEN f.sponsor_id WHEN 'brand' THEN f.brand_id ELSE f.identity_id END, p.id);
