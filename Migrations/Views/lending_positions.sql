-- What lenders and investors put into deals, each part at each interval of its deal's status, as
-- totals of all parts read it: in a step without a join, their sums a step later. What joins parts
-- to something reads `lending_spans`.
--
-- Parts of tranches that stand as their deal does are by far the most, and find the status that
-- stands at the end with their tranche's figures. The others follow. All have columns of the same
-- types, so that SQLite reads those that are asked for alone: a view's column is of none, an
-- expression's not even that, which `coalesce` levels.
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
  participation_id, tranche_id, deal_id, party_id, coalesce(lender_id, NULL), issuer_id, role,
  qualifier, counted, from_on, before_on, stage_rank, is_partly_drawn, currency,
  coalesce(low_minor, NULL), coalesce(high_minor, NULL), coalesce(cents_per_minor, NULL),
  coalesce(rate_on, NULL)
FROM other_lending_positions;
