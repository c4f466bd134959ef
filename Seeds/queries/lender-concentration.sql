-- title: Lender concentration: how few hold how much
-- definition: Named lenders, anchor investors and holders of counted deals that have reached the
--   stage, by what they put up, with each one's share of what is named and the
--   Herfindahl-Hirschman index of all of them: the sum of the squares of the shares in percent,
--   from near 0 to 10,000. The index is taken over the least each puts up. Parts without an amount
--   are counted and not guessed. Beyond what lenders are named for with an amount, who lends the
--   rest of a deal's debt is unknown: over all debt of such deals the low index takes the rest as
--   spread over ever so many lenders, the high one as lent by one further lender. Who is named for
--   more than one deal's debt makes up for no rest of another.
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
-- column: unnamed_low money; debt at the least that no lender is named for with an amount, the same
--   in each row
-- column: index_low points; the index over named and unnamed, the unnamed ever so many lenders
-- column: index_high points; the same, the unnamed one lender
-- chart: bar lender named_low
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    coalesce(:rollup, 'entity') AS rollup, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx
),
-- In dollars at the deal's day, what stands is read from figures and only the rest row by row;
-- otherwise all is read row by row. Where the row numbers end leaves one or the other alone: a
-- condition would be asked of each row.
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank,
    CASE WHEN currency = 'USD' AND fx = 'deal_date' THEN 9223372036854775807 ELSE 0 END
      AS figures_to,
    CASE WHEN currency = 'USD' AND fx = 'deal_date' THEN 0 ELSE 9223372036854775807 END AS rows_to
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT lender_id, deal_id, tranche_id, low_minor, high_minor, qualifier, currency,
    cents_per_minor, rate_on, counted, role, stage_rank, from_on, before_on
  FROM lending_positions WHERE participation_id <= (SELECT rows_to FROM wanted)
  UNION ALL
  SELECT lender_id, deal_id, tranche_id, low_minor, high_minor, qualifier, currency,
    cents_per_minor, rate_on, counted, role, stage_rank, from_on, before_on
  FROM other_lending_positions WHERE participation_id <= (SELECT figures_to FROM wanted)
),
-- Of tranches with a status of their own there is no other figure.
debt AS NOT MATERIALIZED (
  SELECT deal_id, low_minor, currency, cents_per_minor, rate_on, counted, is_debt, stage_rank,
    from_on, before_on
  FROM positions WHERE tranche_id <= (SELECT rows_to FROM wanted)
  UNION ALL
  SELECT deal_id, low_minor, currency, cents_per_minor, rate_on, counted, is_debt, stage_rank,
    from_on, before_on
  FROM positions WHERE tranche_id <= (SELECT figures_to FROM wanted) AND before_on IS NOT NULL
  UNION ALL
  SELECT deal_id, low_minor, currency, cents_per_minor, rate_on, counted, is_debt, stage_rank,
    from_on, before_on
  FROM positions WHERE before_on IS NULL AND tranche_id IN (
    SELECT own.tranche_id FROM state_span own WHERE own.tranche_id IS NOT NULL
      AND own.before_on IS NULL AND own.tranche_id <= (SELECT figures_to FROM wanted))
),
-- What counts by then; in dollars at the deal's day the rate is the one its figures have. Only what
-- is added up is kept.
named AS NOT MATERIALIZED (
  SELECT x.lender_id, x.deal_id, x.low_minor, coalesce(x.high_minor, x.low_minor) AS high_minor,
    CASE x.qualifier WHEN 'undisclosed' THEN 1 ELSE 0 END AS is_missing,
    CASE WHEN x.deal_id IN (SELECT record_id FROM contested_figure WHERE record_kind = 'deal')
      OR x.tranche_id IN (SELECT record_id FROM contested_figure WHERE record_kind = 'tranche')
      THEN 1 ELSE 0 END AS is_contested,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM position x
  WHERE x.counted = 1 AND x.role <> 'investor'
    AND x.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
due AS NOT MATERIALIZED (
  SELECT x.deal_id, x.low_minor, x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM debt x
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
-- The rates of both.
any_rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM named
    UNION SELECT DISTINCT currency, rate_on FROM due) q CROSS JOIN parameter p
),
part AS MATERIALIZED (
  SELECT q.lender_id, q.deal_id, q.low_minor, q.high_minor, q.is_missing, q.is_contested,
    CASE WHEN (SELECT figures_to FROM wanted) > 0
      THEN q.cents_per_minor ELSE (SELECT r.minor_per_minor FROM any_rate r
        WHERE r.currency = q.currency AND r.rate_on IS q.rate_on) END AS factor
  FROM named q
),
owed AS NOT MATERIALIZED (
  SELECT q.deal_id, CAST(round(q.low_minor
    * CASE WHEN (SELECT figures_to FROM wanted) > 0
      THEN q.cents_per_minor ELSE (SELECT r.minor_per_minor FROM any_rate r
        WHERE r.currency = q.currency AND r.rate_on IS q.rate_on) END) AS INTEGER) AS minor
  FROM due q
),
-- Deals that come to their state only after the day: mostly none, which is asked once.
later AS MATERIALIZED (
  SELECT deal_id FROM deal_figure WHERE from_on > (SELECT as_of FROM parameter)
),
standing AS NOT MATERIALIZED (
  SELECT participation_id, lender_id, deal_id, low_usd_minor AS low_minor,
    coalesce(high_usd_minor, low_usd_minor) AS high_minor, is_undisclosed AS is_missing
  FROM lending_figure
  WHERE is_investor = 0 AND (SELECT figures_to FROM wanted) > 0
    AND stage_rank >= (SELECT stage_rank FROM wanted)
    AND ((SELECT COUNT(*) FROM later) = 0 OR deal_id NOT IN (SELECT deal_id FROM later))
),
-- Sums by lender first: there are many parts, and few lenders to name.
lent AS MATERIALIZED (
  SELECT lender_id, COUNT(DISTINCT deal_id) AS deals, SUM(is_missing) AS missing,
    SUM(low_minor) AS low_minor, SUM(high_minor) AS high_minor, COUNT(low_minor) AS used,
    COUNT(*) - COUNT(low_minor) - SUM(is_missing) AS unconverted, 0 AS contested
  FROM standing GROUP BY lender_id
  UNION ALL
  SELECT lender_id, COUNT(DISTINCT deal_id), SUM(is_missing),
    SUM(CAST(round(low_minor * factor) AS INTEGER)),
    SUM(CAST(round(high_minor * factor) AS INTEGER)), COUNT(low_minor * factor),
    SUM(is_missing = 0 AND factor IS NULL), SUM(is_contested)
  FROM part GROUP BY lender_id
  UNION ALL
  SELECT lender_id, NULL, 0, NULL, NULL, 0, 0, COUNT(*)
  FROM standing
  WHERE participation_id IN (
    SELECT q.id FROM contested_figure c CROSS JOIN participation q
    WHERE c.record_kind = 'tranche' AND q.tranche_id = c.record_id
    UNION
    SELECT q.id FROM contested_figure c CROSS JOIN tranche t CROSS JOIN participation q
    WHERE c.record_kind = 'deal' AND t.deal_id = c.record_id AND q.tranche_id = t.id)
  GROUP BY lender_id
),
whose AS MATERIALIZED (
  SELECT r.party_id, r.rolled_id FROM parameter p CROSS JOIN party_rollups r
  WHERE r.rollup = p.rollup
),
rolled AS MATERIALIZED (
  SELECT w.rolled_id, COUNT(l.deals) AS counts, MAX(l.deals) AS deals, SUM(l.missing) AS missing,
    SUM(l.low_minor) AS low_minor, SUM(l.high_minor) AS high_minor, SUM(l.used) AS used,
    SUM(l.unconverted) AS unconverted, SUM(l.contested) AS contested
  FROM lent l CROSS JOIN whose w
  WHERE w.party_id = l.lender_id
  GROUP BY w.rolled_id
),
-- Where two counts of deals come together, a deal may be in both.
together AS (
  SELECT rolled_id, COUNT(*) AS deals
  FROM (
    SELECT w.rolled_id, q.deal_id
    FROM part q CROSS JOIN whose w
    WHERE w.party_id = q.lender_id
      AND w.rolled_id IN (SELECT rolled_id FROM rolled WHERE counts > 1)
    UNION
    SELECT w.rolled_id, q.deal_id
    FROM whose w CROSS JOIN standing q
    WHERE w.rolled_id IN (SELECT rolled_id FROM rolled WHERE counts > 1)
      AND q.lender_id = w.party_id
  ) either
  GROUP BY rolled_id
),
-- The debt of each deal less what is named for it.
unnamed AS MATERIALIZED (
  SELECT coalesce(SUM(max(r.minor + r.figure, 0) - max(r.figure, 0)), 0)
    + (SELECT coalesce(SUM(max(debt_usd_minor - named_usd_minor, 0)), 0)
      FROM deal_figure WHERE deal_id <= (SELECT figures_to FROM wanted)
        AND stage_rank >= (SELECT stage_rank FROM wanted)
        AND (from_on IS NULL OR from_on <= (SELECT as_of FROM parameter))) AS minor
  FROM (
    SELECT coalesce(SUM(amount.minor), 0) AS minor,
      coalesce(MAX(f.debt_usd_minor - f.named_usd_minor), 0) AS figure
    FROM (SELECT deal_id, -CAST(round(low_minor * factor) AS INTEGER) AS minor FROM part
      UNION ALL SELECT deal_id, minor FROM owed) amount
    LEFT JOIN deal_figure f ON f.deal_id = amount.deal_id
      AND f.deal_id <= (SELECT figures_to FROM wanted)
      AND f.stage_rank >= (SELECT stage_rank FROM wanted)
      AND (f.from_on IS NULL OR f.from_on <= (SELECT as_of FROM parameter))
    GROUP BY amount.deal_id
  ) r
),
total AS (
  SELECT i.name AS lender, coalesce(t.deals, l.deals) AS deals, l.low_minor, l.high_minor,
    l.missing AS parts_without_amount, l.used AS rows_used, l.missing AS rows_without_amount,
    l.unconverted AS rows_unconverted, l.contested AS rows_contradicted
  FROM rolled l JOIN party i ON i.id = l.rolled_id
  LEFT JOIN together t ON t.rolled_id = l.rolled_id
),
shared AS (
  SELECT t.*, u.minor AS unnamed, 100.0 * low_minor / nullif(SUM(low_minor) OVER (), 0) AS share,
    coalesce(SUM(low_minor) OVER (), 0) + u.minor AS whole
  FROM total t CROSS JOIN unnamed u
),
measured AS (
  SELECT s.*, 100.0 * low_minor / nullif(whole, 0) AS share_of_whole,
    100.0 * unnamed / nullif(whole, 0) AS unnamed_share
  FROM shared s
)
SELECT lender, deals, low_minor * 1.0 / c.minor_per_unit AS named_low,
  high_minor * 1.0 / c.minor_per_unit AS named_high, p.currency,
  round(share, 4) AS share_pct,
  round(SUM(share) OVER (ORDER BY low_minor DESC, lender ROWS UNBOUNDED PRECEDING), 4)
    AS cumulative_pct,
  round(SUM(share * share) OVER (), 2) AS index_all, parts_without_amount,
  unnamed * 1.0 / c.minor_per_unit AS unnamed_low,
  round(coalesce(SUM(share_of_whole * share_of_whole) OVER (), 0), 2) AS index_low,
  round(coalesce(SUM(share_of_whole * share_of_whole) OVER (), 0) + unnamed_share * unnamed_share,
    2) AS index_high,
  rows_used, rows_without_amount, rows_unconverted, rows_contradicted
FROM measured
CROSS JOIN parameter p
JOIN currency c ON c.code = p.currency
ORDER BY low_minor DESC NULLS LAST, lender;
