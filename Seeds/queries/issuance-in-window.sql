-- title: Issuance in a window: debt by deal, for borrowers and days of your own
-- definition: Counted tranches that have reached the stage and whose day lies in the window,
--   added up by deal: to rebuild a figure that someone has published for some borrowers and
--   months. The day is that of pricing, of settlement or the deal's own; where a tranche has none
--   of the kind asked for, the deal's own stands in and basis says so. A day that may lie outside
--   the window (autumn 2025) counts by its last possible day. Buckets follow the composite (second
--   best) rating on the pricing day. Amounts are in US dollars at the rate of each deal's own day,
--   low and high as sources allow.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: from_day date; the first day of the window; default 1 January 2025
-- parameter: until_day date; the last day of the window; default the day the stages are taken at
-- parameter: day_kind text; priced, settled or deal; default priced
-- parameter: issuers text; keys of borrowers, with blanks between; default all
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
-- column: low_usd USD; the least they add up to
-- column: high_usd USD; the most
-- chart: bar deal high_usd
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:from_day, '2025-01-01') AS from_day,
    :until_day AS until_day, coalesce(:day_kind, 'priced') AS day_kind, :issuers AS issuers,
    coalesce(:kind, 'bonds') AS kind, :issued_in AS issued_in, :bucket AS bucket,
    coalesce(:stage, 'binding') AS stage
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank, as_of, from_day, coalesce(until_day, as_of) AS until_day, day_kind, issuers,
    kind, issued_in, bucket
  FROM parameter
),
dated AS (
  SELECT x.tranche_id, x.deal_id, x.issuer_id, x.currency, x.low_usd_minor, x.high_usd_minor,
    x.low_minor, x.is_contested, x.is_rating_contested, x.instrument, x.is_debt,
    CASE WHEN x.composite_notch IS NULL THEN 'unrated' WHEN x.composite_notch <= 10
      THEN 'investment_grade' ELSE 'high_yield' END AS bucket,
    coalesce(CASE w.day_kind WHEN 'priced' THEN f.priced_until WHEN 'settled' THEN f.settled_until
      END, f.dated_until) AS on_day,
    CASE WHEN w.day_kind = 'priced' AND f.priced_until IS NOT NULL THEN 'priced'
      WHEN w.day_kind = 'settled' AND f.settled_until IS NOT NULL THEN 'settled'
      ELSE 'deal' END AS basis
  FROM wanted w
  CROSS JOIN positions x
  JOIN tranche_figure f ON f.tranche_id = x.tranche_id
  WHERE x.counted = 1 AND x.stage_rank >= w.stage_rank
    AND (x.from_on IS NULL OR x.from_on <= w.as_of)
    AND (x.before_on IS NULL OR w.as_of < x.before_on)
),
kept AS (
  SELECT d.* FROM dated d
  CROSS JOIN wanted w
  JOIN party i ON i.id = d.issuer_id
  WHERE d.on_day BETWEEN w.from_day AND w.until_day
    AND (w.issuers IS NULL OR instr(' ' || w.issuers || ' ', ' ' || i.key || ' ') > 0)
    AND (w.issued_in IS NULL OR d.currency = w.issued_in)
    AND (w.bucket IS NULL OR d.bucket = w.bucket)
    AND CASE w.kind WHEN 'debt' THEN d.is_debt = 1
      WHEN 'bonds' THEN d.instrument IN ('bond', 'convertible', 'private_placement')
      WHEN 'straight_bonds' THEN d.instrument IN ('bond', 'private_placement')
      WHEN 'securitisations' THEN d.instrument IN ('securitisation', 'asset_backed')
      ELSE d.is_debt = 1 AND d.instrument NOT IN
        ('bond', 'convertible', 'private_placement', 'securitisation', 'asset_backed') END
)
SELECT d.key AS deal_key, d.name AS deal, i.name AS issuer, MIN(k.on_day) AS first_on,
  MAX(k.on_day) AS last_on, MIN(k.basis) AS basis, COUNT(*) AS tranches,
  SUM(k.low_usd_minor) / 100.0 AS low_usd,
  SUM(coalesce(k.high_usd_minor, k.low_usd_minor)) / 100.0 AS high_usd,
  COUNT(k.low_usd_minor) AS rows_used, COUNT(*) - COUNT(k.low_minor) AS rows_without_amount,
  COUNT(k.low_minor) - COUNT(k.low_usd_minor) AS rows_unconverted,
  SUM(max(k.is_contested, k.is_rating_contested)) AS rows_contradicted
FROM kept k
JOIN deal d ON d.id = k.deal_id
JOIN party i ON i.id = k.issuer_id
GROUP BY d.id, i.id
ORDER BY first_on, d.key;
