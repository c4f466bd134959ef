-- title: Circularity: how much of what is paid can come back round
-- definition: The largest sum of flows that could all go round in circles, no flow carrying more
--   than it has and every party passing on what it gets, over the sum of all flows: 0 percent where
--   nothing comes back, 100 where all of it does. Counted flows of capital and purchases that have
--   reached the stage, all flows from one party to another as one edge, at the high end of what
--   they come to. Finding the exact figure is no question for SQL; the two bounds hold it. The low
--   one sends round what pairs pay each other, an amount that surely can. The high one lets every
--   party of the core pass on the smaller of what it gets from and gives to the core, which nothing
--   can exceed. Where both are equal the index is exact. Flows without an amount are counted apart.
--   Options, guarantees and backstops count, as in circular-core and in deals network, unless they
--   are left out. Rows: the whole, each kind of
--   flow within it, and each party of the core with what it passes on. Amounts are in US dollars.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: contingent yes_no; whether options, guarantees and backstops count; default yes
-- column: of_what text; all, capital, purchase, or party
-- column: party text; of a party, its name
-- column: flows USD; all there is of it; of a party, what it gets from the core
-- column: gives USD; of a party, what it gives to the core
-- column: circular_low USD; the least that goes round; of a party, what pairs send back to it
-- column: circular_high USD; the most; of a party, the smaller of what it gets and gives
-- column: index_low_pct percent; the low one over the flows
-- column: index_high_pct percent; the high one over the flows
-- column: edges count; pairs of parties in one direction, with an amount
-- column: remark text; why there is no index, or that it is exact
WITH RECURSIVE parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    coalesce(:contingent, 'yes') AS contingent
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
-- Deals that come to their state only after the day: mostly none, which is asked once.
later AS MATERIALIZED (
  SELECT deal_id FROM deal_figure WHERE from_on > (SELECT as_of FROM parameter)
),
-- The standing parts of deals are by far the most flows, and have figures, by lender.
standing AS NOT MATERIALIZED (
  SELECT participation_id, lender_id AS from_id, issuer_id AS to_id,
    low_usd_minor, is_undisclosed,
    CASE WHEN (SELECT stage_rank FROM wanted) >= 3 AND is_partly_drawn = 1
      THEN NULL ELSE coalesce(high_usd_minor, low_usd_minor) END AS minor
  FROM lending_figure
  WHERE lender_id <> issuer_id AND stage_rank >= (SELECT stage_rank FROM wanted)
    AND ((SELECT COUNT(*) FROM later) = 0 OR deal_id NOT IN (SELECT deal_id FROM later))
),
flow AS MATERIALIZED (
  SELECT f.from_id, f.to_id,
    CASE f.purpose WHEN 'capital' THEN 1 ELSE 0 END AS is_capital,
    coalesce(f.is_unconverted, 0) AS is_unconverted, coalesce(f.is_contested, 0) AS is_contested,
    CASE WHEN (SELECT stage_rank FROM wanted) >= 3 AND f.is_partly_drawn = 1
      THEN NULL ELSE coalesce(f.high_usd_minor, f.low_usd_minor) END AS minor
  FROM leg_spans f
  WHERE f.from_id <> f.to_id AND f.counted = 1 AND f.purpose IN ('capital', 'purchase')
    AND f.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (f.from_on IS NULL OR f.from_on <= (SELECT as_of FROM parameter))
    AND (f.before_on IS NULL OR (SELECT as_of FROM parameter) < f.before_on)
    AND ((SELECT contingent FROM parameter) = 'yes' OR f.is_contingent = 0)
  UNION ALL
  SELECT x.lender_id, x.issuer_id, 1,
    CASE WHEN x.cents_per_minor IS NULL AND x.qualifier <> 'undisclosed' THEN 1 ELSE 0 END,
    CASE WHEN x.participation_id IN (SELECT record_id FROM contested_figure
      WHERE record_kind = 'participation') THEN 1 ELSE 0 END,
    CASE WHEN (SELECT stage_rank FROM wanted) >= 3 AND x.is_partly_drawn = 1 THEN NULL
      ELSE CAST(round(coalesce(x.high_minor, x.low_minor) * x.cents_per_minor) AS INTEGER) END
  FROM other_lending_positions x
  WHERE x.lender_id <> x.issuer_id AND x.counted = 1
    AND x.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
-- All there is, as edges from party to party: those of figures by lender, then what the few other
-- flows add to them.
edge AS (
  SELECT minor, minor AS capital_minor, edges, edges AS capital_edges, 0 AS purchase_edges, flows,
    used, unconverted, 0 AS contested
  FROM (
    SELECT SUM(CASE WHEN minor > 0 THEN minor END) AS minor,
      COUNT(DISTINCT CASE WHEN minor > 0 THEN to_id END) AS edges,
      COUNT(*) AS flows, COUNT(minor) AS used,
      COUNT(*) - COUNT(low_usd_minor) - SUM(is_undisclosed) AS unconverted
    FROM standing GROUP BY from_id
  ) lent
  UNION ALL
  SELECT minor, capital_minor,
    CASE WHEN minor > 0 AND is_standing = 0 THEN 1 ELSE 0 END,
    CASE WHEN capital_minor > 0 AND is_standing = 0 THEN 1 ELSE 0 END,
    CASE WHEN minor > capital_minor THEN 1 ELSE 0 END, flows, used, unconverted, contested
  FROM (
    SELECT SUM(CASE WHEN f.minor > 0 THEN f.minor END) AS minor,
      SUM(CASE WHEN f.minor > 0 AND f.is_capital = 1 THEN f.minor ELSE 0 END) AS capital_minor,
      COUNT(*) AS flows, COUNT(f.minor) AS used, SUM(f.is_unconverted) AS unconverted,
      SUM(f.is_contested) AS contested,
      CASE WHEN EXISTS (SELECT 1 FROM standing s
        WHERE s.from_id = f.from_id AND s.to_id = f.to_id AND s.minor > 0)
        THEN 1 ELSE 0 END AS is_standing
    FROM flow f GROUP BY f.from_id, f.to_id
  ) other
),
-- Only who both gives and gets can pass anything on, and only to others who do: few, whose flows
-- are looked up.
member AS (
  SELECT p.id AS party_id, coalesce(f.identity_id, p.id) AS identity_id,
    CASE WHEN EXISTS (SELECT 1 FROM participation q WHERE q.party_id = p.id)
      OR EXISTS (SELECT 1 FROM contract_leg l WHERE l.payer_id = p.id) THEN 1 ELSE 0 END AS gives,
    CASE WHEN EXISTS (SELECT 1 FROM deal d WHERE d.issuer_id = p.id)
      OR EXISTS (SELECT 1 FROM contract_leg l WHERE l.payee_id = p.id) THEN 1 ELSE 0 END AS gets
  FROM party p LEFT JOIN party_figure f ON f.party_id = p.id
),
between_others AS MATERIALIZED (
  SELECT identity_id FROM member GROUP BY identity_id HAVING MAX(gives) = 1 AND MAX(gets) = 1
),
inner_flow AS MATERIALIZED (
  SELECT from_id, to_id, minor, 1 AS is_capital FROM standing
  WHERE from_id IN (SELECT identity_id FROM between_others)
    AND to_id IN (SELECT identity_id FROM between_others) AND minor > 0
  UNION ALL
  SELECT from_id, to_id, minor, is_capital FROM flow
  WHERE from_id IN (SELECT identity_id FROM between_others)
    AND to_id IN (SELECT identity_id FROM between_others) AND minor > 0
),
near AS MATERIALIZED (
  SELECT from_id, to_id, SUM(minor) AS minor,
    SUM(CASE WHEN is_capital = 1 THEN minor ELSE 0 END) AS capital_minor
  FROM inner_flow GROUP BY from_id, to_id
),
reach (from_id, to_id) AS (
  SELECT from_id, to_id FROM near
  UNION
  SELECT r.from_id, e.to_id FROM reach r JOIN near e ON e.from_id = r.to_id
),
reached AS MATERIALIZED (
  SELECT DISTINCT from_id, to_id FROM reach
),
core AS MATERIALIZED (
  SELECT e.* FROM near e JOIN reached r ON r.from_id = e.to_id AND r.to_id = e.from_id
),
pair AS (
  SELECT a.from_id AS party_id, a.minor AS given, min(a.minor, b.minor) AS back,
    min(a.minor, b.minor) * 1.0 * a.capital_minor / a.minor AS capital_back
  FROM core a JOIN core b ON b.from_id = a.to_id AND b.to_id = a.from_id
),
passed AS (
  SELECT i.party_id, SUM(i.gets) AS gets, SUM(i.gives) AS gives
  FROM (SELECT to_id AS party_id, minor AS gets, 0 AS gives FROM core
    UNION ALL SELECT from_id, 0, minor FROM core) i
  GROUP BY i.party_id
),
whole AS MATERIALIZED (
  SELECT coalesce(SUM(e.minor), 0) AS flows, coalesce(SUM(e.edges), 0) AS edges,
    coalesce(SUM(e.capital_minor), 0) AS capital, SUM(e.capital_edges) AS capital_edges,
    SUM(e.purchase_edges) AS purchase_edges, coalesce(SUM(e.used), 0) AS used,
    coalesce(SUM(e.flows - e.used - e.unconverted), 0) AS missing,
    coalesce(SUM(e.unconverted), 0) AS unconverted,
    coalesce(SUM(e.contested), 0) + (SELECT COUNT(*) FROM standing
      WHERE participation_id IN (SELECT record_id FROM contested_figure
        WHERE record_kind = 'participation')) AS contested,
    (SELECT coalesce(SUM(back), 0) FROM pair) AS low,
    (SELECT CAST(round(coalesce(SUM(capital_back), 0)) AS INTEGER) FROM pair) AS capital_low,
    (SELECT coalesce(SUM(min(gets, gives)), 0) FROM passed) AS high,
    (SELECT coalesce(SUM(capital_minor), 0) FROM core) AS core_capital,
    (SELECT coalesce(SUM(minor - capital_minor), 0) FROM core) AS core_purchase
  FROM edge e
),
shown AS (
  SELECT 1 AS place, 'all' AS of_what, CAST(NULL AS INTEGER) AS party_id, flows,
    CAST(NULL AS INTEGER) AS gives, low, high, edges
  FROM whole
  UNION ALL SELECT 2, 'capital', NULL, capital, NULL, capital_low, min(core_capital, high),
    capital_edges FROM whole
  UNION ALL SELECT 3, 'purchase', NULL, flows - capital, NULL, low - capital_low,
    min(core_purchase, high), purchase_edges FROM whole
  UNION ALL SELECT 4, 'party', q.party_id, q.gets, q.gives,
    (SELECT coalesce(SUM(r.back), 0) FROM pair r WHERE r.party_id = q.party_id),
    min(q.gets, q.gives), NULL FROM passed q
)
SELECT s.of_what, i.name AS party, s.flows / 100.0 AS flows, s.gives / 100.0 AS gives,
  s.low / 100.0 AS circular_low, s.high / 100.0 AS circular_high,
  CASE WHEN s.place < 4 THEN round(100.0 * s.low / nullif(s.flows, 0), 4) END AS index_low_pct,
  CASE WHEN s.place < 4 THEN round(100.0 * s.high / nullif(s.flows, 0), 4) END AS index_high_pct,
  s.edges,
  CASE WHEN s.place > 1 THEN NULL WHEN s.flows = 0 THEN 'no flow with an amount'
    WHEN s.low = s.high THEN 'exact' END AS remark,
  CASE s.place WHEN 1 THEN w.used ELSE 0 END AS rows_used,
  CASE s.place WHEN 1 THEN w.missing ELSE 0 END AS rows_without_amount,
  CASE s.place WHEN 1 THEN w.unconverted ELSE 0 END AS rows_unconverted,
  CASE s.place WHEN 1 THEN w.contested ELSE 0 END AS rows_contradicted
FROM shown s CROSS JOIN whole w LEFT JOIN party i ON i.id = s.party_id
ORDER BY s.place, s.high DESC, party;
