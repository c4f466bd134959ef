-- title: Lender concentration: how few hold how much
-- definition: Named lenders, anchor investors and holders of counted deals that have reached the
--   stage, by what they put up, with each one's share of what is named and the
--   Herfindahl-Hirschman index of all of them: the sum of the squares of the shares in percent,
--   from near 0 to 10,000. Parts without an amount are counted and not guessed; what nobody is
--   named for is outside the universe. The index is taken over the least each puts up.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: rollup rollup; whom lenders are added up under: entity, each by itself, those held
--   to be the same as one; parent, the ultimate parent; sponsor, who sponsors it in the end;
--   brand, the name it trades under; default entity
-- column: lender text; who puts up the money
-- column: deals count; counted deals it is named in
-- column: named_low money; the least it puts up
-- column: named_high money; the most
-- column: currency text; the currency of the amounts
-- column: share_pct percent; of all that is named, at the least
-- column: cumulative_pct percent; of this lender and all larger ones
-- column: index_all points; the Herfindahl-Hirschman index of all lenders, the same in each row
-- column: parts_without_amount count; its parts without an amount
-- chart: bar lender named_low
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    coalesce(:rollup, 'entity') AS rollup, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx
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
  SELECT x.party_id, x.deal_id, x.low_minor, x.high_minor,
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
whose AS MATERIALIZED (
  SELECT r.party_id, r.rolled_id FROM parameter p CROSS JOIN party_rollups r
  WHERE r.rollup = p.rollup
),
-- Sums by lender first: there are many parts, and few lenders to name.
lent AS MATERIALIZED (
  SELECT w.rolled_id, COUNT(DISTINCT q.deal_id) AS deals, SUM(q.is_missing) AS missing,
    SUM(CAST(round(q.low_minor * q.factor) AS INTEGER)) AS low_minor,
    SUM(CAST(round(coalesce(q.high_minor, q.low_minor) * q.factor) AS INTEGER)) AS high_minor,
    COUNT(q.low_minor * q.factor) AS used, SUM(q.is_missing = 0 AND q.factor IS NULL)
      AS unconverted, SUM(q.is_contested) AS contested
  FROM converted q CROSS JOIN whose w
  WHERE w.party_id = q.party_id
  GROUP BY w.rolled_id
),
total AS (
  SELECT i.name AS lender, l.deals, l.low_minor, l.high_minor, l.missing AS parts_without_amount,
    l.used AS rows_used, l.missing AS rows_without_amount, l.unconverted AS rows_unconverted,
    l.contested AS rows_contradicted
  FROM lent l JOIN party i ON i.id = l.rolled_id
),
shared AS (
  SELECT t.*, 100.0 * low_minor / nullif(SUM(low_minor) OVER (), 0) AS share FROM total t
)
SELECT lender, deals, low_minor * 1.0 / c.minor_per_unit AS named_low,
  high_minor * 1.0 / c.minor_per_unit AS named_high, p.currency,
  round(share, 4) AS share_pct,
  round(SUM(share) OVER (ORDER BY low_minor DESC, lender ROWS UNBOUNDED PRECEDING), 4)
    AS cumulative_pct,
  round(SUM(share * share) OVER (), 2) AS index_all, parts_without_amount, rows_used,
  rows_without_amount, rows_unconverted, rows_contradicted
FROM shared
CROSS JOIN parameter p
JOIN currency c ON c.code = p.currency
ORDER BY low_minor DESC NULLS LAST, lender;
