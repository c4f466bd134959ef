-- title: Issuance in a window: debt by deal, for borrowers and days of your own
-- definition: Counted tranches that have reached the stage and whose day lies in the window,
--   added up by deal: to rebuild a figure that someone has published for some borrowers and
--   months. The day is that of pricing, of settlement or the deal's own; where a tranche has none
--   of the kind asked for, the deal's own stands in and basis says so. A day that may lie outside
--   the window (autumn 2025) counts by its last possible day. Buckets follow the composite (second
--   best) rating on the pricing day. Amounts are low and high as sources
--   allow.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: from_day date; the first day of the window; default 1 January 2025
-- parameter: until_day date; the last day of the window; default the day the stages are taken at
-- parameter: day_kind text; priced, settled or deal; default priced
-- parameter: issuers parties; keys of borrowers, with blanks between; default all
-- parameter: kind text; bonds (with convertibles and private placements), straight_bonds (without
--   convertibles), securitisations, loans, or debt for all of it; default bonds
-- parameter: issued_in text; the currency of issue; default any
-- parameter: bucket text; investment_grade, high_yield or unrated; default any
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- column: deal_key text; key of the deal
-- column: deal text; the deal
-- column: issuer text; the borrower
-- column: first_on date; the first day of its tranches in the window
-- column: last_on date; the last
-- column: basis text; priced, settled or deal: what the days are; the weakest of the tranches
-- column: tranches count; tranches in the window
-- column: low money; the least they add up to
-- column: high money; the most
-- column: currency text; the currency of the amounts
-- chart: bar deal high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:from_day, '2025-01-01') AS from_day,
    :until_day AS until_day, coalesce(:day_kind, 'priced') AS day_kind, :issuers AS issuers,
    coalesce(:kind, 'bonds') AS kind, :issued_in AS issued_in, :bucket AS bucket,
    coalesce(:stage, 'binding') AS stage, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank, as_of, from_day, coalesce(until_day, as_of) AS until_day, day_kind, issuers,
    kind, issued_in, bucket
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.tranche_id, x.deal_id, x.issuer_id, x.low_minor, x.high_minor,
    max(x.is_contested, x.is_rating_contested) AS is_contested, x.instrument, x.is_debt,
    CASE WHEN x.composite_notch IS NULL THEN 'unrated' WHEN x.composite_notch <= 10
      THEN 'investment_grade' ELSE 'high_yield' END AS bucket,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.stage_rank >= (SELECT stage_rank FROM wanted)
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
    AND ((SELECT issuers FROM wanted) IS NULL OR x.issuer_id IN (SELECT i.id FROM party i
      WHERE instr(' ' || (SELECT issuers FROM wanted) || ' ', ' ' || i.key || ' ') > 0))
    AND CASE (SELECT kind FROM wanted) WHEN 'debt' THEN x.is_debt = 1
      WHEN 'bonds' THEN x.instrument IN ('bond', 'convertible', 'private_placement')
      WHEN 'straight_bonds' THEN x.instrument IN ('bond', 'private_placement')
      WHEN 'securitisations' THEN x.instrument IN ('securitisation', 'asset_backed')
      ELSE x.is_debt = 1 AND x.instrument NOT IN
        ('bond', 'convertible', 'private_placement', 'securitisation', 'asset_backed') END
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
dated AS (
  SELECT q.*,
    coalesce(CASE w.day_kind WHEN 'priced' THEN f.priced_until WHEN 'settled' THEN f.settled_until
      END, f.dated_until) AS on_day,
    CASE WHEN w.day_kind = 'priced' AND f.priced_until IS NOT NULL THEN 'priced'
      WHEN w.day_kind = 'settled' AND f.settled_until IS NOT NULL THEN 'settled'
      ELSE 'deal' END AS basis
  FROM converted q JOIN tranche_figure f ON f.tranche_id = q.tranche_id CROSS JOIN wanted w
),
kept AS (
  SELECT d.* FROM dated d
  CROSS JOIN wanted w
  WHERE d.on_day BETWEEN w.from_day AND w.until_day
    AND (w.issued_in IS NULL OR d.currency = w.issued_in)
    AND (w.bucket IS NULL OR d.bucket = w.bucket)
),
total AS (
  SELECT k.deal_id, k.issuer_id, MIN(k.on_day) AS first_on, MAX(k.on_day) AS last_on,
    MIN(k.basis) AS basis, COUNT(*) AS tranches,
    SUM(CAST(round(k.low_minor * k.factor) AS INTEGER)) AS low_money,
    SUM(CAST(round(coalesce(k.high_minor, k.low_minor) * k.factor) AS INTEGER)) AS high_money,
    COUNT(k.low_minor * k.factor) AS rows_used,
    COUNT(*) - COUNT(k.low_minor) AS rows_without_amount,
    COUNT(k.low_minor) - COUNT(k.low_minor * k.factor) AS rows_unconverted,
    SUM(k.is_contested) AS rows_contradicted
  FROM kept k GROUP BY k.deal_id, k.issuer_id
)
SELECT d.key AS deal_key, d.name AS deal, i.name AS issuer, t.first_on, t.last_on, t.basis,
  t.tranches, t.low_money * 1.0 / y.minor_per_unit AS low,
  t.high_money * 1.0 / y.minor_per_unit AS high, p.currency, t.rows_used, t.rows_without_amount,
  t.rows_unconverted, t.rows_contradicted
FROM total t
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
JOIN deal d ON d.id = t.deal_id
JOIN party i ON i.id = t.issuer_id
ORDER BY t.first_on, d.key;
