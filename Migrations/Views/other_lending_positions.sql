-- Of `lending_positions` what `lending_figure` has no row for: statuses that have ended, tranches
-- with events of their own, parts of whole deals.
CREATE VIEW other_lending_positions AS
SELECT
  l.participation_id, l.tranche_id, CAST(l.deal_id AS INTEGER) AS deal_id, l.party_id, l.lender_id,
  CAST(coalesce(taker.identity_id, d.issuer_id) AS INTEGER) AS issuer_id, l.role, l.qualifier,
  CAST(l.counted AS INTEGER) AS counted, s.from_on, s.before_on,
  CAST(CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
    WHEN 'outstanding' THEN 4 ELSE 0 END AS INTEGER) AS stage_rank,
  CAST(CASE WHEN s.funding = 'partly_drawn' THEN 1 ELSE 0 END AS INTEGER) AS is_partly_drawn,
  l.currency, l.low_minor, l.high_minor, l.cents_per_minor, l.rate_on
FROM (
  SELECT q.id AS participation_id, s.id AS span_id
  FROM participation q CROSS JOIN state_span s
  WHERE q.deal_id IS NOT NULL AND s.deal_id = q.deal_id
  UNION ALL
  SELECT q.id, s.id
  FROM state_span s CROSS JOIN tranche u CROSS JOIN participation q
  WHERE s.before_on IS NOT NULL AND u.deal_id = s.deal_id AND q.tranche_id = u.id
  UNION ALL
  SELECT q.id, s.id
  FROM state_span own CROSS JOIN tranche u CROSS JOIN state_span s CROSS JOIN participation q
  WHERE own.tranche_id IS NOT NULL AND own.before_on IS NULL AND u.id = own.tranche_id
    AND s.deal_id = u.deal_id AND s.before_on IS NULL AND q.tranche_id = u.id
) o
CROSS JOIN state_span s
CROSS JOIN lending l
CROSS JOIN deal d
LEFT JOIN party_figure taker ON taker.party_id = d.issuer_id
WHERE s.id = o.span_id AND l.participation_id = o.participation_id AND d.id = l.deal_id;
