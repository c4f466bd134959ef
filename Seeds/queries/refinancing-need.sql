-- title: Refinancing need: what falls due soon, less what may still be drawn
-- definition: By borrower, what is outstanding of its counted debt on the day and falls due within
--   the months asked for (payments on record, draws with a maturity of their own, the rest at
--   maturity; agreed maturities, no option to extend is taken), less what its counted credit lines
--   and delayed-draw loans still allow to be drawn: what is binding and not funded. A line that
--   falls due within the months allows nothing. Where only part of a line is drawn and nobody says
--   how much, what is left is unknown. A maturity of which only a span is known counts where the
--   whole span lies within the months, and in the high column where part of it does.
-- parameter: as_of date; the day asked about; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: months number(1..600); how many months ahead; default 24
-- parameter: rollup rollup; whom borrowers are added up under: entity, parent, sponsor or brand;
--   default entity
-- column: borrower text; who borrows
-- column: due_low money; the least that falls due within the months
-- column: due_high money; the most
-- column: undrawn_low money; the least that may still be drawn
-- column: undrawn_high money; the most
-- column: need_low money; due low less undrawn high, nothing where that is more
-- column: need_high money; due high less undrawn low
-- column: currency text; the currency of the amounts
-- column: instalments count; tranches paid back in instalments without a schedule, which are left
--   out
-- column: no_date count; outstanding tranches without a maturity, which are left out
-- chart: bar borrower need_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, CAST(coalesce(:months, 24) AS INTEGER) AS months,
    coalesce(:rollup, 'entity') AS rollup, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx
),
horizon AS (
  SELECT as_of, date(as_of, '+' || months || ' months') AS last_on FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.tranche_id, x.issuer_id, x.instrument, x.stage_rank, x.is_partly_drawn, x.is_contested,
    x.low_minor AS size_minor, x.high_minor AS size_high_minor, x.funded_low_minor,
    x.outstanding_low_minor, x.outstanding_high_minor,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1 AND (x.stage_rank = 4
      OR x.stage_rank >= 2 AND x.instrument IN ('revolving_credit', 'delayed_draw_term_loan'))
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
-- In dollars at the deal's day the rate is the one its figures have.
converted AS MATERIALIZED (
  SELECT q.*, CASE WHEN (SELECT currency = 'USD' AND fx = 'deal_date' FROM parameter)
      THEN q.cents_per_minor ELSE (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on IS q.rate_on) END AS factor
  FROM position q
),
sized AS MATERIALIZED (
  SELECT q.*, t.matures_on, t.matures_until, t.amortisation,
    CASE WHEN q.size_minor IS NOT NULL AND q.factor IS NULL THEN 1 ELSE 0 END AS is_unconverted,
    CAST(round(q.size_minor * q.factor) AS INTEGER) AS low_minor,
    CAST(round(q.size_high_minor * q.factor) AS INTEGER) AS high_minor,
    CAST(round(q.funded_low_minor * q.factor) AS INTEGER) AS funded_minor,
    CAST(round(q.outstanding_low_minor * q.factor) AS INTEGER) AS owed_low_minor,
    CAST(round(q.outstanding_high_minor * q.factor) AS INTEGER) AS owed_high_minor
  FROM converted q JOIN tranche t ON t.id = q.tranche_id
),
due AS MATERIALIZED (
  SELECT d.tranche_id, d.due_on, d.due_until, d.basis,
    CAST(round(coalesce(d.low_minor, q.size_minor * d.share_pct / 100.0) * q.factor)
      AS INTEGER) AS low_minor,
    CAST(round(coalesce(d.high_minor, q.size_minor * d.share_pct / 100.0) * q.factor)
      AS INTEGER) AS high_minor
  FROM dues d JOIN sized q ON q.tranche_id = d.tranche_id CROSS JOIN horizon p
  WHERE q.stage_rank = 4 AND (d.known_on IS NULL OR d.known_on <= p.as_of)
    AND d.due_until > p.as_of
),
taken AS MATERIALIZED (
  SELECT tranche_id, SUM(low_minor) AS low_minor, SUM(high_minor) AS high_minor,
    MAX(CASE WHEN basis IN ('contractual', 'projected') THEN 1 ELSE 0 END) AS has_schedule
  FROM due GROUP BY tranche_id
),
portion AS (
  SELECT q.tranche_id, q.issuer_id, d.due_on, d.due_until, d.low_minor, d.high_minor,
    q.is_contested, q.is_unconverted, 0 AS is_missing, 0 AS in_instalments
  FROM due d JOIN sized q ON q.tranche_id = d.tranche_id
  UNION ALL
  SELECT q.tranche_id, q.issuer_id, q.matures_on, q.matures_until,
    max(0, q.owed_low_minor - coalesce(k.high_minor, k.low_minor, 0)),
    max(0, coalesce(q.owed_high_minor, q.owed_low_minor)
      - coalesce(k.low_minor, 0)),
    q.is_contested, q.is_unconverted,
    CASE WHEN q.outstanding_low_minor IS NULL THEN 1 ELSE 0 END,
    CASE WHEN q.amortisation IN ('amortising', 'interest_only_then_amortising')
      AND coalesce(k.has_schedule, 0) = 0 THEN 1 ELSE 0 END
  FROM sized q LEFT JOIN taken k ON k.tranche_id = q.tranche_id
  WHERE q.stage_rank = 4
),
part AS (
  SELECT q.issuer_id,
    CASE WHEN q.in_instalments = 0 AND q.due_until <= p.last_on THEN q.low_minor END AS due_low,
    CASE WHEN q.in_instalments = 0 AND q.due_on <= p.last_on THEN q.high_minor END AS due_high,
    NULL AS undrawn_low, NULL AS undrawn_high, q.in_instalments,
    CASE WHEN q.in_instalments = 0 AND q.due_on IS NULL THEN 1 ELSE 0 END AS no_date,
    CASE WHEN q.in_instalments = 0 AND q.due_on <= p.last_on THEN 1 ELSE 0 END AS is_within,
    q.is_missing, q.is_unconverted, q.is_contested
  FROM portion q CROSS JOIN horizon p
  UNION ALL
  SELECT q.issuer_id, NULL, NULL,
    CASE WHEN q.stage_rank = 2 THEN q.low_minor WHEN q.is_partly_drawn = 1
      THEN max(0, q.low_minor - q.funded_minor) END,
    CASE WHEN q.stage_rank = 2 THEN coalesce(q.high_minor, q.low_minor)
      WHEN q.is_partly_drawn = 1 THEN max(0, coalesce(q.high_minor, q.low_minor)
        - coalesce(q.funded_minor, 0)) END,
    0, 0, 1,
    CASE WHEN q.size_minor IS NULL OR q.is_partly_drawn = 1 AND q.funded_low_minor IS NULL
      THEN 1 ELSE 0 END,
    q.is_unconverted, q.is_contested
  FROM sized q CROSS JOIN horizon p
  WHERE q.instrument IN ('revolving_credit', 'delayed_draw_term_loan')
    AND (q.stage_rank = 2 OR q.is_partly_drawn = 1)
    AND (q.matures_until IS NULL OR q.matures_until > p.last_on)
),
-- Sums by who borrowed first: there are many parts, and few borrowers to add up.
borrowed AS MATERIALIZED (
  SELECT issuer_id, SUM(due_low) AS due_low, SUM(due_high) AS due_high,
    SUM(undrawn_low) AS undrawn_low, SUM(undrawn_high) AS undrawn_high,
    SUM(in_instalments) AS instalments, SUM(no_date) AS no_date,
    SUM(is_within * (1 - is_missing) * (1 - is_unconverted)) AS rows_used,
    SUM(is_within * is_missing) AS rows_without_amount,
    SUM(is_within * (1 - is_missing) * is_unconverted) AS rows_unconverted,
    SUM(is_within * is_contested) AS rows_contradicted, SUM(is_within) AS within
  FROM part GROUP BY issuer_id
),
total AS (
  SELECT r.rolled_id, coalesce(SUM(due_low), 0) AS due_low, coalesce(SUM(due_high), 0) AS due_high,
    coalesce(SUM(undrawn_low), 0) AS undrawn_low, coalesce(SUM(undrawn_high), 0) AS undrawn_high,
    SUM(instalments) AS instalments, SUM(no_date) AS no_date, SUM(rows_used) AS rows_used,
    SUM(rows_without_amount) AS rows_without_amount, SUM(rows_unconverted) AS rows_unconverted,
    SUM(rows_contradicted) AS rows_contradicted, SUM(within) AS within
  FROM borrowed q CROSS JOIN party_rollups r
  WHERE r.party_id = q.issuer_id AND r.rollup = (SELECT rollup FROM parameter)
  GROUP BY r.rolled_id
)
SELECT i.name AS borrower, s.due_low * 1.0 / y.minor_per_unit AS due_low, s.due_high * 1.0
  / y.minor_per_unit AS due_high,
  s.undrawn_low * 1.0 / y.minor_per_unit AS undrawn_low, s.undrawn_high * 1.0 / y.minor_per_unit
    AS undrawn_high,
  max(0, s.due_low - s.undrawn_high) * 1.0 / y.minor_per_unit AS need_low,
  max(0, s.due_high - s.undrawn_low) * 1.0 / y.minor_per_unit AS need_high, p.currency,
  s.instalments, s.no_date, s.rows_used,
  s.rows_without_amount, s.rows_unconverted, s.rows_contradicted
FROM total s
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
JOIN party i ON i.id = s.rolled_id
WHERE s.within > 0
ORDER BY need_high DESC, due_high DESC, borrower;
