-- title: Issuance by quarter: debt as it was borrowed, by rating and in private
-- definition: Counted debt tranches that have reached the stage, by the calendar quarter of their
--   day: the day of pricing, else of signing or announcement. Each tranche is in one column alone:
--   private credit by the definition asked for (rules as in private-credit-total), else by the
--   composite (second best) rating on the pricing day, where unrated is a column of its own. What
--   spans several quarters and what has no day are rows of their own; an "up to" counts from
--   nothing to its ceiling, a range from its low to its high end.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate
--   or the last one before it, none older than seven days, converts every amount; default
--   deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- parameter: private choice(by_lender|by_market|as_labelled); what private credit is; default
--   by_lender
-- column: quarter text; the quarter as 2025-Q3; several quarters; or no date
-- column: tranches count; tranches borrowed then
-- column: issued_low money; the least they add up to
-- column: issued_high money; the most they add up to
-- column: investment_grade money; of the low total, rated investment grade
-- column: high_yield money; of the low total, rated below it
-- column: unrated money; of the low total, without a rating on record
-- column: private money; of the low total, private credit, rated or not
-- column: currency text; the currency of the amounts
-- column: undated count; tranches whose stage rests on an event without a day, which counts
--   always
-- chart: column quarter investment_grade high_yield unrated private
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx, coalesce(:stage, 'binding') AS stage,
    coalesce(:private, 'by_lender') AS private_rule
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.composite_notch, CASE (SELECT private_rule FROM parameter)
      WHEN 'by_lender' THEN x.private_by_lender WHEN 'by_market' THEN x.private_by_market
      ELSE x.private_as_labelled END AS is_private, x.dated_on, x.dated_until,
    x.is_undated, x.currency,
    CASE WHEN x.is_contested = 1 OR x.is_rating_contested = 1 THEN 1 ELSE 0 END AS is_contested,
    (SELECT currency FROM parameter) AS target,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_minor
      WHEN 3 THEN x.funded_low_minor ELSE x.low_minor END
      AS own_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_minor
      WHEN 3 THEN x.funded_high_minor ELSE x.high_minor END
      AS own_high_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_usd_minor
      WHEN 3 THEN x.funded_low_usd_minor ELSE x.low_usd_minor END AS usd_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_usd_minor
      WHEN 3 THEN x.funded_high_usd_minor ELSE x.high_usd_minor END AS usd_high_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
    AND x.stage_rank >= (SELECT stage_rank FROM wanted)
),
rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM position) q CROSS JOIN parameter p
),
-- Quarter and kind are one number, the cell, which sorts faster than two words: the kind its last
-- digit, no date below ten, several quarters below twenty.
valued AS (
  SELECT is_contested, is_undated, own_low_minor,
    CASE WHEN is_private = 'yes' THEN 3 WHEN composite_notch IS NULL THEN 2
        WHEN composite_notch <= 10 THEN 0 ELSE 1 END
      + CASE WHEN dated_on IS NULL THEN 0
        WHEN dated_on <> dated_until AND (substr(dated_on, 1, 4) <> substr(dated_until, 1, 4)
          OR (CAST(substr(dated_on, 6, 2) AS INTEGER) - 1) / 3
            <> (CAST(substr(dated_until, 6, 2) AS INTEGER) - 1) / 3) THEN 10
        ELSE 100 * CAST(substr(dated_on, 1, 4) AS INTEGER)
          + 10 * ((CAST(substr(dated_on, 6, 2) AS INTEGER) + 2) / 3) END AS cell,
    CASE WHEN currency = target THEN own_low_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_low_minor
      ELSE CAST(round(own_low_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = position.currency AND r.rate_on = position.rate_on))
        AS INTEGER) END AS low_minor,
    CASE WHEN currency = target THEN own_high_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_high_minor
      ELSE CAST(round(own_high_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = position.currency AND r.rate_on = position.rate_on))
        AS INTEGER) END AS high_minor
  FROM position
  -- The limit is beyond any count: it keeps the columns of the view that nobody asks for from
  -- being made, and the rows from being stored.
  LIMIT 9223372036854775807
),
sorted AS (
  SELECT CASE cell / 10 WHEN 0 THEN 'no date' WHEN 1 THEN 'several quarters'
      ELSE substr(CAST(10000 + cell / 100 AS TEXT), 2, 4) || '-Q' || (cell / 10 % 10) END
      AS quarter,
    cell % 10 AS kind, COUNT(*) AS tranches, SUM(low_minor) AS low_minor,
    SUM(coalesce(high_minor, low_minor)) AS high_minor, SUM(is_undated) AS undated,
    COUNT(low_minor) AS used, COUNT(own_low_minor) AS amounts, SUM(is_contested) AS contested
  FROM valued GROUP BY cell
),
total AS (
  SELECT quarter, SUM(tranches) AS tranches, SUM(low_minor) AS low_minor,
    SUM(high_minor) AS high_minor,
    SUM(CASE kind WHEN 0 THEN low_minor END) AS investment_grade_minor,
    SUM(CASE kind WHEN 1 THEN low_minor END) AS high_yield_minor,
    SUM(CASE kind WHEN 2 THEN low_minor END) AS unrated_minor,
    SUM(CASE kind WHEN 3 THEN low_minor END) AS private_minor,
    SUM(undated) AS undated, SUM(used) AS rows_used,
    SUM(tranches - amounts) AS rows_without_amount, SUM(amounts - used) AS rows_unconverted,
    SUM(contested) AS rows_contradicted
  FROM sorted GROUP BY quarter
)
SELECT v.quarter, v.tranches,
  v.low_minor * 1.0 / y.minor_per_unit AS issued_low,
  v.high_minor * 1.0 / y.minor_per_unit AS issued_high,
  CASE WHEN v.rows_used > 0 THEN coalesce(v.investment_grade_minor, 0) END * 1.0
    / y.minor_per_unit AS investment_grade,
  CASE WHEN v.rows_used > 0 THEN coalesce(v.high_yield_minor, 0) END * 1.0
    / y.minor_per_unit AS high_yield,
  CASE WHEN v.rows_used > 0 THEN coalesce(v.unrated_minor, 0) END * 1.0
    / y.minor_per_unit AS unrated,
  CASE WHEN v.rows_used > 0 THEN coalesce(v.private_minor, 0) END * 1.0
    / y.minor_per_unit AS private,
  p.currency, v.undated, v.rows_used, v.rows_without_amount, v.rows_unconverted,
  v.rows_contradicted
FROM total v
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
ORDER BY CASE v.quarter WHEN 'several quarters' THEN 2 WHEN 'no date' THEN 3 ELSE 1 END,
  v.quarter;
