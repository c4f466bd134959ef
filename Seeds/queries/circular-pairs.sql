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
-- column: gives_capital text; the party that gives capital and sells
-- column: buys text; the party that gets capital and buys
-- column: capital_flows count; flows of capital to the buyer
-- column: capital_low USD; the least they add up to
-- column: capital_high USD; the most
-- column: purchase_flows count; purchases from the giver
-- column: purchase_low USD; the least they add up to
-- column: purchase_high USD; the most
-- column: reciprocity_pct percent; the smaller amount over the larger; empty unless both are exact
-- column: direction_contested count; flows whose direction sources tell differently
-- column: records text; keys of the records behind the pair
-- chart: network gives_capital buys capital_high purchase_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage
),
stage_rank AS (
  SELECT 'announced' AS stage, 1 AS rank UNION ALL SELECT 'binding', 2
  UNION ALL SELECT 'funded', 3 UNION ALL SELECT 'outstanding', 4
),
flow AS (
  SELECT f.from_key, f.to_key, f.from_party, f.to_party, f.purpose, f.record_key,
    -- How much of what is drawn in part is drawn is not known.
    p.stage IN ('funded', 'outstanding') AND s.funding = 'partly_drawn' AS is_part,
    f.is_unconverted, f.low_usd_minor, f.high_usd_minor, f.direction_contested,
    CASE WHEN x.record_key IS NULL THEN 0 ELSE 1 END AS contradicted
  FROM parameter p
  JOIN flows f ON f.counted = 1 AND f.purpose IN ('capital', 'purchase') AND f.from_key <> f.to_key
  JOIN state_spans s ON s.record_kind = f.record_kind AND s.record_key = f.record_key
    AND (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
  JOIN stage_rank has ON has.stage = s.stage
  JOIN stage_rank wants ON wants.stage = p.stage AND has.rank >= wants.rank
  LEFT JOIN contested x ON x.record_kind = 'contract_leg' AND x.record_key = f.flow_key
),
edge AS (
  SELECT from_key, to_key, MIN(from_party) AS from_party, MIN(to_party) AS to_party, purpose,
    COUNT(*) AS flows, SUM(CASE WHEN NOT is_part THEN low_usd_minor END) AS low_minor,
    SUM(CASE WHEN NOT is_part THEN coalesce(high_usd_minor, low_usd_minor) END) AS high_minor,
    COUNT(CASE WHEN NOT is_part THEN low_usd_minor END) AS with_amount,
    COUNT(CASE WHEN (low_usd_minor IS NULL OR is_part) AND is_unconverted = 0 THEN 1 END)
      AS without_amount,
    SUM(is_unconverted) AS unconverted,
    SUM(contradicted) AS contradicted, SUM(direction_contested) AS direction_contested
  FROM flow GROUP BY from_key, to_key, purpose
),
record AS (
  SELECT DISTINCT
    CASE purpose WHEN 'capital' THEN from_key ELSE to_key END AS giver_key,
    CASE purpose WHEN 'capital' THEN to_key ELSE from_key END AS buyer_key, record_key
  FROM flow
)
SELECT c.from_party AS gives_capital, c.to_party AS buys,
  c.flows AS capital_flows, c.low_minor / 100.0 AS capital_low,
  c.high_minor / 100.0 AS capital_high,
  b.flows AS purchase_flows, b.low_minor / 100.0 AS purchase_low,
  b.high_minor / 100.0 AS purchase_high,
  CASE WHEN c.low_minor = c.high_minor AND b.low_minor = b.high_minor
    THEN round(100.0 * min(c.high_minor, b.high_minor) / max(c.high_minor, b.high_minor), 1) END
    AS reciprocity_pct,
  c.direction_contested + b.direction_contested AS direction_contested,
  (SELECT group_concat(record_key, ' ') FROM (SELECT r.record_key FROM record r
    WHERE r.giver_key = c.from_key AND r.buyer_key = c.to_key ORDER BY r.record_key))
    AS records,
  c.with_amount + b.with_amount AS rows_used,
  c.without_amount + b.without_amount AS rows_without_amount,
  c.unconverted + b.unconverted AS rows_unconverted,
  c.contradicted + b.contradicted AS rows_contradicted
FROM edge c
JOIN edge b ON b.purpose = 'purchase' AND b.from_key = c.to_key AND b.to_key = c.from_key
WHERE c.purpose = 'capital'
ORDER BY coalesce(c.high_minor, 0) + coalesce(b.high_minor, 0) DESC, c.from_party, c.to_party;
