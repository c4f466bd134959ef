CREATE VIEW ratings AS
SELECT
  coalesce(a.key, 'rating-action/' || a.id) AS rating_key, p.key AS party_key, p.name AS party,
  d.key AS deal_key,
  t.key AS tranche_key, a.level, a.scope, a.agency, a.scale, a.grade, g.notch,
  CASE WHEN g.notch IS NULL THEN NULL WHEN g.notch <= 10 THEN 'investment_grade'
    ELSE 'high_yield' END AS bucket,
  a.kind, a.outlook, a.watch, a.is_withdrawn, a.action, a.acted_on, a.acted_until, a.notes,
  s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM rating_action a
LEFT JOIN party_figure who ON who.party_id = a.party_id
JOIN party p ON p.id = coalesce(who.identity_id, a.party_id)
JOIN source s ON s.id = a.source_id
LEFT JOIN deal d ON d.id = a.deal_id
LEFT JOIN tranche t ON t.id = a.tranche_id
LEFT JOIN rating_grade g ON g.agency = a.agency AND g.grade = a.grade AND a.scale <> 'short_term';
