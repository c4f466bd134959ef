-- title: Private-credit total: three definitions side by side
-- definition: Counted debt tranches by the answer to "is it private credit?", asked three ways.
--   By lender: named lenders, anchor investors and holders are non-banks, by amount where amounts
--   cover over half, else by all of them; arrangers and agents do not count. By market: no where
--   it was syndicated by banks, registered with the SEC or placed under Rule 144A, yes where the
--   source gives private credit as the market. As labelled: what the source calls it. What cannot
--   be told is the answer unknown, a row of its own. Announced, binding and funded nest. Debt is
--   every instrument of the code list debt_instrument; what a source leaves undivided beside
--   known tranches may be debt or equity and is the answer "undivided".
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- column: definition text; by_lender, by_market or as_labelled
-- column: is_private text; yes, no, unknown, or undivided
-- column: tranches count; announced tranches with this answer
-- column: announced_low money; the least that is announced
-- column: announced_high money; the most that is announced
-- column: binding_low money; the least that is binding
-- column: binding_high money; the most that is binding
-- column: funded_low money; the least that is funded
-- column: funded_high money; the most that is funded
-- column: funded_without_amount count; funded tranches of which no drawn amount is known
-- column: currency text; the currency of the amounts
-- column: undated count; tranches whose stage rests on an event without a day, which counts always
-- chart: bar definition+is_private announced_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx
),
position AS NOT MATERIALIZED (
  SELECT x.is_debt, x.private_by_lender, x.private_by_market, x.private_as_labelled,
    x.stage_rank, x.is_undated,
    CASE WHEN x.is_contested = 1 OR x.is_private_contested = 1 THEN 1 ELSE 0 END
      AS is_contested,
    x.is_partly_drawn, x.currency, x.low_minor,
    x.high_minor, x.low_usd_minor, x.high_usd_minor, x.funded_low_minor, x.funded_low_usd_minor,
    (SELECT currency FROM parameter) AS target,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.stage_rank >= 1 AND (x.is_debt = 1 OR x.instrument = 'unknown')
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM position) q CROSS JOIN parameter p
),
-- Answers are digits to base four (unknown 0, yes 1, no 2) of one number, the cell: grouping by a
-- single small integer is what keeps this quick over many tranches. What is drawn in part is in
-- cells of its own, since the rest is funded in full once it is funded.
valued AS (
  SELECT is_partly_drawn * 2048 + stage_rank * 256 + (1 - is_debt) * 64
      + CASE private_by_lender WHEN 'unknown' THEN 0 WHEN 'yes' THEN 16 ELSE 32 END
      + CASE private_by_market WHEN 'unknown' THEN 0 WHEN 'yes' THEN 4 ELSE 8 END
      + CASE private_as_labelled WHEN 'unknown' THEN 0 WHEN 'yes' THEN 1 ELSE 2 END AS cell,
    is_undated + 2 * is_contested + CASE WHEN low_minor IS NULL THEN 4 ELSE 0 END AS marks,
    CASE WHEN currency = target THEN low_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN low_usd_minor
      ELSE CAST(round(low_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = position.currency AND r.rate_on = position.rate_on))
        AS INTEGER) END AS low_minor,
    CASE WHEN currency = target THEN high_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN high_usd_minor
      ELSE CAST(round(high_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = position.currency AND r.rate_on = position.rate_on))
        AS INTEGER) END AS high_minor,
    CASE WHEN is_partly_drawn = 0 THEN NULL WHEN currency = target THEN funded_low_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN funded_low_usd_minor
      ELSE CAST(round(funded_low_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = position.currency AND r.rate_on = position.rate_on))
        AS INTEGER) END AS drawn_minor
  FROM position
  -- The limit is beyond any count: it keeps the columns of the view that nobody asks for from
  -- being made, and the rows from being stored.
  LIMIT 9223372036854775807
),
total AS (
  SELECT cell, COUNT(*) AS tranches, SUM(low_minor) AS low_minor,
    SUM(coalesce(high_minor, low_minor)) AS high_minor,
    CASE WHEN cell >= 2048 THEN SUM(drawn_minor) ELSE SUM(low_minor) END AS funded_low_minor,
    CASE WHEN cell >= 2048 THEN SUM(drawn_minor) ELSE SUM(coalesce(high_minor, low_minor)) END
      AS funded_high_minor,
    COUNT(*) - CASE WHEN cell >= 2048 THEN COUNT(drawn_minor) ELSE COUNT(low_minor) END
      AS funded_without_amount,
    SUM(marks % 2) AS undated, COUNT(low_minor) AS rows_used,
    SUM(marks / 4) AS rows_without_amount,
    COUNT(*) - SUM(marks / 4) - COUNT(low_minor) AS rows_unconverted,
    SUM(marks / 2 % 2) AS rows_contradicted
  FROM valued GROUP BY cell
),
definition AS (
  SELECT 1 AS place, 'by_lender' AS definition, 16 AS divisor
  UNION ALL SELECT 2, 'by_market', 4 UNION ALL SELECT 3, 'as_labelled', 1
),
answered AS (
  SELECT d.place, d.definition, v.cell / 256 % 8 AS stage_rank,
    CASE WHEN v.cell / 64 % 4 = 1 THEN 'undivided'
      ELSE CASE v.cell / d.divisor % 4 WHEN 1 THEN 'yes' WHEN 2 THEN 'no' ELSE 'unknown' END END
      AS is_private, v.*
  FROM definition d CROSS JOIN total v
)
SELECT a.definition, a.is_private, SUM(a.tranches) AS tranches,
  SUM(a.low_minor) * 1.0 / y.minor_per_unit AS announced_low,
  SUM(a.high_minor) * 1.0 / y.minor_per_unit AS announced_high,
  coalesce(SUM(CASE WHEN a.stage_rank >= 2 THEN a.low_minor END), 0) * 1.0
    / y.minor_per_unit AS binding_low,
  coalesce(SUM(CASE WHEN a.stage_rank >= 2 THEN a.high_minor END), 0) * 1.0
    / y.minor_per_unit AS binding_high,
  coalesce(SUM(CASE WHEN a.stage_rank >= 3 THEN a.funded_low_minor END), 0) * 1.0
    / y.minor_per_unit AS funded_low,
  coalesce(SUM(CASE WHEN a.stage_rank >= 3 THEN a.funded_high_minor END), 0) * 1.0
    / y.minor_per_unit AS funded_high,
  coalesce(SUM(CASE WHEN a.stage_rank >= 3 THEN a.funded_without_amount END), 0)
    AS funded_without_amount,
  p.currency, SUM(a.undated) AS undated,
  CASE a.place WHEN 1 THEN SUM(a.rows_used) ELSE 0 END AS rows_used,
  CASE a.place WHEN 1 THEN SUM(a.rows_without_amount) ELSE 0 END AS rows_without_amount,
  CASE a.place WHEN 1 THEN SUM(a.rows_unconverted) ELSE 0 END AS rows_unconverted,
  CASE a.place WHEN 1 THEN SUM(a.rows_contradicted) ELSE 0 END AS rows_contradicted
FROM answered a
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
GROUP BY a.place, a.definition, a.is_private, y.minor_per_unit, p.currency
ORDER BY a.place,
  CASE a.is_private WHEN 'yes' THEN 1 WHEN 'no' THEN 2 WHEN 'unknown' THEN 3 ELSE 4 END;
