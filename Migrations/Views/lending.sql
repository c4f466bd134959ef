-- What lenders, anchor investors, holders and investors put into deals, each part once: a party
-- named for a tranche is not counted again where the deal names it as a whole. Who pays in the end
-- is the tenant or offtaker, else the issuer. Parties that are the same are one.
CREATE VIEW lending AS
SELECT
  q.id AS participation_id, q.party_id, coalesce(who.identity_id, q.party_id) AS lender_id, q.role,
  q.qualifier, d.id AS deal_id, t.id AS tranche_id,
  CASE WHEN d.counted = 1 AND coalesce(t.counted, 1) = 1 THEN 1 ELSE 0 END AS counted,
  q.amount_usd_minor, q.low_usd_minor, q.high_usd_minor, q.is_unconverted, q.dated_on,
  coalesce(obligor.party_id, d.issuer_id) AS obligor_party_id,
  coalesce(whose.identity_id, obligor.party_id, d.issuer_id) AS obligor_id
FROM participation_amounts q
LEFT JOIN party_figure who ON who.party_id = q.party_id
LEFT JOIN tranche t ON t.id = q.tranche_id
JOIN deal d ON d.id = coalesce(q.deal_id, t.deal_id)
LEFT JOIN participation obligor ON obligor.id = (
  SELECT MIN(x.id) FROM participation x
  WHERE x.deal_id = d.id AND (x.role = 'tenant' OR x.role = 'offtaker'))
LEFT JOIN party_figure whose ON whose.party_id = coalesce(obligor.party_id, d.issuer_id)
WHERE (q.role = 'lender' OR q.role = 'anchor_investor' OR q.role = 'holder'
  OR q.role = 'investor')
  AND (q.tranche_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM participation own
    JOIN tranche u ON u.id = own.tranche_id
    LEFT JOIN party_figure f ON f.party_id = own.party_id
    WHERE u.deal_id = d.id AND own.role = q.role
      AND coalesce(f.identity_id, own.party_id) = coalesce(who.identity_id, q.party_id)));
