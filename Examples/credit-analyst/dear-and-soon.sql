-- title: Dear and soon: what falls due within some years, and what it costs
-- definition: Counted debt tranches that bind on the day this is asked and fall due within the
--   years, by the last day their maturity can mean, with coupon or spread as the source gives it.
-- parameter: as_of date; years are counted from here; default today
-- parameter: years number(1..30); how far to look; default 2
-- column: due text; the day, month or year of maturity, as told
-- column: issuer text; who borrows
-- column: instrument text; what it is
-- column: owed USD; the least the tranche is, at the rate of its own day
-- column: coupon percent; a fixed rate
-- column: over_bps basis points; the spread of a floating one
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:years, 2) AS years
)
SELECT t.matures_text AS due, t.issuer, t.instrument, t.low_usd AS owed, t.coupon_pct AS coupon,
  CASE WHEN t.benchmark <> 'treasury' THEN t.spread_bps END AS over_bps
FROM tranches t CROSS JOIN parameter p
WHERE t.counted = 1 AND t.instrument <> 'equity'
  AND t.stage IN ('binding', 'funded', 'outstanding')
  AND t.matures_until BETWEEN p.as_of AND date(p.as_of, '+' || round(12 * p.years) || ' months')
ORDER BY t.matures_until, owed DESC;
