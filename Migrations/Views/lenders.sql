-- Who puts up the money in deals that are announced or further: lenders, anchor investors, holders
-- and investors. Arrangers and agents are none.
CREATE VIEW lenders AS
WITH lent AS (
  SELECT l.lender_id AS party_id, l.role, l.qualifier, l.deal_id, l.counted, l.tranche_id,
    l.amount_usd_minor, l.dated_on, l.obligor_id
  FROM lending l
  JOIN state_span st ON st.deal_id = l.deal_id AND st.stage IS NOT NULL
    AND (st.from_on IS NULL OR st.from_on <= CURRENT_DATE)
    AND (st.before_on IS NULL OR CURRENT_DATE < st.before_on)
),
total AS (
  SELECT party_id, COUNT(DISTINCT CASE WHEN counted = 1 THEN deal_id END) AS deals,
    COUNT(DISTINCT CASE WHEN counted = 1 THEN tranche_id END) AS tranches,
    SUM(CASE WHEN counted = 1 AND role <> 'holder' THEN amount_usd_minor END) AS committed_minor,
    SUM(CASE WHEN counted = 1 AND role = 'holder' THEN amount_usd_minor END) AS held_minor,
    COUNT(CASE WHEN counted = 1 AND qualifier = 'undisclosed' THEN 1 END)
      AS commitments_without_amount,
    MIN(dated_on) AS first_on, MAX(dated_on) AS last_on
  FROM lent GROUP BY party_id
),
by_obligor AS (
  SELECT party_id, obligor_id, SUM(amount_usd_minor) AS amount_minor,
    row_number() OVER (
      PARTITION BY party_id ORDER BY SUM(amount_usd_minor) DESC, obligor_id) AS place
  FROM lent WHERE counted = 1 AND amount_usd_minor IS NOT NULL
  GROUP BY party_id, obligor_id
)
SELECT
  p.party_key AS lender_key, p.party AS lender, p.kind, p.is_bank, p.country,
  p.parent_key, p.parent, a.deals, a.tranches, a.committed_minor / 100.0 AS committed_usd,
  a.held_minor / 100.0 AS held_usd, a.commitments_without_amount,
  top.key AS top_obligor_key, top.name AS top_obligor, o.amount_minor / 100.0 AS top_obligor_usd,
  a.first_on, a.last_on
FROM total a
JOIN party base ON base.id = a.party_id
JOIN parties p ON p.party_key = base.key
LEFT JOIN by_obligor o ON o.party_id = a.party_id AND o.place = 1
LEFT JOIN party top ON top.id = o.obligor_id;
