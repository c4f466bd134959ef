-- Every party on record. What is counted together goes by its identity: of parties held to be the
-- same, one.
CREATE VIEW parties AS
SELECT
  p.key AS party_key, p.name AS party, p.kind,
  CASE WHEN p.kind = 'bank' THEN 1 ELSE 0 END AS is_bank,
  p.country, p.jurisdiction,
  i.key AS identity_key, i.name AS identity,
  parent.key AS parent_key, parent.name AS parent,
  sponsor.key AS sponsor_key, sponsor.name AS sponsor,
  top.key AS ultimate_parent_key, top.name AS ultimate_parent,
  backer.key AS ultimate_sponsor_key, backer.name AS ultimate_sponsor,
  brand.key AS brand_key, brand.name AS brand,
  (SELECT COUNT(*) FROM party_link v WHERE v.from_party_id = p.id
    AND (v.kind = 'same' OR v.kind = 'different' OR v.kind = 'unsure'))
  + (SELECT COUNT(*) FROM party_link v WHERE v.to_party_id = p.id
    AND (v.kind = 'same' OR v.kind = 'different' OR v.kind = 'unsure')) AS verdicts,
  lei.value AS lei, ticker.value AS ticker, cik.value AS cik,
  p.notes
FROM party p
LEFT JOIN party_figure f ON f.party_id = p.id
LEFT JOIN party i ON i.id = coalesce(f.identity_id, p.id)
LEFT JOIN party top ON top.id = coalesce(f.parent_id, p.id)
LEFT JOIN party backer ON backer.id = coalesce(f.sponsor_id, p.id)
LEFT JOIN party brand ON brand.id = coalesce(f.brand_id, p.id)
LEFT JOIN party parent ON parent.id = (
  SELECT MIN(l.to_party_id) FROM party_link l
  WHERE l.from_party_id = p.id AND l.kind = 'subsidiary')
LEFT JOIN party sponsor ON sponsor.id = (
  SELECT MIN(l.to_party_id) FROM party_link l
  WHERE l.from_party_id = p.id AND l.kind = 'sponsor')
LEFT JOIN party_identifier lei ON lei.id = (
  SELECT MIN(i.id) FROM party_identifier i WHERE i.party_id = p.id AND i.scheme = 'lei')
LEFT JOIN party_identifier ticker ON ticker.id = (
  SELECT MIN(i.id) FROM party_identifier i WHERE i.party_id = p.id AND i.scheme = 'ticker')
LEFT JOIN party_identifier cik ON cik.id = (
  SELECT MIN(i.id) FROM party_identifier i WHERE i.party_id = p.id AND i.scheme = 'cik');
