-- title: Circular pairs: who funds the customers that buy from them
-- definition: Pairs of parties where the first gives capital to the second (cash for equity or
--   lent, equity or an option given to win a customer, a guarantee) and the second has bought
--   from the first (cash for compute, chips, power or space). Both directions are counted flows
--   that have reached the stage, from contracts and from deals alike. Amounts are in US dollars
--   at the rate of each record's own day. A flow without an amount is an edge without amount,
--   counted apart, never zero. Amounts of different length (a purchase over five years, equity
--   paid once) stand side by side; they are not annualised here. Reciprocity is the smaller of
--   the two highs over the larger.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: rollup rollup; whom parties are taken for: entity, each by itself, those held to be
--   the same as one; parent, the ultimate parent; sponsor, who sponsors it in the end; brand,
--   the name it trades under; links as they stand today, and flows within one are left out;
--   default entity
-- column: gives_capital text; the party that gives capital and sells
-- column: buys text; the party that gets capital and buys
-- column: capital_flows count; flows of capital to the buyer
-- column: capital_low USD; the least they add up to
-- column: capital_high USD; the most
-- column: purchase_flows count; purchases from the giver
-- column: purchase_low USD; the least they add up to
-- column: purchase_high USD; the most
-- column: reciprocity_pct percent; the smaller amount over the larger; empty unless both are
--   exact
-- column: direction_contested count; flows whose direction sources tell differently
-- column: records text; keys of the records behind the pair
-- chart: network gives_capital buys capital_high purchase_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    coalesce(:rollup, 'entity') AS rollup
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank,
    CASE WHEN stage IN ('funded', 'outstanding') THEN 1 ELSE 0 END AS is_funded
  FROM parameter
),
state AS (
  SELECT s.deal_id, s.contract_id,
    -- How much of what is drawn in part is drawn is not known.
    CASE WHEN w.is_funded = 1 AND s.funding = 'partly_drawn' THEN 1 ELSE 0 END AS is_part
  FROM parameter p
  CROSS JOIN wanted w
  JOIN state_span s ON (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
    AND CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
      WHEN 'outstanding' THEN 4 ELSE 0 END >= w.stage_rank
),
leg AS (
  SELECT l.id, l.contract_id, l.purpose, c.key AS contract_key, x.rolled_id AS from_id,
    y.rolled_id AS to_id
  FROM contract_leg l
  JOIN contract c ON c.id = l.contract_id AND c.counted = 1
  JOIN party_rollups x ON x.party_id = l.payer_id AND x.rollup = (SELECT rollup FROM parameter)
  JOIN party_rollups y ON y.party_id = l.payee_id AND y.rollup = x.rollup
  WHERE l.purpose IN ('capital', 'purchase') AND x.rolled_id <> y.rolled_id
),
sold AS (
  SELECT DISTINCT l.to_id AS seller_id, l.from_id AS buyer_id FROM leg l
  WHERE l.purpose = 'purchase'
),
-- The parties that are taken for another.
member AS (
  SELECT r.party_id, r.rolled_id FROM party_rollups r
  WHERE r.rollup = (SELECT rollup FROM parameter) AND r.rolled_id <> r.party_id
),
-- Of the deals only those whose lender or investor sells to the issuer.
lent AS (
  SELECT o.seller_id, o.buyer_id, d.id AS deal_id, d.key AS deal_key, s.is_part
  FROM (SELECT seller_id, buyer_id, buyer_id AS party_id FROM sold UNION ALL
    SELECT o.seller_id, o.buyer_id, m.party_id
    FROM sold o JOIN member m ON m.rolled_id = o.buyer_id) o
  CROSS JOIN deal d
  CROSS JOIN state s
  WHERE d.issuer_id = o.party_id AND d.counted = 1 AND s.deal_id = d.id
),
flow AS (
  SELECT l.from_id, l.to_id, l.purpose, l.contract_key AS record_key, s.is_part,
    f.is_unconverted, f.low_usd_minor, f.high_usd_minor,
    CASE WHEN l.id IN (SELECT record_id FROM contradictions
      WHERE record_kind = 'contract_leg' AND dispute_kind = 'direction') THEN 1 ELSE 0 END
      AS direction_contested,
    CASE WHEN l.id IN (SELECT record_id FROM contested_figure WHERE record_kind = 'contract_leg')
      THEN 1 ELSE 0 END AS contradicted
  FROM leg l
  JOIN state s ON s.contract_id = l.contract_id
  LEFT JOIN leg_figure f ON f.leg_id = l.id
  UNION ALL
  SELECT o.seller_id, o.buyer_id, 'capital', o.deal_key, o.is_part, q.is_unconverted,
    q.low_usd_minor, q.high_usd_minor, 0,
    CASE WHEN q.id IN (SELECT record_id FROM contested_figure
        WHERE record_kind = 'participation')
      OR o.deal_id IN (SELECT deal_id FROM contradiction_owners
        WHERE is_resolved = 0 AND (record_kind = 'event' OR attribute = 'issuer'))
      THEN 1 ELSE 0 END
  FROM (SELECT seller_id, buyer_id, deal_id, deal_key, is_part, seller_id AS party_id FROM lent
    UNION ALL SELECT o.seller_id, o.buyer_id, o.deal_id, o.deal_key, o.is_part, m.party_id
    FROM lent o JOIN member m ON m.rolled_id = o.seller_id) o
  CROSS JOIN participation_amounts q
  LEFT JOIN tranche t ON t.id = q.tranche_id
  WHERE q.party_id = o.party_id
    AND q.role IN ('lender', 'anchor_investor', 'holder', 'investor')
    AND (q.deal_id = o.deal_id OR t.deal_id = o.deal_id AND t.counted = 1)
),
edge AS (
  SELECT from_id, to_id, purpose, COUNT(*) AS flows,
    SUM(CASE WHEN is_part = 0 THEN low_usd_minor END) AS low_minor,
    SUM(CASE WHEN is_part = 0 THEN coalesce(high_usd_minor, low_usd_minor) END) AS high_minor,
    COUNT(CASE WHEN is_part = 0 THEN low_usd_minor END) AS with_amount,
    COUNT(CASE WHEN (low_usd_minor IS NULL OR is_part = 1) AND is_unconverted = 0 THEN 1 END)
      AS without_amount,
    SUM(is_unconverted) AS unconverted,
    SUM(contradicted) AS contradicted, SUM(direction_contested) AS direction_contested
  FROM flow GROUP BY from_id, to_id, purpose
),
record AS (
  SELECT DISTINCT
    CASE purpose WHEN 'capital' THEN from_id ELSE to_id END AS giver_id,
    CASE purpose WHEN 'capital' THEN to_id ELSE from_id END AS buyer_id, record_key
  FROM flow
)
SELECT giver.name AS gives_capital, buyer.name AS buys,
  c.flows AS capital_flows, c.low_minor / 100.0 AS capital_low,
  c.high_minor / 100.0 AS capital_high,
  b.flows AS purchase_flows, b.low_minor / 100.0 AS purchase_low,
  b.high_minor / 100.0 AS purchase_high,
  CASE WHEN c.low_minor = c.high_minor AND b.low_minor = b.high_minor
    THEN round(100.0 * min(c.high_minor, b.high_minor) / max(c.high_minor, b.high_minor), 1) END
    AS reciprocity_pct,
  c.direction_contested + b.direction_contested AS direction_contested,
  (SELECT group_concat(record_key, ' ') FROM (SELECT r.record_key FROM record r
    WHERE r.giver_id = c.from_id AND r.buyer_id = c.to_id ORDER BY r.record_key) k)
    AS records,
  c.with_amount + b.with_amount AS rows_used,
  c.without_amount + b.without_amount AS rows_without_amount,
  c.unconverted + b.unconverted AS rows_unconverted,
  c.contradicted + b.contradicted AS rows_contradicted
FROM edge c
JOIN edge b ON b.purpose = 'purchase' AND b.from_id = c.to_id AND b.to_id = c.from_id
JOIN party giver ON giver.id = c.from_id
JOIN party buyer ON buyer.id = c.to_id
WHERE c.purpose = 'capital'
ORDER BY coalesce(c.high_minor, 0) + coalesce(b.high_minor, 0) DESC, giver.name, buyer.name;
