-- The ratings that can stand for a tranche, best level first: its own (1), its deal's (2), for
-- unsecured senior bonds the issuer's senior unsecured rating (3), the issuer's (4). Never the
-- corporate family's. The composite of a day takes the first level that has any that day.
CREATE VIEW tranche_ratings AS
SELECT t.id AS tranche_id, t.key AS tranche_key, 1 AS level_rank, r.level, r.agency, r.grade,
  r.notch, r.from_on, r.before_on
FROM tranche t JOIN rating_spans r ON r.tranche_id = t.id
UNION ALL
SELECT t.id, t.key, 2, r.level, r.agency, r.grade, r.notch, r.from_on, r.before_on
FROM tranche t JOIN rating_spans r ON r.deal_id = t.deal_id
UNION ALL
SELECT t.id, t.key, 3, r.level, r.agency, r.grade, r.notch, r.from_on, r.before_on
FROM rating_spans r
JOIN party_figure m ON m.party_id = r.party_id
JOIN party_figure i ON i.identity_id = m.identity_id
JOIN deal d ON d.issuer_id = i.party_id
JOIN tranche t ON t.deal_id = d.id
WHERE r.level = 'senior_unsecured' AND r.tranche_id IS NULL AND r.deal_id IS NULL
  AND (t.instrument = 'bond' OR t.instrument = 'convertible')
  AND t.seniority = 'senior_unsecured' AND coalesce(t.secured, 0) = 0
UNION ALL
SELECT t.id, t.key, 4, r.level, r.agency, r.grade, r.notch, r.from_on, r.before_on
FROM rating_spans r
JOIN party_figure m ON m.party_id = r.party_id
JOIN party_figure i ON i.identity_id = m.identity_id
JOIN deal d ON d.issuer_id = i.party_id
JOIN tranche t ON t.deal_id = d.id
WHERE r.level = 'issuer' AND r.tranche_id IS NULL AND r.deal_id IS NULL;
