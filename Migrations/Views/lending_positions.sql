-- What lenders and investors put into deals, each part at each interval of its deal's status, as
-- totals of all parts read it: in a step without a join, their sums a step later. What joins parts
-- to something reads `lending_spans`.
--
-- Parts of tranches that stand as their deal does are by far the most, and find the status that
-- stands at the end with their tranche's figures. The others follow: statuses that have ended,
-- tranches with events of their own, parts of whole deals. All have columns of the same types, so
-- that SQLite reads those that are asked for alone: a view's column is of none, an expression's not
-- even that, which `coalesce` levels.
CREATE VIEW lending_positions AS
SELECT
  q.id AS participation_id, q.tranche_id, t.deal_id, q.party_id,
  coalesce(who.identity_id, q.party_id) AS lender_id,
  t.issuer_id, q.role, q.qualifier, t.counted, t.from_on, CAST(NULL AS DATE) AS before_on,
  t.stage_rank, t.is_partly_drawn, q.currency,
  -- A range alone has two amounts, and no other.
  CASE q.qualifier WHEN 'up_to' THEN 0 ELSE coalesce(q.amount_minor, q.amount_low_minor) END
    AS low_minor,
  CASE q.qualifier WHEN 'at_least' THEN NULL ELSE coalesce(q.amount_minor, q.amount_high_minor) END
    AS high_minor,
  CASE WHEN g.participation_id IS NULL THEN t.cents_per_minor ELSE g.cents_per_minor END
    AS cents_per_minor,
  CASE WHEN substr(CAST(t.dated_on AS TEXT), 1, 7) = substr(CAST(t.dated_until AS TEXT), 1, 7)
    THEN t.dated_until END AS rate_on
FROM participation q
JOIN tranche_figure t ON t.tranche_id = q.tranche_id
LEFT JOIN participation_figure g ON g.participation_id = q.id
LEFT JOIN party_figure who ON who.party_id = q.party_id
WHERE t.has_own_states = 0
  AND (q.role = 'lender' OR q.role = 'anchor_investor' OR q.role = 'holder' OR q.role = 'investor')
UNION ALL
SELECT
  l.participation_id, l.tranche_id, CAST(l.deal_id AS INTEGER), l.party_id,
  coalesce(l.lender_id, NULL),
  CAST(coalesce(taker.identity_id, d.issuer_id) AS INTEGER), l.role, l.qualifier,
  CAST(l.counted AS INTEGER), s.from_on, s.before_on,
  CAST(CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
    WHEN 'outstanding' THEN 4 ELSE 0 END AS INTEGER),
  CAST(CASE WHEN s.funding = 'partly_drawn' THEN 1 ELSE 0 END AS INTEGER), l.currency,
  coalesce(l.low_minor, NULL), coalesce(l.high_minor, NULL), coalesce(l.cents_per_minor, NULL),
  coalesce(l.rate_on, NULL)
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
