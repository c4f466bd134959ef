-- title: Chips as collateral: what is drawn against what they are still worth
-- definition: Pools of chips pledged to counted deals on the day: what is outstanding of these
--   deals' debt, over the appraisal written down in a straight line from the day of the appraisal,
--   else of service, over three, four and six years, a row each, or over the life a source states.
--   A breach is debt above the advance rate the deal's terms allow, at the value at hand; it is
--   likely where even the least debt is above, possible where only the most is. Without an
--   appraisal, or without the day of it, there is no coverage, and the row says so. Appraisals in
--   another currency are left unconverted; debt is in US dollars at the rate of the deal's day.
-- parameter: as_of date; the day asked about; default today
-- column: asset_key text; key of the pool
-- column: asset text; its name
-- column: deals count; deals it is pledged to
-- column: debt_low USD; what is outstanding, the least
-- column: debt_high USD; the most
-- column: appraised_low USD; the appraisal, the least
-- column: appraised_high USD; the most
-- column: appraised_on date; the day of it
-- column: life_years years; over which it is written down
-- column: life_is text; stated or assumed
-- column: value_low USD; what is left of the least value on the day
-- column: value_high USD; what is left of the most
-- column: debt_to_value_low_pct percent; debt over what is left, the least
-- column: debt_to_value_high_pct percent; the most
-- column: advance_rate_pct percent; what the terms allow, the lowest of its deals
-- column: breach text; no, possible, likely or unknown
-- column: remark text; what is missing
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of
),
live AS MATERIALIZED (
  SELECT g.asset_id, g.tranche_id, coalesce(g.deal_id, t.deal_id) AS deal_id
  FROM pledge g LEFT JOIN tranche t ON t.id = g.tranche_id
  JOIN deal d ON d.id = coalesce(g.deal_id, t.deal_id) AND d.counted = 1
  JOIN asset a ON a.id = g.asset_id AND a.kind = 'gpu_pool'
  CROSS JOIN parameter p
  WHERE (g.from_on IS NULL OR g.from_on <= p.as_of)
    AND (g.released_until IS NULL OR p.as_of < g.released_until)
),
secured AS (
  SELECT DISTINCT v.asset_id, t.id AS tranche_id
  FROM live v JOIN tranche t ON t.id = v.tranche_id OR v.tranche_id IS NULL
    AND t.deal_id = v.deal_id
),
owed AS (
  SELECT s.asset_id, SUM(x.outstanding_low_usd_minor) AS low,
    SUM(coalesce(x.outstanding_high_usd_minor, x.outstanding_low_usd_minor)) AS high,
    COUNT(x.outstanding_low_usd_minor) AS used, SUM(x.outstanding_low_minor IS NULL) AS missing,
    SUM(x.outstanding_low_minor IS NOT NULL AND x.outstanding_low_usd_minor IS NULL)
      AS unconverted, SUM(x.is_contested) AS contested
  FROM secured s JOIN positions x ON x.tranche_id = s.tranche_id CROSS JOIN parameter p
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank = 4
    AND (x.from_on IS NULL OR x.from_on <= p.as_of)
    AND (x.before_on IS NULL OR p.as_of < x.before_on)
  GROUP BY s.asset_id
),
allowed AS (
  SELECT v.asset_id, MIN(m.number) AS advance_pct
  FROM live v JOIN term m ON m.kind = 'advance_rate' AND m.unit = 'percent'
    AND (m.deal_id = v.deal_id OR m.tranche_id IN (SELECT s.tranche_id FROM secured s
      WHERE s.asset_id = v.asset_id))
  GROUP BY v.asset_id
),
appraisal AS (
  SELECT a.id AS asset_id, a.key, a.name, a.useful_life_years,
    coalesce(a.appraised_until, a.in_service_until) AS valued_on,
    CASE WHEN a.currency = 'USD' THEN CASE a.qualifier WHEN 'up_to' THEN 0
      ELSE coalesce(a.amount_low_minor, a.amount_minor) END END AS low,
    CASE WHEN a.currency = 'USD' AND a.qualifier <> 'at_least'
      THEN coalesce(a.amount_high_minor, a.amount_minor) END AS high,
    CASE WHEN a.qualifier = 'undisclosed' THEN 'no appraisal on record'
      WHEN a.currency <> 'USD' THEN 'appraised in ' || a.currency
      WHEN coalesce(a.appraised_until, a.in_service_until) IS NULL THEN 'no day of appraisal'
      WHEN coalesce(a.appraised_until, a.in_service_until) > p.as_of THEN 'appraised later'
      END AS remark
  FROM asset a CROSS JOIN parameter p WHERE a.id IN (SELECT asset_id FROM live)
),
life AS (
  SELECT asset_id, useful_life_years AS years, 'stated' AS life_is FROM appraisal
  WHERE useful_life_years IS NOT NULL AND remark IS NULL
  UNION ALL
  SELECT asset_id, l.years, 'assumed' FROM appraisal
  CROSS JOIN (SELECT 3.0 AS years UNION ALL SELECT 4.0 UNION ALL SELECT 6.0) l
  WHERE useful_life_years IS NULL AND remark IS NULL
  UNION ALL
  SELECT asset_id, NULL, NULL FROM appraisal WHERE remark IS NOT NULL
),
valued AS (
  SELECT a.*, l.years, l.life_is,
    CAST(round(a.low * max(0.0, 1 - (julianday(p.as_of) - julianday(a.valued_on)) / 365.25
      / l.years)) AS INTEGER) AS value_low,
    CAST(round(a.high * max(0.0, 1 - (julianday(p.as_of) - julianday(a.valued_on)) / 365.25
      / l.years)) AS INTEGER) AS value_high
  FROM appraisal a JOIN life l ON l.asset_id = a.asset_id CROSS JOIN parameter p
)
SELECT v.key AS asset_key, v.name AS asset, (SELECT COUNT(DISTINCT deal_id) FROM live
    WHERE asset_id = v.asset_id) AS deals,
  o.low / 100.0 AS debt_low, o.high / 100.0 AS debt_high, v.low / 100.0 AS appraised_low,
  v.high / 100.0 AS appraised_high, v.valued_on AS appraised_on, v.years AS life_years, v.life_is,
  v.value_low / 100.0 AS value_low, v.value_high / 100.0 AS value_high,
  round(100.0 * o.low / nullif(v.value_high, 0), 4) AS debt_to_value_low_pct,
  round(100.0 * o.high / nullif(v.value_low, 0), 4) AS debt_to_value_high_pct,
  w.advance_pct AS advance_rate_pct,
  CASE WHEN v.value_low IS NULL OR o.low IS NULL OR w.advance_pct IS NULL THEN 'unknown'
    WHEN v.value_high IS NOT NULL AND o.low > v.value_high * w.advance_pct / 100.0 THEN 'likely'
    WHEN o.high > v.value_low * w.advance_pct / 100.0 THEN 'possible' ELSE 'no' END AS breach,
  coalesce(v.remark, CASE WHEN o.low IS NULL THEN 'nothing known to be outstanding'
    WHEN v.value_high = 0 THEN 'written down to nothing'
    WHEN w.advance_pct IS NULL THEN 'no advance rate on record' END) AS remark,
  CASE WHEN coalesce(v.years, 0) IN (0, 3.0) OR v.life_is = 'stated' THEN coalesce(o.used, 0)
    ELSE 0 END AS rows_used,
  CASE WHEN coalesce(v.years, 0) IN (0, 3.0) OR v.life_is = 'stated' THEN coalesce(o.missing, 0)
    ELSE 0 END AS rows_without_amount,
  CASE WHEN coalesce(v.years, 0) IN (0, 3.0) OR v.life_is = 'stated'
    THEN coalesce(o.unconverted, 0) ELSE 0 END AS rows_unconverted,
  CASE WHEN coalesce(v.years, 0) IN (0, 3.0) OR v.life_is = 'stated'
    THEN coalesce(o.contested, 0) ELSE 0 END AS rows_contradicted
FROM valued v
LEFT JOIN owed o ON o.asset_id = v.asset_id
LEFT JOIN allowed w ON w.asset_id = v.asset_id
ORDER BY o.high DESC NULLS LAST, asset_key, life_years;
