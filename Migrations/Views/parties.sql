CREATE VIEW parties AS
SELECT
  p.key AS party_key, p.name AS party, p.kind,
  CASE WHEN p.kind = 'bank' THEN 1 ELSE 0 END AS is_bank,
  p.country,
  parent.key AS parent_key, parent.name AS parent,
  sponsor.key AS sponsor_key, sponsor.name AS sponsor,
  lei.value AS lei, ticker.value AS ticker, cik.value AS cik,
  p.notes
FROM party p
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
