-- title: Vendor financing: capital that suppliers give the customers who buy from them
-- definition: By supplier, the counted capital it has given or promised to parties that have bought
--   from it (cash for equity or lent, guarantees and options apart), over what these same parties
--   have bought from it, and over its revenue of the latest year that had ended by the day. What
--   is announced and what is funded stand side by side. Purchases are of the whole term of their
--   contracts; where the years are known they are given a year as well. Capital is given once or
--   over years and revenue is of one year, so that ratio says so. A flow without an amount is
--   counted, never zero. Amounts are in US dollars at the rate of each record's day.
-- parameter: as_of date; the day asked about; default today
-- parameter: rollup rollup; whom parties are taken for: entity, parent, sponsor or brand; default
--   entity
-- column: supplier text; who sells and gives capital
-- column: customers count; customers that get capital from it
-- column: capital_low USD; capital announced, the least
-- column: capital_high USD; the most
-- column: capital_funded_low USD; of it funded, the least
-- column: contingent_high USD; guarantees and options besides, the most they can come to
-- column: purchases_low USD; what these customers buy, over the whole terms, the least
-- column: purchases_high USD; the most
-- column: purchases_yearly USD; a year of them, where the years are known
-- column: support_low_pct percent; capital over purchases, the least
-- column: support_high_pct percent; the most
-- column: revenue USD; the supplier's revenue of a year
-- column: revenue_until date; the last day of that year
-- column: capital_to_revenue_pct percent; capital funded over a year's revenue: a stock over a flow
-- column: remark text; why a ratio is missing
-- chart: bar supplier capital_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:rollup, 'entity') AS rollup
),
member AS MATERIALIZED (
  SELECT party_id, rolled_id FROM party_rollups
  WHERE rollup = (SELECT rollup FROM parameter) AND party_id IN (
    SELECT payer_id FROM contract_leg UNION SELECT payee_id FROM contract_leg)
),
bought AS MATERIALIZED (
  SELECT y.rolled_id AS supplier_id, x.rolled_id AS customer_id, f.low_usd_minor,
    coalesce(f.high_usd_minor, f.low_usd_minor) AS high_usd_minor, f.usd_per_year_minor,
    f.is_unconverted, f.is_contested
  FROM leg_spans f CROSS JOIN parameter p
  JOIN member x ON x.party_id = f.from_party_id JOIN member y ON y.party_id = f.to_party_id
  WHERE f.purpose = 'purchase' AND f.counted = 1
    AND f.stage_rank >= 1 AND x.rolled_id <> y.rolled_id
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
),
pair AS MATERIALIZED (
  SELECT DISTINCT supplier_id, customer_id FROM bought
),
-- Those who sell, under every number they have: only what they give is looked at.
seller AS MATERIALIZED (
  SELECT DISTINCT r.party_id, r.rolled_id FROM party_rollups r
  WHERE r.rollup = (SELECT rollup FROM parameter)
    AND r.rolled_id IN (SELECT supplier_id FROM pair)
),
given AS MATERIALIZED (
  SELECT f.rolled_id AS supplier_id, y.rolled_id AS customer_id, f.is_contingent, f.stage_rank,
    f.is_partly_drawn, f.low_usd_minor, coalesce(f.high_usd_minor, f.low_usd_minor)
      AS high_usd_minor, f.is_unconverted, f.is_contested
  FROM (SELECT q.rolled_id, f.* FROM seller q CROSS JOIN leg_spans f
      WHERE f.from_party_id = q.party_id
    UNION ALL SELECT q.rolled_id, f.* FROM seller q CROSS JOIN lending_spans f
      WHERE f.from_party_id = q.party_id) f
  CROSS JOIN parameter p
  CROSS JOIN pair s ON s.supplier_id = f.rolled_id
  JOIN party_rollups y ON y.party_id = f.to_party_id AND y.rollup = p.rollup
    AND y.rolled_id = s.customer_id
  WHERE f.purpose = 'capital' AND f.counted = 1 AND f.stage_rank >= 1
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
),
capital AS (
  SELECT supplier_id, COUNT(DISTINCT customer_id) AS customers,
    SUM(CASE is_contingent WHEN 0 THEN low_usd_minor END) AS low,
    SUM(CASE is_contingent WHEN 0 THEN high_usd_minor END) AS high,
    SUM(CASE WHEN is_contingent = 0 AND stage_rank >= 3 AND is_partly_drawn = 0
      THEN low_usd_minor END) AS funded,
    SUM(CASE is_contingent WHEN 1 THEN high_usd_minor END) AS contingent,
    SUM(low_usd_minor IS NOT NULL OR high_usd_minor IS NOT NULL) AS used,
    SUM(low_usd_minor IS NULL AND high_usd_minor IS NULL AND is_unconverted = 0) AS missing,
    SUM(is_unconverted) AS unconverted, SUM(is_contested) AS contested
  FROM given GROUP BY supplier_id
),
purchase AS (
  SELECT b.supplier_id, SUM(b.low_usd_minor) AS low, SUM(b.high_usd_minor) AS high,
    SUM(b.usd_per_year_minor) AS yearly,
    SUM(b.low_usd_minor IS NOT NULL OR b.high_usd_minor IS NOT NULL) AS used,
    SUM(b.low_usd_minor IS NULL AND b.high_usd_minor IS NULL AND b.is_unconverted = 0) AS missing,
    SUM(b.is_unconverted) AS unconverted, SUM(b.is_contested) AS contested
  FROM bought b
  WHERE EXISTS (SELECT 1 FROM given g
    WHERE g.supplier_id = b.supplier_id AND g.customer_id = b.customer_id)
  GROUP BY b.supplier_id
),
revenue AS (
  SELECT subject_id, low_minor, period_end_on, row_number() OVER (PARTITION BY subject_id
    ORDER BY period_end_on DESC, told_on DESC, observation_id DESC) AS place
  FROM metric_figures CROSS JOIN parameter p
  WHERE metric = 'revenue' AND kind = 'actual' AND period_months = 12 AND currency = 'USD'
    AND period_end_on <= p.as_of
)
SELECT i.name AS supplier, c.customers, c.low / 100.0 AS capital_low, c.high / 100.0
  AS capital_high,
  c.funded / 100.0 AS capital_funded_low, c.contingent / 100.0 AS contingent_high,
  b.low / 100.0 AS purchases_low, b.high / 100.0 AS purchases_high,
  b.yearly / 100.0 AS purchases_yearly,
  round(100.0 * c.low / nullif(b.high, 0), 4) AS support_low_pct,
  round(100.0 * c.high / nullif(b.low, 0), 4) AS support_high_pct,
  r.low_minor / 100.0 AS revenue, r.period_end_on AS revenue_until,
  round(100.0 * c.funded / nullif(r.low_minor, 0), 4) AS capital_to_revenue_pct,
  CASE WHEN b.high IS NULL THEN 'no purchase with an amount'
    WHEN c.high IS NULL THEN 'no capital with an amount'
    WHEN r.low_minor IS NULL THEN 'no yearly revenue on record'
    ELSE 'capital over years against revenue of one' END AS remark,
  c.used + b.used AS rows_used, c.missing + b.missing AS rows_without_amount,
  c.unconverted + b.unconverted AS rows_unconverted, c.contested + b.contested AS rows_contradicted
FROM capital c
JOIN purchase b ON b.supplier_id = c.supplier_id
JOIN party i ON i.id = c.supplier_id
LEFT JOIN revenue r ON r.subject_id = c.supplier_id AND r.place = 1
ORDER BY c.high DESC NULLS LAST, supplier;
