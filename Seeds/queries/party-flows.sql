-- title: Party flows: who gives capital to whom, and who buys from whom
-- definition: Every counted flow of capital (cash for equity or lent, equity or an option given to
--   win a customer, a guarantee) and every counted purchase (cash for compute, chips, power or
--   space) between two parties, from contracts and from deals alike, that has reached the stage.
--   Lenders and investors give capital to the issuer. Amounts are in US dollars at the rate of
--   each record's own day, for the whole of the record's length: a purchase over five years and
--   equity paid once stand side by side, with years and, where it is known, the amount a year.
--   What is drawn in part has no amount at the stages funded and outstanding. These are the edges
--   that `deals network` reads.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: rollup rollup; whom parties are taken for: entity, each by itself, those held to be
--   the same as one; parent, the ultimate parent; sponsor, who sponsors it in the end; brand,
--   the name it trades under; links as they stand today, and flows within one are left out;
--   default entity
-- parameter: among text; keys of parties with blanks between, for the flows from one of them to
--   another alone; default all
-- column: flow_key text; the leg or participation
-- column: record_key text; the contract or deal it is part of
-- column: from_key text; key of the party that gives
-- column: from_party text; the party that gives
-- column: to_key text; key of the party that gets
-- column: to_party text; the party that gets
-- column: purpose text; capital or purchase
-- column: what text; cash, equity, option or guarantee
-- column: stage text; how far it has come on the day
-- column: contingent flag; 1 where it flows only if something happens: an option, a guarantee
-- column: cancellable flag; 1 where the giver may walk away, 0 where not; empty where nobody says
-- column: low_usd USD; the least it is
-- column: high_usd USD; the most
-- column: years number; the length of the contract
-- column: usd_per_year USD; the amount of a year
-- column: direction_contested flag; 1 where sources tell the direction differently
-- chart: network from_party to_party high_usd
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    coalesce(:rollup, 'entity') AS rollup, :among AS among
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank,
    CASE WHEN stage IN ('funded', 'outstanding') THEN 1 ELSE 0 END AS is_funded
  FROM parameter
),
whose AS MATERIALIZED (
  SELECT r.party_id, r.rolled_id FROM parameter p CROSS JOIN party_rollups r
  WHERE r.rollup = p.rollup AND (p.among IS NULL
    OR instr(' ' || p.among || ' ', ' ' || r.rolled_key || ' ') > 0)
),
state AS (
  SELECT s.deal_id, s.contract_id, s.stage,
    -- How much of what is drawn in part is drawn is not known.
    CASE WHEN w.is_funded = 1 AND s.funding = 'partly_drawn' THEN 1 ELSE 0 END AS is_part
  FROM parameter p
  CROSS JOIN wanted w
  JOIN state_span s ON (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
    AND CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
      WHEN 'outstanding' THEN 4 ELSE 0 END >= w.stage_rank
),
edge AS (
  SELECT coalesce(l.key, 'contract_leg/' || l.id) AS flow_key, c.key AS record_key,
    l.payer_id AS giver_id, l.payee_id AS taker_id, l.purpose, l.what, s.stage, s.is_part,
    CASE WHEN l.what = 'option' OR l.what = 'guarantee' OR c.kind = 'capacity_backstop'
      THEN 1 ELSE 0 END AS contingent,
    c.cancellable, c.years, f.low_usd_minor, f.high_usd_minor, f.usd_per_year_minor,
    f.is_unconverted,
    CASE WHEN l.id IN (SELECT record_id FROM contradictions
      WHERE record_kind = 'contract_leg' AND dispute_kind = 'direction') THEN 1 ELSE 0 END
      AS direction_contested,
    CASE WHEN l.id IN (SELECT record_id FROM contested_figure WHERE record_kind = 'contract_leg')
      THEN 1 ELSE 0 END AS contradicted
  FROM contract_leg l
  JOIN contract c ON c.id = l.contract_id AND c.counted = 1
  JOIN state s ON s.contract_id = c.id
  LEFT JOIN leg_figure f ON f.leg_id = l.id
  WHERE (l.purpose = 'capital' OR l.purpose = 'purchase')
    AND ((SELECT among FROM parameter) IS NULL OR l.payer_id IN (SELECT party_id FROM whose)
      AND l.payee_id IN (SELECT party_id FROM whose))
  UNION ALL
  SELECT q.participation_key, d.key, q.party_id, d.issuer_id, 'capital', 'cash', s.stage,
    s.is_part, 0, NULL, NULL, q.low_usd_minor, q.high_usd_minor, NULL, q.is_unconverted, 0,
    CASE WHEN q.id IN (SELECT record_id FROM contested_figure WHERE record_kind = 'participation')
      OR d.id IN (SELECT deal_id FROM contradiction_owners
        WHERE is_resolved = 0 AND (record_kind = 'event' OR attribute = 'issuer'))
      THEN 1 ELSE 0 END
  FROM participation_amounts q
  LEFT JOIN tranche t ON t.id = q.tranche_id
  JOIN deal d ON d.id = coalesce(q.deal_id, t.deal_id) AND d.counted = 1
  JOIN state s ON s.deal_id = d.id
  WHERE q.role IN ('lender', 'anchor_investor', 'holder', 'investor')
    AND coalesce(t.counted, 1) = 1
    AND ((SELECT among FROM parameter) IS NULL OR q.party_id IN (SELECT party_id FROM whose))
    AND ((SELECT among FROM parameter) IS NULL OR d.issuer_id IN (SELECT party_id FROM whose))
)
SELECT e.flow_key, e.record_key, giver.key AS from_key, giver.name AS from_party,
  taker.key AS to_key, taker.name AS to_party, e.purpose, e.what, e.stage, e.contingent,
  e.cancellable,
  CASE WHEN e.is_part = 0 THEN e.low_usd_minor / 100.0 END AS low_usd,
  CASE WHEN e.is_part = 0 THEN coalesce(e.high_usd_minor, e.low_usd_minor) / 100.0 END AS high_usd,
  e.years, CASE WHEN e.is_part = 0 THEN e.usd_per_year_minor / 100.0 END AS usd_per_year,
  e.direction_contested,
  CASE WHEN e.is_part = 0 AND e.low_usd_minor IS NOT NULL THEN 1 ELSE 0 END AS rows_used,
  CASE WHEN (e.low_usd_minor IS NULL OR e.is_part = 1) AND coalesce(e.is_unconverted, 0) = 0
    THEN 1 ELSE 0 END AS rows_without_amount,
  coalesce(e.is_unconverted, 0) AS rows_unconverted, e.contradicted AS rows_contradicted
FROM edge e
CROSS JOIN whose x
CROSS JOIN whose y
CROSS JOIN party giver
CROSS JOIN party taker
WHERE x.party_id = e.giver_id AND y.party_id = e.taker_id AND giver.id = x.rolled_id
  AND taker.id = y.rolled_id AND x.rolled_id <> y.rolled_id
ORDER BY coalesce(e.high_usd_minor, e.low_usd_minor, -1) DESC, giver.name, taker.name, e.flow_key;
