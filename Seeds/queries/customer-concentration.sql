-- title: Customer concentration: how much of a supplier's contracts depends on whom
-- definition: By supplier, the counted purchases of each customer that have reached the stage, over
--   the backlog the supplier reports (metric remaining_performance_obligation, the latest that had
--   ended by the day), and over what is on record alone. Concentration is the
--   Herfindahl-Hirschman index, the sum of squared percentages, 0 to 10,000. What the backlog holds
--   beyond the contracts on record is unknown: the low index takes it as spread over ever so many
--   customers, the high one as one further customer. Contracts are taken at their whole value when
--   signed, a backlog at what is left of it, so that a share can pass 100 percent, and says so.
--   Amounts are in US dollars at the rate of each contract's day.
-- parameter: as_of date; the day asked about; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: party party; key or name of one supplier; default all
-- column: supplier text; who sells
-- column: customer text; who buys
-- column: contracts count; contracts with the customer
-- column: value_low USD; the least they come to
-- column: value_high USD; the most
-- column: share_of_record_pct percent; the high value over all on record
-- column: backlog USD; the supplier's reported backlog
-- column: backlog_on date; the day of it
-- column: share_of_backlog_low_pct percent; the low value over the backlog
-- column: share_of_backlog_high_pct percent; the high value over the backlog
-- column: top_share_pct percent; the largest customer's share of what is on record
-- column: index_low index; HHI, unknown customers ever so small
-- column: index_high index; HHI, the unknown one customer
-- column: remark text; what the index rests on
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    :party AS party
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
bought AS (
  SELECT f.to_id AS supplier_id, f.from_id AS customer_id, COUNT(DISTINCT f.record_id) AS contracts,
    SUM(f.low_usd_minor) AS low, SUM(coalesce(f.high_usd_minor, f.low_usd_minor)) AS high,
    SUM(f.low_usd_minor IS NOT NULL OR f.high_usd_minor IS NOT NULL) AS used,
    SUM(f.low_usd_minor IS NULL AND f.high_usd_minor IS NULL AND f.is_unconverted = 0) AS missing,
    SUM(f.is_unconverted) AS unconverted, SUM(f.is_contested) AS contested
  FROM leg_spans f CROSS JOIN parameter p
  WHERE f.purpose = 'purchase' AND f.counted = 1
    AND f.stage_rank >= (SELECT stage_rank FROM wanted) AND f.from_id <> f.to_id
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
    AND (p.party IS NULL OR f.to_id IN (SELECT r.rolled_id FROM party_rollups r
      WHERE r.party_key = p.party AND r.rollup = 'entity'))
  GROUP BY f.to_id, f.from_id
),
backlog AS (
  SELECT subject_id, low_minor AS minor, period_end_on, row_number() OVER (PARTITION BY subject_id
    ORDER BY period_end_on DESC, told_on DESC, observation_id DESC) AS place
  FROM metric_figures CROSS JOIN parameter p
  WHERE metric = 'remaining_performance_obligation' AND kind = 'actual' AND currency = 'USD'
    AND low_minor > 0 AND period_end_on <= p.as_of
),
shared AS (
  SELECT b.*, SUM(b.high) OVER (PARTITION BY b.supplier_id) AS named, k.minor AS backlog,
    k.period_end_on, max(coalesce(k.minor, 0), SUM(b.high) OVER (PARTITION BY b.supplier_id))
      AS whole
  FROM bought b LEFT JOIN backlog k ON k.subject_id = b.supplier_id AND k.place = 1
),
measured AS (
  SELECT s.*, 100.0 * high / nullif(named, 0) AS share,
    SUM(10000.0 * high * high / nullif(1.0 * whole * whole, 0)) OVER (PARTITION BY supplier_id)
      AS known_index, 100.0 * (whole - named) / nullif(whole, 0) AS unknown_share
  FROM shared s
)
SELECT i.name AS supplier, c.name AS customer, m.contracts, m.low / 100.0 AS value_low,
  m.high / 100.0 AS value_high, round(m.share, 4) AS share_of_record_pct,
  m.backlog / 100.0 AS backlog, m.period_end_on AS backlog_on,
  round(100.0 * m.low / m.backlog, 4) AS share_of_backlog_low_pct,
  round(100.0 * m.high / m.backlog, 4) AS share_of_backlog_high_pct,
  round(MAX(m.share) OVER (PARTITION BY m.supplier_id), 4) AS top_share_pct,
  round(m.known_index, 2) AS index_low,
  round(m.known_index + m.unknown_share * m.unknown_share, 2) AS index_high,
  CASE WHEN m.named IS NULL THEN 'no contract with an amount'
    WHEN m.backlog IS NULL THEN 'no backlog reported: contracts on record alone'
    WHEN m.named > m.backlog THEN 'contracts on record exceed the backlog' END AS remark,
  m.used AS rows_used, m.missing AS rows_without_amount, m.unconverted AS rows_unconverted,
  m.contested AS rows_contradicted
FROM measured m
JOIN party i ON i.id = m.supplier_id
JOIN party c ON c.id = m.customer_id
ORDER BY coalesce(m.backlog, m.named) DESC NULLS LAST, supplier, m.high DESC NULLS LAST, customer;
