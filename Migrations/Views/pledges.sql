-- Which asset secures which deal or tranche. An asset with more than one live pledge is pledged
-- more than once.
CREATE VIEW pledges AS
SELECT
  p.key AS pledge_key, p.kind, a.key AS asset_key, a.name AS asset, a.kind AS asset_kind,
  d.key AS deal_key, d.name AS deal, t.key AS tranche_key, t.name AS tranche,
  i.key AS issuer_key, i.name AS issuer, p.rank, g.key AS agent_key, g.name AS agent,
  p.from_on, p.from_until, p.released_on, p.released_until,
  CASE WHEN p.released_until <= CURRENT_DATE THEN 1 ELSE 0 END AS is_released,
  COUNT(CASE WHEN p.released_until IS NULL OR CURRENT_DATE < p.released_until THEN 1 END)
    OVER (PARTITION BY p.asset_id) AS pledges_of_asset,
  p.notes, s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM pledge p
JOIN asset a ON a.id = p.asset_id
LEFT JOIN tranche t ON t.id = p.tranche_id
JOIN deal d ON d.id = coalesce(p.deal_id, t.deal_id)
JOIN party i ON i.id = d.issuer_id
JOIN source s ON s.id = p.source_id
LEFT JOIN party g ON g.id = p.agent_id;
