CREATE VIEW commitments AS
SELECT
  q.participation_key AS commitment_key, p.key AS party_key, p.name AS party, p.kind AS party_kind,
  CASE WHEN p.kind = 'bank' THEN 1 ELSE 0 END AS is_bank, q.role,
  d.key AS deal_key, d.name AS deal, t.key AS tranche_key, t.name AS tranche,
  i.key AS issuer_key, i.name AS issuer, q.share_pct,
  q.currency, q.amount_minor * 1.0 / y.minor_per_unit AS amount,
  q.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  q.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  q.qualifier, q.measure, q.amount_usd_minor / 100.0 AS amount_usd,
  q.low_usd_minor / 100.0 AS low_usd, q.high_usd_minor / 100.0 AS high_usd,
  q.amount_minor, q.amount_usd_minor, q.fx_on,
  CASE WHEN d.counted = 1 AND coalesce(t.counted, 1) = 1 THEN 1 ELSE 0 END AS counted, q.notes,
  s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM participation_amounts q
LEFT JOIN tranche t ON t.id = q.tranche_id
JOIN deal d ON d.id = coalesce(q.deal_id, t.deal_id)
LEFT JOIN party_figure who ON who.party_id = q.party_id
JOIN party p ON p.id = coalesce(who.identity_id, q.party_id)
LEFT JOIN party_figure whose ON whose.party_id = d.issuer_id
JOIN party i ON i.id = coalesce(whose.identity_id, d.issuer_id)
JOIN source s ON s.id = q.source_id
LEFT JOIN currency y ON y.code = q.currency;
