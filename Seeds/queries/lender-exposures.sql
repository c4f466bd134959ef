-- title: A lender's exposures: whom its money finally depends on
-- definition: What each lender, anchor investor or holder puts up in counted deals that have
--   reached the stage, by the party that finally pays: the tenant or offtaker
--   where the deal names one, else the issuer. Shares are of what the lender is named with;
--   parts without an amount are counted apart.
-- parameter: lender party; key or name of one party; default all
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: rollup rollup; whom lenders and payers are added up under: entity, each by itself,
--   those held to be the same as one; parent, the ultimate parent; sponsor, who sponsors it in
--   the end; brand, the name it trades under; default entity
-- column: lender text; who puts up the money
-- column: payer text; who finally pays
-- column: deals count; counted deals
-- column: named_low money; the least it puts up there
-- column: named_high money; the most
-- column: currency text; the currency of the amounts
-- column: share_pct percent; of all the lender is named with, at the least
-- column: parts_without_amount count; parts without an amount
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    coalesce(:rollup, 'entity') AS rollup, :lender AS lender,
    coalesce(:currency, 'USD') AS currency, coalesce(:fx, 'deal_date') AS fx
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
standing AS MATERIALIZED (
  SELECT s.deal_id FROM state_span s CROSS JOIN parameter p CROSS JOIN wanted w
  WHERE s.deal_id IS NOT NULL AND (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
    AND CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
      WHEN 'outstanding' THEN 4 ELSE 0 END >= w.stage_rank
),
position AS NOT MATERIALIZED (
  SELECT x.party_id, x.obligor_party_id, x.deal_id, x.low_minor, x.high_minor,
    CASE x.qualifier WHEN 'undisclosed' THEN 1 ELSE 0 END AS is_missing,
    CASE WHEN x.deal_id IN (SELECT record_id FROM contested_figure WHERE record_kind = 'deal')
      OR x.tranche_id IN (SELECT record_id FROM contested_figure WHERE record_kind = 'tranche')
      THEN 1 ELSE 0 END AS is_contested,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM lending x
  WHERE x.counted = 1 AND x.role <> 'investor' AND x.deal_id IN (SELECT deal_id FROM standing)
),
rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM position) q CROSS JOIN parameter p
),
-- In dollars at the deal's day the rate is the one its figures have.
converted AS MATERIALIZED (
  SELECT q.*, CASE WHEN (SELECT currency = 'USD' AND fx = 'deal_date' FROM parameter)
      THEN q.cents_per_minor ELSE (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on IS q.rate_on) END AS factor
  FROM position q
),
total AS (
  SELECT r.rolled_id AS lender_id, r.rolled AS lender, y.rolled AS payer,
    COUNT(DISTINCT q.deal_id) AS deals,
    SUM(CAST(round(q.low_minor * q.factor) AS INTEGER)) AS low_minor,
    SUM(CAST(round(coalesce(q.high_minor, q.low_minor) * q.factor) AS INTEGER)) AS high_minor,
    SUM(q.is_missing) AS parts_without_amount, COUNT(q.low_minor * q.factor) AS rows_used,
    SUM(q.is_missing = 0 AND q.factor IS NULL) AS rows_unconverted,
    SUM(q.is_contested) AS rows_contradicted
  FROM converted q CROSS JOIN parameter p
  JOIN party_rollups r ON r.party_id = q.party_id AND r.rollup = p.rollup
  JOIN party_rollups y ON y.party_id = q.obligor_party_id AND y.rollup = p.rollup
  GROUP BY r.rolled_id, r.rolled, y.rolled
)
SELECT t.lender, t.payer, t.deals, t.low_minor * 1.0 / c.minor_per_unit AS named_low,
  t.high_minor * 1.0 / c.minor_per_unit AS named_high, p.currency,
  round(100.0 * t.low_minor / nullif(SUM(t.low_minor) OVER (PARTITION BY t.lender_id), 0), 4)
    AS share_pct,
  t.parts_without_amount, t.rows_used, t.parts_without_amount AS rows_without_amount,
  t.rows_unconverted, t.rows_contradicted
FROM total t
CROSS JOIN parameter p
JOIN currency c ON c.code = p.currency
WHERE p.lender IS NULL OR t.lender_id = (SELECT r.rolled_id FROM party_rollups r
  WHERE r.party_key = p.lender AND r.rollup = p.rollup)
ORDER BY SUM(t.low_minor) OVER (PARTITION BY t.lender_id) DESC NULLS LAST, t.lender,
  t.low_minor DESC NULLS LAST, t.payer;
