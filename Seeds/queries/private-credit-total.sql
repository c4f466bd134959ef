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
-- parameter: currency currency; the currency of the amounts, at the rate of each deal's own day;
--   default USD
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
-- chart: bar is_private announced_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency
),
position AS (
  SELECT x.*, p.currency AS target,
    CASE WHEN p.currency = x.currency THEN NULL WHEN p.currency = 'USD' THEN 1.0
      WHEN substr(x.dated_on, 1, 7) = substr(x.dated_until, 1, 7) THEN (
        SELECT CASE p.currency WHEN 'EUR' THEN 1.0 ELSE r.units_per_euro END / u.units_per_euro
          * y.minor_per_unit / 100.0
        FROM fx_rate u
        LEFT JOIN fx_rate r ON r.currency = p.currency AND r.published_on = u.published_on
        JOIN currency y ON y.code = p.currency
        WHERE u.currency = 'USD' AND u.published_on <= x.dated_until
          AND u.published_on >= date(x.dated_until, '-7 days')
        ORDER BY u.published_on DESC LIMIT 1) END AS target_per_cent
  FROM parameter p
  JOIN positions x ON x.counted = 1 AND (x.is_debt = 1 OR x.instrument = 'unknown')
    AND (x.from_on IS NULL OR x.from_on <= p.as_of)
    AND (x.before_on IS NULL OR p.as_of < x.before_on)
    AND x.stage_rank >= 1
),
valued AS (
  SELECT is_contested, is_undated, stage_rank, is_debt, private_by_lender, market, private_label,
    CASE WHEN target = currency THEN low_minor
      ELSE CAST(round(low_usd_minor * target_per_cent) AS INTEGER) END AS low_minor,
    CASE WHEN target = currency THEN high_minor
      ELSE CAST(round(high_usd_minor * target_per_cent) AS INTEGER) END AS high_minor,
    CASE WHEN target = currency THEN funded_low_minor
      ELSE CAST(round(funded_low_usd_minor * target_per_cent) AS INTEGER) END AS funded_low_minor,
    CASE WHEN target = currency THEN funded_high_minor
      ELSE CAST(round(funded_high_usd_minor * target_per_cent) AS INTEGER) END
      AS funded_high_minor,
    CASE WHEN low_minor IS NULL THEN 1 ELSE 0 END AS is_without_amount
  FROM position
),
answered AS (
  SELECT 1 AS place, 'by_lender' AS definition,
    CASE is_debt WHEN 1 THEN private_by_lender ELSE 'undivided' END AS is_private, v.* FROM valued v
  UNION ALL
  SELECT 2, 'by_market', CASE WHEN is_debt = 0 THEN 'undivided' WHEN market = 'private_credit'
      THEN 'yes' WHEN market IN ('bank_syndicated', 'sec_registered', 'rule_144a') THEN 'no'
      ELSE 'unknown' END, v.* FROM valued v
  UNION ALL
  SELECT 3, 'as_labelled', CASE WHEN is_debt = 0 THEN 'undivided'
      WHEN private_label IS NOT NULL THEN private_label
      WHEN market = 'private_credit' THEN 'yes' ELSE 'unknown' END, v.* FROM valued v
)
SELECT a.definition, a.is_private, COUNT(*) AS tranches,
  SUM(a.low_minor) * 1.0 / y.minor_per_unit AS announced_low,
  SUM(coalesce(a.high_minor, a.low_minor)) * 1.0 / y.minor_per_unit AS announced_high,
  coalesce(SUM(CASE WHEN a.stage_rank >= 2 THEN a.low_minor END), 0) * 1.0
    / y.minor_per_unit AS binding_low,
  coalesce(SUM(CASE WHEN a.stage_rank >= 2 THEN coalesce(a.high_minor, a.low_minor) END), 0)
    * 1.0 / y.minor_per_unit AS binding_high,
  coalesce(SUM(CASE WHEN a.stage_rank >= 3 THEN a.funded_low_minor END), 0) * 1.0
    / y.minor_per_unit AS funded_low,
  coalesce(SUM(CASE WHEN a.stage_rank >= 3
    THEN coalesce(a.funded_high_minor, a.funded_low_minor) END), 0) * 1.0
    / y.minor_per_unit AS funded_high,
  COUNT(CASE WHEN a.stage_rank >= 3 AND a.funded_low_minor IS NULL THEN 1 END)
    AS funded_without_amount,
  p.currency, SUM(a.is_undated) AS undated,
  CASE a.place WHEN 1 THEN COUNT(a.low_minor) ELSE 0 END AS rows_used,
  CASE a.place WHEN 1 THEN SUM(a.is_without_amount) ELSE 0 END AS rows_without_amount,
  CASE a.place WHEN 1
    THEN COUNT(CASE WHEN a.is_without_amount = 0 AND a.low_minor IS NULL THEN 1 END)
    ELSE 0 END AS rows_unconverted,
  CASE a.place WHEN 1 THEN SUM(a.is_contested) ELSE 0 END AS rows_contradicted
FROM answered a
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
GROUP BY a.place, a.definition, a.is_private
ORDER BY a.place,
  CASE a.is_private WHEN 'yes' THEN 1 WHEN 'no' THEN 2 WHEN 'unknown' THEN 3 ELSE 4 END;
