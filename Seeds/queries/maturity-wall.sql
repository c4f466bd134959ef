-- title: Maturity wall: when what is borrowed falls due
-- definition: Counted debt tranches that have reached the stage on the day, by the calendar year
--   or quarter in which their principal falls due: payments on record (contractual ones, else
--   projected), draws and extended portions with a maturity of their own, and the rest at maturity.
--   Two maturities stand side by side: the one agreed, and the last one that dated options to
--   extend allow; options without a day are told apart. What is paid back in instalments without a
--   schedule, what has no date, what spans several periods, and what was due by the day asked
--   about are rows of their own. Undrawn commitments are no principal unless the stage asks for
--   them.
-- parameter: as_of date; the day asked about; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default outstanding
-- parameter: by choice(year|quarter); length of a period; default year
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- column: falls_due text; the year or quarter; overdue, several periods, in instalments or no date
-- column: tranches count; tranches of which principal falls due then, as agreed
-- column: due_low money; the least that falls due, as agreed
-- column: due_high money; the most
-- column: extended_low money; the least that falls due once every dated extension is used
-- column: extended_high money; the most
-- column: extendable_low money; of the agreed low, what may be extended to a day nobody gives
-- column: currency text; the currency of the amounts
-- column: undated count; portions whose stage rests on an event without a day, which counts always
-- chart: bar falls_due due_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'outstanding') AS stage,
    coalesce(:by, 'year') AS period, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.tranche_id, x.is_undated, x.is_contested, x.low_minor AS size_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_minor
      WHEN 3 THEN x.funded_low_minor ELSE x.low_minor END AS own_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_minor
      WHEN 3 THEN x.funded_high_minor ELSE x.high_minor END AS own_high_minor,
    x.currency, x.cents_per_minor,
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
-- In dollars at the deal's day the rate is the one its figures have.
converted AS MATERIALIZED (
  SELECT q.*, CASE WHEN (SELECT currency = 'USD' AND fx = 'deal_date' FROM parameter)
      THEN q.cents_per_minor ELSE (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on IS q.rate_on) END AS factor
  FROM position q
),
due AS MATERIALIZED (
  SELECT d.tranche_id, d.due_on, d.due_until, d.basis,
    coalesce(d.low_minor, CAST(round(q.size_minor * d.share_pct / 100.0) AS INTEGER)) AS low_minor,
    coalesce(d.high_minor, CAST(round(q.size_minor * d.share_pct / 100.0) AS INTEGER))
      AS high_minor
  FROM dues d JOIN converted q ON q.tranche_id = d.tranche_id
  CROSS JOIN parameter p
  WHERE (d.known_on IS NULL OR d.known_on <= p.as_of) AND d.due_until > p.as_of
),
taken AS MATERIALIZED (
  SELECT tranche_id, SUM(low_minor) AS low_minor, SUM(high_minor) AS high_minor,
    MAX(CASE WHEN basis IN ('contractual', 'projected') THEN 1 ELSE 0 END) AS has_schedule
  FROM due GROUP BY tranche_id
),
portion AS (
  SELECT q.tranche_id, q.is_undated, q.is_contested, q.factor, d.due_on, d.due_until,
    d.due_until AS longest_on, 0 AS is_extendable,
    d.low_minor AS due_low_minor, d.high_minor AS due_high_minor, 0 AS in_instalments
  FROM due d JOIN converted q ON q.tranche_id = d.tranche_id
  UNION ALL
  SELECT q.tranche_id, q.is_undated, q.is_contested, q.factor, t.matures_on, t.matures_until,
    coalesce(x.longest_on, t.matures_until),
    CASE WHEN x.options_without_day > 0 THEN 1 ELSE 0 END,
    q.own_low_minor - coalesce(k.high_minor, k.low_minor, 0),
    q.own_high_minor - coalesce(k.low_minor, 0),
    CASE WHEN t.amortisation IN ('amortising', 'interest_only_then_amortising')
      AND coalesce(k.has_schedule, 0) = 0 THEN 1 ELSE 0 END
  FROM converted q
  JOIN tranche t ON t.id = q.tranche_id
  LEFT JOIN taken k ON k.tranche_id = q.tranche_id
  LEFT JOIN extensions x ON x.tranche_id = q.tranche_id
  WHERE q.own_low_minor IS NULL OR k.tranche_id IS NULL
    OR coalesce(q.own_high_minor, q.own_low_minor) > coalesce(k.low_minor, 0)
),
placed AS MATERIALIZED (
  SELECT q.tranche_id, q.is_undated, q.is_contested, q.factor, q.is_extendable, q.due_low_minor,
    CAST(round(max(due_low_minor, 0) * factor) AS INTEGER) AS low_money,
    CAST(round(coalesce(due_high_minor, due_low_minor) * factor) AS INTEGER) AS high_money,
    CASE WHEN in_instalments = 1 THEN 'in instalments' WHEN due_on IS NULL THEN 'no date'
      WHEN due_until <= p.as_of THEN 'overdue'
      WHEN substr(due_on, 1, 4) <> substr(due_until, 1, 4) OR p.period = 'quarter'
        AND (CAST(substr(due_on, 6, 2) AS INTEGER) - 1) / 3
          <> (CAST(substr(due_until, 6, 2) AS INTEGER) - 1) / 3
        THEN 'several periods'
      WHEN p.period = 'quarter' THEN substr(due_until, 1, 4) || '-Q'
        || ((CAST(substr(due_until, 6, 2) AS INTEGER) + 2) / 3)
      ELSE substr(due_until, 1, 4) END AS agreed,
    CASE WHEN in_instalments = 1 THEN 'in instalments' WHEN due_on IS NULL THEN 'no date'
      WHEN longest_on <= p.as_of THEN 'overdue'
      WHEN longest_on = due_until AND (substr(due_on, 1, 4) <> substr(due_until, 1, 4)
          OR p.period = 'quarter'
          AND (CAST(substr(due_on, 6, 2) AS INTEGER) - 1) / 3
          <> (CAST(substr(due_until, 6, 2) AS INTEGER) - 1) / 3)
        THEN 'several periods'
      WHEN p.period = 'quarter' THEN substr(longest_on, 1, 4) || '-Q'
        || ((CAST(substr(longest_on, 6, 2) AS INTEGER) + 2) / 3)
      ELSE substr(longest_on, 1, 4) END AS extended
  FROM portion q CROSS JOIN parameter p
),
summed AS (
  SELECT agreed AS falls_due, tranche_id, low_money, high_money,
    CASE extended WHEN agreed THEN low_money END AS extended_low,
    CASE extended WHEN agreed THEN high_money END AS extended_high,
    CASE WHEN is_extendable = 1 THEN low_money END AS extendable, is_undated, is_contested,
    CASE WHEN due_low_minor IS NULL THEN 1 ELSE 0 END AS is_missing,
    CASE WHEN due_low_minor IS NOT NULL AND factor IS NULL THEN 1 ELSE 0 END AS is_unconverted,
    1 AS is_agreed
  FROM placed
  UNION ALL
  SELECT extended, NULL, NULL, NULL, low_money, high_money, NULL, 0, 0, 0, 0, 0 FROM placed
  WHERE extended <> agreed
),
total AS (
  SELECT falls_due, COUNT(DISTINCT tranche_id) AS tranches, SUM(low_money) AS low_money,
    SUM(high_money) AS high_money, SUM(extended_low) AS extended_low,
    SUM(extended_high) AS extended_high, SUM(extendable) AS extendable,
    SUM(is_undated) AS undated, SUM(is_agreed) - SUM(is_missing) - SUM(is_unconverted) AS rows_used,
    SUM(is_missing) AS rows_without_amount, SUM(is_unconverted) AS rows_unconverted,
    SUM(is_contested) AS rows_contradicted
  FROM summed GROUP BY falls_due
)
SELECT s.falls_due, s.tranches, s.low_money * 1.0 / y.minor_per_unit AS due_low,
  s.high_money * 1.0 / y.minor_per_unit AS due_high,
  s.extended_low * 1.0 / y.minor_per_unit AS extended_low,
  s.extended_high * 1.0 / y.minor_per_unit AS extended_high,
  s.extendable * 1.0 / y.minor_per_unit AS extendable_low, p.currency, s.undated, s.rows_used,
  s.rows_without_amount, s.rows_unconverted, s.rows_contradicted
FROM total s
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
ORDER BY CASE s.falls_due WHEN 'overdue' THEN 1 WHEN 'several periods' THEN 3
  WHEN 'in instalments' THEN 4 WHEN 'no date' THEN 5 ELSE 2 END, s.falls_due;
