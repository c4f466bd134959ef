-- What lenders, anchor investors, holders and investors put into deals, each part once: a party
-- named for a tranche is not counted again where the deal names it as a whole. Who pays in the end
-- is the tenant or offtaker, else the issuer. Parties that are the same are one.
--
-- Parts of tranches are by far the most, and need no other table than their tranche's figures: no
-- join hangs on another, so that those nobody asks for are left out.
CREATE VIEW lending AS
SELECT
  q.id AS participation_id, q.party_id, coalesce(who.identity_id, q.party_id) AS lender_id, q.role,
  q.qualifier, coalesce(q.deal_id, t.deal_id) AS deal_id, q.tranche_id,
  CASE WHEN q.tranche_id IS NULL THEN k.counted ELSE t.counted END AS counted, q.currency,
  CASE q.qualifier WHEN 'range' THEN q.amount_low_minor WHEN 'up_to' THEN 0
    ELSE q.amount_minor END AS low_minor,
  CASE q.qualifier WHEN 'range' THEN q.amount_high_minor WHEN 'at_least' THEN NULL
    ELSE q.amount_minor END AS high_minor,
  CAST(round(q.amount_minor * CASE WHEN g.participation_id IS NULL THEN t.cents_per_minor
    ELSE g.cents_per_minor END) AS BIGINT) AS amount_usd_minor,
  CAST(round(CASE q.qualifier WHEN 'range' THEN q.amount_low_minor WHEN 'up_to' THEN 0
      ELSE q.amount_minor END * CASE WHEN g.participation_id IS NULL THEN t.cents_per_minor
    ELSE g.cents_per_minor END) AS BIGINT) AS low_usd_minor,
  CAST(round(CASE q.qualifier WHEN 'range' THEN q.amount_high_minor WHEN 'at_least' THEN NULL
      ELSE q.amount_minor END * CASE WHEN g.participation_id IS NULL THEN t.cents_per_minor
    ELSE g.cents_per_minor END) AS BIGINT) AS high_usd_minor,
  CASE WHEN q.qualifier <> 'undisclosed' AND CASE WHEN g.participation_id IS NULL
    THEN t.cents_per_minor ELSE g.cents_per_minor END IS NULL THEN 1 ELSE 0 END AS is_unconverted,
  CASE WHEN g.participation_id IS NULL THEN t.cents_per_minor ELSE g.cents_per_minor END
    AS cents_per_minor,
  CASE WHEN substr(CAST(coalesce(g.dated_on, t.dated_on) AS TEXT), 1, 7)
      = substr(CAST(coalesce(g.dated_until, t.dated_until) AS TEXT), 1, 7)
    THEN coalesce(g.dated_until, t.dated_until) END AS rate_on,
  coalesce(g.dated_on, t.dated_on) AS dated_on,
  coalesce(obligor.party_id, d.issuer_id) AS obligor_party_id,
  coalesce((SELECT whose.identity_id FROM party_figure whose
      WHERE whose.party_id = coalesce(obligor.party_id, d.issuer_id)),
    obligor.party_id, d.issuer_id) AS obligor_id
FROM participation q
LEFT JOIN tranche_figure t ON t.tranche_id = q.tranche_id
LEFT JOIN participation_figure g ON g.participation_id = q.id
LEFT JOIN deal k ON k.id = q.deal_id
LEFT JOIN party_figure who ON who.party_id = q.party_id
LEFT JOIN deal d ON d.id = coalesce(q.deal_id, t.deal_id)
LEFT JOIN participation obligor ON obligor.id = (
  SELECT MIN(x.id) FROM participation x
  WHERE x.deal_id = coalesce(q.deal_id, t.deal_id)
    AND (x.role = 'tenant' OR x.role = 'offtaker'))
WHERE (q.role = 'lender' OR q.role = 'anchor_investor' OR q.role = 'holder'
    OR q.role = 'investor')
  AND (q.tranche_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM participation own
    JOIN tranche u ON u.id = own.tranche_id
    LEFT JOIN party_figure f ON f.party_id = own.party_id
    WHERE u.deal_id = q.deal_id AND own.role = q.role
      AND coalesce(f.identity_id, own.party_id) = coalesce(
        (SELECT i.identity_id FROM party_figure i WHERE i.party_id = q.party_id), q.party_id)));
