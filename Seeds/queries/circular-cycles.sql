-- title: Circles: money that comes back to where it left
-- definition: Ways along counted flows of capital and purchases that return to the party they began
--   with, through two to as many parties as asked for, none of them twice; each circle once. An
--   edge is all flows from one party to another that have reached the stage. The bottleneck is the
--   smallest edge: the most that can go all the way round. A circle with an edge of which no amount
--   is known has no bottleneck and stands last. Amounts of different length (a purchase over five
--   years, equity paid once) meet in a circle; they are not annualised here. Options, guarantees
--   and backstops, which may never be paid, are told apart and can be left out. Amounts are in US
--   dollars at the rate of each record's day.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: parties number(2..8); the most parties in a circle; default 6
-- parameter: contingent yes_no; whether options, guarantees and backstops count; default yes
-- column: circle text; the parties, from one to the next and back
-- column: parties count; how many they are
-- column: bottleneck_low USD; the least the smallest edge comes to
-- column: bottleneck_high USD; the most
-- column: edges_without_amount count; edges of which no amount is known
-- column: weakest_stage text; the stage every edge has reached
-- column: cancellable_edges count; edges all of whose flows can be cancelled
-- column: contingent_edges count; edges of options, guarantees and backstops alone
WITH RECURSIVE parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    CAST(coalesce(:parties, 6) AS INTEGER) AS parties, coalesce(:contingent, 'yes') AS contingent
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
-- Only who both gives and takes can be in a circle: all others are never looked at.
through AS MATERIALIZED (
  SELECT DISTINCT f.identity_id AS party_id FROM party_figure f
  WHERE (EXISTS (SELECT 1 FROM contract_leg l WHERE l.payer_id = f.party_id)
      OR EXISTS (SELECT 1 FROM participation q WHERE q.party_id = f.party_id
        AND q.role IN ('lender', 'anchor_investor', 'holder', 'investor')))
  INTERSECT
  SELECT DISTINCT f.identity_id FROM party_figure f
  WHERE EXISTS (SELECT 1 FROM contract_leg l WHERE l.payee_id = f.party_id)
    OR EXISTS (SELECT 1 FROM deal d WHERE d.issuer_id = f.party_id)
),
near AS MATERIALIZED (
  SELECT q.*
  FROM through t CROSS JOIN party_figure m CROSS JOIN leg_spans q
  WHERE m.identity_id = t.party_id AND q.from_party_id = m.party_id
  UNION ALL
  SELECT q.*
  FROM through t CROSS JOIN party_figure m CROSS JOIN lending_spans q
  WHERE m.identity_id = t.party_id AND q.from_party_id = m.party_id
),
flow AS MATERIALIZED (
  SELECT f.*, CASE WHEN (SELECT stage_rank FROM wanted) >= 3 AND f.is_partly_drawn = 1
      THEN 1 ELSE 0 END AS is_part
  FROM near f CROSS JOIN parameter p
  WHERE f.to_id IN (SELECT party_id FROM through)
    AND f.from_id <> f.to_id AND f.counted = 1 AND f.purpose IN ('capital', 'purchase')
    AND f.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
    AND (p.contingent = 'yes' OR f.is_contingent = 0)
),
edge AS MATERIALIZED (
  SELECT from_id, to_id, MAX(stage_rank) AS stage_rank,
    MIN(coalesce(cancellable, 0)) AS is_cancellable, MIN(is_contingent) AS is_contingent,
    SUM(CASE is_part WHEN 0 THEN low_usd_minor END) AS low,
    SUM(CASE is_part WHEN 0 THEN coalesce(high_usd_minor, low_usd_minor) END) AS high,
    SUM(is_part = 0 AND (low_usd_minor IS NOT NULL OR high_usd_minor IS NOT NULL)) AS used,
    SUM(is_unconverted = 0 AND (is_part = 1 OR low_usd_minor IS NULL AND high_usd_minor IS NULL))
      AS missing,
    SUM(is_unconverted) AS unconverted, SUM(is_contested) AS contested
  FROM flow GROUP BY from_id, to_id
),
-- A circle begins at its party with the smallest number, so that it is found once.
walk (start_id, at_id, path, hops, low, high, without_amount, stage_rank, cancellable, contingent,
  used, missing, unconverted, contested) AS (
  SELECT from_id, to_id, ',' || from_id || ',' || to_id || ',', 1, low, high,
    CASE WHEN high IS NULL THEN 1 ELSE 0 END, stage_rank, is_cancellable, is_contingent, used,
    missing, unconverted, contested
  FROM edge WHERE to_id > from_id
  UNION ALL
  SELECT w.start_id, e.to_id, w.path || e.to_id || ',', w.hops + 1, min(w.low, e.low),
    min(w.high, e.high), w.without_amount + CASE WHEN e.high IS NULL THEN 1 ELSE 0 END,
    min(w.stage_rank, e.stage_rank),
    w.cancellable + e.is_cancellable, w.contingent + e.is_contingent, w.used + e.used,
    w.missing + e.missing, w.unconverted + e.unconverted, w.contested + e.contested
  FROM walk w JOIN edge e ON e.from_id = w.at_id
  WHERE w.at_id <> w.start_id AND (e.to_id = w.start_id
    OR e.to_id > w.start_id AND w.hops + 1 < (SELECT parties FROM parameter)
      AND instr(w.path, ',' || e.to_id || ',') = 0)
),
circle AS MATERIALIZED (
  SELECT w.*, row_number() OVER (ORDER BY hops, path) AS number FROM walk w WHERE at_id = start_id
),
-- The names along the way.
step (number, names, rest) AS (
  SELECT c.number, substr(i.name, 1, 0), substr(c.path, 2)
  FROM circle c JOIN party i ON i.id = c.start_id
  UNION ALL
  SELECT s.number, s.names || CASE s.names WHEN '' THEN '' ELSE ' → ' END || i.name,
    substr(s.rest, instr(s.rest, ',') + 1)
  FROM step s
  JOIN party i ON i.id = CAST(substr(s.rest, 1, instr(s.rest, ',') - 1) AS INTEGER)
  WHERE s.rest <> ''
)
SELECT s.names AS circle, c.hops AS parties, c.low / 100.0 AS bottleneck_low,
  c.high / 100.0 AS bottleneck_high, c.without_amount AS edges_without_amount,
  CASE c.stage_rank WHEN 1 THEN 'announced' WHEN 2 THEN 'binding' WHEN 3 THEN 'funded'
    ELSE 'outstanding' END AS weakest_stage,
  c.cancellable AS cancellable_edges, c.contingent AS contingent_edges,
  c.used AS rows_used, c.missing AS rows_without_amount, c.unconverted AS rows_unconverted,
  c.contested AS rows_contradicted
FROM circle c JOIN step s ON s.number = c.number AND s.rest = ''
ORDER BY c.high IS NULL, c.high DESC, c.low DESC, c.hops, circle;
