-- title: Distress: how far one party's trouble would travel through what is lent and invested
-- definition: DebtRank (Battiston and others, 2012). A party that gave counted capital to another
--   loses, when that one is in distress, the same part of it over its own equity, at most all of
--   it; what is in distress passes that on once. Shocked is one party, by the share asked for.
--   Exposures are the capital on record that has reached the stage, at its low end, options,
--   guarantees and backstops left out; what is only announced is not given yet, and can be left
--   out with the stage funded. Equity is what is given, else the latest a party reported
--   by the day (metric equity); of a party without, nobody can say how deep it is hit: it is listed
--   with its exposure where it gave capital to one in distress, and passes nothing on. The impact
--   of a party is its distress beyond the shock times its share of all exposures listed. In US
--   dollars at the rate of each record's day.
-- parameter: as_of date; the day asked about; default today
-- parameter: party party; key or name of the party that is shocked; default openai
-- parameter: shock number(0..1); how much of it is lost; default 1
-- parameter: stage stage; announced, binding, funded or outstanding; default
--   announced
-- parameter: equity text; equity in billions of US dollars by party key, as {"softbank": 80};
--   default none
-- column: party text; who is in distress, or exposed
-- column: distress_pct percent; how much of its equity is lost; empty where its equity is unknown
-- column: first_round_pct percent; of it by the shock itself, and by its own loans to the shocked
-- column: equity USD; its equity
-- column: equity_is text; given, reported, or none on record
-- column: exposure_low USD; capital it gave to parties in distress, the least
-- column: impact_pct percent; its distress beyond the shock, weighted by its part of the exposures
-- column: remark text; shocked, hit, or that its equity is unknown
WITH RECURSIVE parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:party, 'openai') AS party,
    CAST(coalesce(:shock, 1) AS REAL) AS shock, coalesce(:stage, 'announced') AS stage,
    coalesce(:equity, '{}') AS equity
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
given AS (
  SELECT r.rolled_id AS party_id, SUM(CAST(round(CAST(c.value AS REAL) * 1e11) AS INTEGER)) AS minor
  FROM parameter p JOIN json_each(p.equity) c
  JOIN party_rollups r ON r.party_key = c.key AND r.rollup = 'entity'
  GROUP BY r.rolled_id
),
reported AS (
  SELECT c.subject_id, c.low_minor, row_number() OVER (PARTITION BY c.subject_id
    ORDER BY c.period_end_on DESC, c.told_on DESC, c.observation_id DESC) AS place
  FROM metric_figures c CROSS JOIN parameter p
  WHERE c.metric = 'equity' AND c.kind = 'actual' AND c.currency = 'USD' AND c.low_minor > 0
    AND (c.period_end_on IS NULL OR c.period_end_on <= p.as_of)
),
node AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY q.party_id) - 1 AS place, q.party_id,
    coalesce(g.minor, r.low_minor) AS equity,
    CASE WHEN g.minor IS NOT NULL THEN 'given' WHEN r.low_minor IS NOT NULL THEN 'reported'
      ELSE 'none on record' END AS equity_is,
    CASE WHEN q.party_id = s.rolled_id THEN 1 ELSE 0 END AS is_shocked
  FROM (SELECT party_id FROM given UNION SELECT subject_id FROM reported
    UNION SELECT r.rolled_id FROM party_rollups r JOIN parameter p ON r.party_key = p.party
      WHERE r.rollup = 'entity') q
  JOIN (SELECT r.rolled_id FROM party_rollups r JOIN parameter p ON r.party_key = p.party
    WHERE r.rollup = 'entity') s
  LEFT JOIN given g ON g.party_id = q.party_id
  LEFT JOIN reported r ON r.subject_id = q.party_id AND r.place = 1
),
-- Only what was given to a party of which something is known can travel.
taker AS MATERIALIZED (
  SELECT f.party_id, n.party_id AS node_id FROM node n
  JOIN party_figure f ON f.identity_id = n.party_id
),
-- What lenders put into their deals, found from the deals: who takes is no column of its own there.
lent AS MATERIALIZED (
  SELECT q.id FROM taker t JOIN deal d ON d.issuer_id = t.party_id
  JOIN participation q ON q.deal_id = d.id
  UNION ALL
  SELECT q.id FROM taker t JOIN deal d ON d.issuer_id = t.party_id
  JOIN tranche r ON r.deal_id = d.id JOIN participation q ON q.tranche_id = r.id
),
capital AS MATERIALIZED (
  SELECT q.from_id, q.to_id, q.is_unconverted, q.is_contested,
    -- How much of what is drawn in part is drawn is not known.
    CASE WHEN q.is_partly_drawn = 0 OR (SELECT stage_rank FROM wanted) < 3
      THEN q.low_usd_minor END AS low_usd_minor
  FROM (SELECT f.* FROM taker t CROSS JOIN leg_spans f WHERE f.to_party_id = t.party_id
    UNION ALL SELECT f.* FROM lent l CROSS JOIN lending_spans f WHERE f.flow_id = l.id) q
  CROSS JOIN parameter p
  WHERE q.purpose = 'capital' AND q.what = 'cash' AND q.is_contingent = 0 AND q.counted = 1
    AND q.stage_rank >= (SELECT stage_rank FROM wanted) AND q.from_id <> q.to_id
    AND (q.from_on IS NULL OR q.from_on <= p.as_of)
    AND (q.before_on IS NULL OR p.as_of < q.before_on)
),
exposure AS MATERIALIZED (
  SELECT from_id, to_id, SUM(low_usd_minor) AS minor, COUNT(low_usd_minor) AS used,
    SUM(low_usd_minor IS NULL AND is_unconverted = 0) AS missing,
    SUM(is_unconverted) AS unconverted, SUM(is_contested) AS contested
  FROM capital GROUP BY from_id, to_id
),
weight AS MATERIALIZED (
  SELECT a.place AS holder, b.place AS taker, min(1.0, 1.0 * e.minor / a.equity) AS part
  FROM exposure e JOIN node a ON a.party_id = e.from_id JOIN node b ON b.party_id = e.to_id
  WHERE e.minor > 0 AND a.equity > 0
),
-- Two lists in step: how distressed each is, and whether it is untouched (0), passes on what it has
-- (1), or has passed it on (2).
wave (round, distress, state) AS (
  SELECT 1, (SELECT json_group_array(h) FROM (SELECT CASE is_shocked WHEN 1 THEN p.shock ELSE 0.0
      END AS h FROM node CROSS JOIN parameter p ORDER BY place) x),
    (SELECT json_group_array(s) FROM (SELECT CASE WHEN is_shocked = 1 AND p.shock > 0 THEN 1 ELSE 0
      END AS s FROM node CROSS JOIN parameter p ORDER BY place) x)
  UNION ALL
  SELECT w.round + 1, (SELECT json_group_array(h) FROM (
      SELECT min(1.0, json_extract(w.distress, '$[' || n.place || ']') + coalesce((
        SELECT SUM(g.part * json_extract(w.distress, '$[' || g.taker || ']')) FROM weight g
        WHERE g.holder = n.place AND json_extract(w.state, '$[' || g.taker || ']') = 1), 0.0)) AS h
      FROM node n ORDER BY n.place) x),
    (SELECT json_group_array(s) FROM (
      SELECT CASE WHEN json_extract(w.state, '$[' || n.place || ']') >= 1 THEN 2
        WHEN EXISTS (SELECT 1 FROM weight g WHERE g.holder = n.place
          AND json_extract(w.state, '$[' || g.taker || ']') = 1
          AND json_extract(w.distress, '$[' || g.taker || ']') > 0) THEN 1 ELSE 0 END AS s
      FROM node n ORDER BY n.place) x)
  FROM wave w
  WHERE w.round < 100 AND instr(w.state, '1') > 0
),
ended AS (
  SELECT n.*, json_extract(w.distress, '$[' || n.place || ']') AS distress,
    json_extract(f.distress, '$[' || n.place || ']') AS at_first
  FROM node n
  CROSS JOIN (SELECT distress FROM wave ORDER BY round DESC LIMIT 1) w
  CROSS JOIN (SELECT distress FROM wave ORDER BY round LIMIT 1 OFFSET 1) f
),
exposed AS MATERIALIZED (
  SELECT e.from_id AS party_id, SUM(CASE WHEN d.distress > 0 THEN e.minor END) AS minor,
    SUM(e.minor) AS all_minor, SUM(e.used) AS used, SUM(e.missing) AS missing,
    SUM(e.unconverted) AS unconverted, SUM(e.contested) AS contested,
    MAX(CASE WHEN d.distress > 0 THEN 1 ELSE 0 END) AS is_near
  FROM exposure e JOIN ended d ON d.party_id = e.to_id GROUP BY e.from_id
),
listed AS (
  SELECT n.party_id, n.equity, n.equity_is, n.is_shocked, CASE WHEN n.equity IS NOT NULL
    OR n.is_shocked = 1 THEN n.distress END AS distress, n.at_first
  FROM ended n WHERE n.distress > 0
  UNION ALL
  SELECT x.party_id, NULL, 'none on record', 0, NULL, NULL FROM exposed x
  WHERE x.is_near = 1 AND x.party_id NOT IN (SELECT party_id FROM ended WHERE distress > 0)
    AND x.party_id NOT IN (SELECT party_id FROM node WHERE equity IS NOT NULL)
),
whole AS (
  SELECT SUM(all_minor) AS minor FROM exposed
)
SELECT i.name AS party, round(100.0 * l.distress, 4) AS distress_pct,
  round(100.0 * l.at_first, 4) AS first_round_pct, l.equity / 100.0 AS equity, l.equity_is,
  x.minor / 100.0 AS exposure_low,
  CASE WHEN l.is_shocked = 0 THEN round(100.0 * l.distress * x.all_minor / nullif(w.minor, 0), 4)
    END AS impact_pct,
  CASE WHEN l.is_shocked = 1 THEN 'shocked' WHEN l.distress IS NULL THEN 'equity unknown'
    ELSE 'hit' END AS remark,
  coalesce(x.used, 0) AS rows_used, coalesce(x.missing, 0) AS rows_without_amount,
  coalesce(x.unconverted, 0) AS rows_unconverted, coalesce(x.contested, 0) AS rows_contradicted
FROM listed l
CROSS JOIN whole w
JOIN party i ON i.id = l.party_id
LEFT JOIN exposed x ON x.party_id = l.party_id
ORDER BY l.is_shocked DESC, l.distress DESC NULLS LAST, x.minor DESC NULLS LAST, party;
