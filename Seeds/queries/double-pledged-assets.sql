-- title: Assets pledged more than once
-- definition: Assets with two or more pledges that are live on the day (begun, as far as a day is
--   known, and not released) to counted deals. Whether the pledges are to the same lenders is told
--   by how many agents they name; a pledge without a named agent may be to anyone. What is
--   committed is the sum of the pledged tranches, of a deal all its debt tranches, each once, as
--   far as announced; over the appraisal, a hundred percent and more means lent beyond what the
--   asset was put at. Amounts are in US dollars, tranches at the rate of the deal's day; appraisals
--   in another currency are left unconverted.
-- parameter: as_of date; the day asked about; default today
-- column: asset_key text; key of the asset
-- column: asset text; its name
-- column: kind text; what it is, as in the code list asset_kind
-- column: pledges count; pledges that are live
-- column: deals count; deals they secure
-- column: agents count; different agents that are named
-- column: ranks text; the ranks, in order; ? where none is given
-- column: committed_low USD; what it secures, the least
-- column: committed_high USD; the most
-- column: appraised_low USD; what it was put at, the least
-- column: appraised_high USD; the most
-- column: loan_to_value_low_pct percent; committed over appraised, the least
-- column: loan_to_value_high_pct percent; the most
-- column: undated count; pledges of which nobody says when they began
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of
),
live AS MATERIALIZED (
  SELECT g.id, g.asset_id, g.rank, g.agent_id, g.from_on, g.tranche_id,
    coalesce(g.deal_id, t.deal_id) AS deal_id
  FROM pledge g LEFT JOIN tranche t ON t.id = g.tranche_id
  JOIN deal d ON d.id = coalesce(g.deal_id, t.deal_id) AND d.counted = 1
  CROSS JOIN parameter p
  WHERE (g.from_on IS NULL OR g.from_on <= p.as_of)
    AND (g.released_until IS NULL OR p.as_of < g.released_until)
),
twice AS (
  SELECT asset_id FROM live GROUP BY asset_id HAVING COUNT(*) > 1
),
secured AS (
  SELECT DISTINCT v.asset_id, t.id AS tranche_id
  FROM live v JOIN tranche t ON t.id = v.tranche_id OR v.tranche_id IS NULL
    AND t.deal_id = v.deal_id
  WHERE v.asset_id IN (SELECT asset_id FROM twice)
),
position AS MATERIALIZED (
  SELECT x.tranche_id, x.low_minor, x.low_usd_minor, x.high_usd_minor, x.is_unconverted,
    x.is_contested
  FROM positions x
  WHERE x.tranche_id IN (SELECT tranche_id FROM secured) AND x.counted = 1 AND x.is_debt = 1
    AND x.stage_rank >= 1 AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
committed AS (
  SELECT s.asset_id, SUM(x.low_usd_minor) AS low,
    SUM(coalesce(x.high_usd_minor, x.low_usd_minor)) AS high, COUNT(x.low_usd_minor) AS used,
    SUM(x.low_minor IS NULL) AS missing, SUM(x.is_unconverted) AS unconverted,
    SUM(x.is_contested) AS contested
  FROM secured s JOIN position x ON x.tranche_id = s.tranche_id
  GROUP BY s.asset_id
),
pledged AS (
  SELECT asset_id, COUNT(*) AS pledges, COUNT(DISTINCT deal_id) AS deals,
    COUNT(DISTINCT agent_id) AS agents, SUM(from_on IS NULL) AS undated
  FROM live WHERE asset_id IN (SELECT asset_id FROM twice) GROUP BY asset_id
)
SELECT a.key AS asset_key, a.name AS asset, a.kind, g.pledges, g.deals, g.agents,
  (SELECT group_concat(r.rank, ', ') FROM (SELECT coalesce(CAST(v.rank AS TEXT), '?') AS rank
    FROM live v WHERE v.asset_id = a.id ORDER BY v.rank IS NULL, v.rank) r) AS ranks,
  c.low / 100.0 AS committed_low, c.high / 100.0 AS committed_high,
  CASE a.currency WHEN 'USD' THEN CASE a.qualifier WHEN 'up_to' THEN 0
    ELSE coalesce(a.amount_low_minor, a.amount_minor) END END / 100.0 AS appraised_low,
  CASE WHEN a.currency = 'USD' AND a.qualifier <> 'at_least'
    THEN coalesce(a.amount_high_minor, a.amount_minor) END / 100.0 AS appraised_high,
  CASE WHEN a.currency = 'USD' AND a.qualifier <> 'at_least' THEN round(100.0 * c.low
    / nullif(coalesce(a.amount_high_minor, a.amount_minor), 0), 4) END AS loan_to_value_low_pct,
  CASE WHEN a.currency = 'USD' AND a.qualifier <> 'up_to' THEN round(100.0 * c.high
    / nullif(coalesce(a.amount_low_minor, a.amount_minor), 0), 4) END AS loan_to_value_high_pct,
  g.undated, coalesce(c.used, 0) AS rows_used, coalesce(c.missing, 0) AS rows_without_amount,
  coalesce(c.unconverted, 0) AS rows_unconverted, coalesce(c.contested, 0) AS rows_contradicted
FROM pledged g
JOIN asset a ON a.id = g.asset_id
LEFT JOIN committed c ON c.asset_id = g.asset_id
ORDER BY loan_to_value_high_pct DESC NULLS LAST, c.high DESC NULLS LAST, asset_key;
