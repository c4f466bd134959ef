-- title: Price of a gigawatt: money committed over capacity planned
-- definition: By site with a planned capacity, the counted debt and equity of the deals secured on
--   it that have reached the stage, each tranche once, over its gigawatts. Sites that secure one
--   deal together are one row, since nobody says how the money is divided. By contract with a
--   capacity, what the customer pays in all, over its gigawatts: a price for using capacity over a
--   term, not for building it. Marked where it falls below 8 or above 60 billion US dollars a
--   gigawatt. Money committed so far need not be all a site costs. Amounts are in US dollars at the
--   rate of the deal's or contract's day.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: least number(0..1000); bn USD a gigawatt below which a row is marked; default 8
-- parameter: most number(0..1000); bn USD a gigawatt above which a row is marked; default 60
-- column: what text; site or contract
-- column: record text; the sites, or the contract
-- column: gigawatts gigawatts; planned capacity
-- column: committed_low USD; the least
-- column: committed_high USD; the most
-- column: debt_high USD; of a site, what is debt, the most
-- column: years years; of a contract, its term
-- column: per_gigawatt_low USD; the least a gigawatt comes to
-- column: per_gigawatt_high USD; the most
-- column: marked text; below, above, or nothing
-- column: deals count; deals, or 1 for a contract
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    CAST(coalesce(:least, 8) AS REAL) AS least, CAST(coalesce(:most, 60) AS REAL) AS most
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
live AS MATERIALIZED (
  SELECT g.asset_id, g.tranche_id, coalesce(g.deal_id, t.deal_id) AS deal_id
  FROM pledge g LEFT JOIN tranche t ON t.id = g.tranche_id
  JOIN deal d ON d.id = coalesce(g.deal_id, t.deal_id) AND d.counted = 1
  JOIN asset a ON a.id = g.asset_id AND a.capacity_mw > 0
  CROSS JOIN parameter p
  WHERE (g.from_on IS NULL OR g.from_on <= p.as_of)
    AND (g.released_until IS NULL OR p.as_of < g.released_until)
),
secured AS MATERIALIZED (
  SELECT DISTINCT v.asset_id, t.id AS tranche_id
  FROM live v JOIN tranche t ON t.id = v.tranche_id OR v.tranche_id IS NULL
    AND t.deal_id = v.deal_id
),
-- Sites joined by a tranche they both secure go by the first of them.
joined AS MATERIALIZED (
  SELECT a.asset_id, MIN(b.asset_id) AS group_id
  FROM secured a JOIN secured b ON b.tranche_id = a.tranche_id GROUP BY a.asset_id
),
site AS (
  SELECT j.group_id, SUM(a.capacity_mw) / 1000.0 AS gigawatts,
    group_concat(a.name, ' and ') AS names
  FROM (SELECT * FROM joined ORDER BY group_id, asset_id) j JOIN asset a ON a.id = j.asset_id
  GROUP BY j.group_id
),
position AS MATERIALIZED (
  SELECT q.tranche_id, q.deal_id, q.is_debt, q.low_minor, q.is_unconverted, q.is_contested,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN q.outstanding_low_usd_minor
      WHEN 3 THEN q.funded_low_usd_minor ELSE q.low_usd_minor END AS low,
    coalesce(CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN q.outstanding_high_usd_minor
      WHEN 3 THEN q.funded_high_usd_minor ELSE q.high_usd_minor END, q.low_usd_minor) AS high
  FROM positions q
  WHERE q.counted = 1 AND q.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (q.is_debt = 1 OR q.instrument IN ('equity', 'unknown'))
    AND q.tranche_id IN (SELECT tranche_id FROM secured)
    AND (q.from_on IS NULL OR q.from_on <= (SELECT as_of FROM parameter))
    AND (q.before_on IS NULL OR (SELECT as_of FROM parameter) < q.before_on)
),
money AS (
  SELECT j.group_id, COUNT(DISTINCT x.deal_id) AS deals, SUM(x.low) AS low, SUM(x.high) AS high,
    SUM(CASE x.is_debt WHEN 1 THEN x.high END) AS debt, COUNT(x.low) AS used,
    SUM(x.low_minor IS NULL) AS missing, SUM(x.is_unconverted) AS unconverted,
    SUM(x.is_contested) AS contested
  FROM (SELECT DISTINCT j.group_id, s.tranche_id FROM secured s
    JOIN joined j ON j.asset_id = s.asset_id) j
  JOIN position x ON x.tranche_id = j.tranche_id
  GROUP BY j.group_id
),
bought AS (
  SELECT f.record_id, f.record_key, f.years, COUNT(*) AS legs, SUM(f.low_usd_minor) AS low,
    SUM(coalesce(f.high_usd_minor, f.low_usd_minor)) AS high, SUM(f.is_unconverted) AS unconverted,
    SUM(f.is_contested) AS contested
  FROM leg_spans f CROSS JOIN parameter p
  WHERE f.purpose = 'purchase' AND f.what = 'cash' AND f.counted = 1
    AND f.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
  GROUP BY f.record_id, f.record_key, f.years
),
priced AS (
  SELECT 1 AS place, 'site' AS what, s.names AS record, s.gigawatts, m.low, m.high, m.debt,
    NULL AS years, coalesce(m.deals, 0) AS deals, coalesce(m.used, 0) AS used,
    coalesce(m.missing, 0) AS missing, coalesce(m.unconverted, 0) AS unconverted,
    coalesce(m.contested, 0) AS contested
  FROM site s LEFT JOIN money m ON m.group_id = s.group_id
  UNION ALL
  SELECT 2, 'contract', c.name, c.capacity_mw / 1000.0, b.low, b.high, NULL, c.years, 1,
    CASE WHEN b.high IS NULL THEN 0 ELSE 1 END,
    CASE WHEN b.high IS NULL AND b.unconverted = 0 THEN 1 ELSE 0 END, min(b.unconverted, 1),
    min(b.contested, 1)
  FROM bought b JOIN contract c ON c.id = b.record_id
  WHERE c.capacity_mw > 0
)
SELECT what, record, gigawatts, low / 100.0 AS committed_low, high / 100.0 AS committed_high,
  debt / 100.0 AS debt_high, years, round(low / 100.0 / gigawatts, 2) AS per_gigawatt_low,
  round(high / 100.0 / gigawatts, 2) AS per_gigawatt_high,
  CASE WHEN high / 1e11 / gigawatts < p.least THEN 'below'
    WHEN low / 1e11 / gigawatts > p.most THEN 'above' END AS marked,
  deals, used AS rows_used, missing AS rows_without_amount, unconverted AS rows_unconverted,
  contested AS rows_contradicted
FROM priced CROSS JOIN parameter p
ORDER BY place, high / gigawatts DESC NULLS LAST, record;
