-- Minor units of one currency for a minor unit of another on each day the European Central Bank
-- published both, through the euro. For a day without a rate take the last one before it, none
-- older than seven days. Currencies without any rate are left out first: most of them have none.
CREATE VIEW exchange_rates AS
SELECT x.code AS from_currency, y.code AS to_currency, u.published_on,
  CASE y.code WHEN 'EUR' THEN 1.0 ELSE (SELECT r.units_per_euro FROM fx_rate r
    WHERE r.currency = y.code AND r.published_on = u.published_on) END
  * 1.0 / CASE x.code WHEN 'EUR' THEN 1.0 ELSE (SELECT r.units_per_euro FROM fx_rate r
    WHERE r.currency = x.code AND r.published_on = u.published_on) END
  * y.minor_per_unit * 1.0 / x.minor_per_unit AS minor_per_minor
FROM currency x
CROSS JOIN currency y
CROSS JOIN fx_rate u
WHERE u.currency = 'USD'
  AND (x.code = 'EUR' OR EXISTS (SELECT 1 FROM fx_rate r WHERE r.currency = x.code))
  AND (y.code = 'EUR' OR EXISTS (SELECT 1 FROM fx_rate r WHERE r.currency = y.code))
  AND (x.code = 'EUR' OR EXISTS (SELECT 1 FROM fx_rate r
    WHERE r.currency = x.code AND r.published_on = u.published_on))
  AND (y.code = 'EUR' OR EXISTS (SELECT 1 FROM fx_rate r
    WHERE r.currency = y.code AND r.published_on = u.published_on));
