-- title: Debt kept off the balance sheet
-- definition: Counted debt tranches whose deal's sponsor, else tenant, does not consolidate the
--   borrower (treatment not consolidated, equity method, or a lease, of which its own balance
--   sheet has the rent at most), under that party, with how far it can be held to account as a
--   column and no filter. Where nobody says how it is treated the row says unknown. Deals without
--   sponsor and tenant are outside the universe. The greatest exposure to loss is what filings
--   state of it.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate
--   or the last one before it, none older than seven days, converts every amount; default
--   deal_date
-- column: party text; sponsor, else tenant
-- column: treatment text; a code of the list accounting_treatment, such as not_consolidated
-- column: recourse text; how far the party can be held to account, as in the code list recourse
-- column: deals count; deals
-- column: announced_low money; the least that is announced
-- column: announced_high money; the most
-- column: binding_low money; the least that is binding
-- column: funded_low money; the least that is funded
-- column: exposure_usd USD; the greatest exposure to loss that is stated
-- column: currency text; the currency of the amounts
-- chart: bar party+treatment+recourse announced_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx
),
position AS NOT MATERIALIZED (
  SELECT x.deal_id, x.stage_rank,
    x.is_undated, x.is_contested, x.currency, (SELECT currency FROM parameter) AS target,
    x.low_minor AS own_low_minor,
    x.high_minor AS own_high_minor,
    x.low_usd_minor AS usd_low_minor,
    x.high_usd_minor AS usd_high_minor,
    CASE WHEN x.is_partly_drawn = 0 THEN 1.0 WHEN x.low_minor > 0
      THEN x.funded_low_minor * 1.0 / x.low_minor END AS funded_part,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
    AND x.stage_rank >= 1
),
rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM position) q CROSS JOIN parameter p
),
valued AS MATERIALIZED (
  SELECT q.deal_id, q.stage_rank, q.funded_part,
    q.is_contested, q.is_undated, own_low_minor,
    CASE WHEN q.currency = target THEN own_low_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_low_minor
      ELSE CAST(round(own_low_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on = q.rate_on))
        AS INTEGER) END AS low_minor,
    CASE WHEN q.currency = target THEN own_high_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_high_minor
      ELSE CAST(round(own_high_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on = q.rate_on))
        AS INTEGER) END AS high_minor
  FROM position q
),
judged AS (
  SELECT d.id AS deal_id, d.recourse, q.party_id,
    coalesce((SELECT a.treatment FROM accounting_treatment a
      WHERE a.deal_id = d.id AND a.party_id = q.party_id ORDER BY a.id LIMIT 1), 'unknown')
      AS treatment,
    (SELECT MAX(coalesce(a.amount_minor, a.amount_high_minor)) FROM accounting_treatment a
      WHERE a.deal_id = d.id AND a.party_id = q.party_id AND a.currency = 'USD') AS exposure_minor
  FROM deal d
  JOIN participation q ON q.id = (SELECT s.id FROM participation s
    WHERE s.deal_id = d.id AND s.role IN ('sponsor', 'tenant')
    ORDER BY CASE s.role WHEN 'sponsor' THEN 1 ELSE 2 END, s.id LIMIT 1)
),
total AS (
  SELECT r.rolled AS party, j.treatment, coalesce(j.recourse, 'unknown') AS recourse,
    COUNT(DISTINCT v.deal_id) AS deals,
    SUM(low_minor) AS low_minor, SUM(coalesce(high_minor, low_minor)) AS high_minor,
    SUM(CASE WHEN v.stage_rank >= 2 THEN low_minor END) AS binding_minor,
    SUM(CASE WHEN v.stage_rank >= 3 THEN CAST(round(low_minor * v.funded_part) AS INTEGER) END)
      AS funded_minor,
    MAX(j.exposure_minor) AS exposure_minor,
    COUNT(low_minor) AS rows_used,
    COUNT(*) - COUNT(own_low_minor) AS rows_without_amount,
    COUNT(own_low_minor) - COUNT(low_minor) AS rows_unconverted,
    SUM(is_contested) AS rows_contradicted
  FROM valued v
  JOIN judged j ON j.deal_id = v.deal_id AND j.treatment <> 'consolidated'
  JOIN party_rollups r ON r.party_id = j.party_id AND r.rollup = 'entity'
  GROUP BY r.rolled, j.treatment, coalesce(j.recourse, 'unknown')
)
SELECT s.party, s.treatment, s.recourse, s.deals,
  s.low_minor * 1.0 / y.minor_per_unit AS announced_low,
  s.high_minor * 1.0 / y.minor_per_unit AS announced_high,
  coalesce(s.binding_minor, 0) * 1.0 / y.minor_per_unit AS binding_low,
  coalesce(s.funded_minor, 0) * 1.0 / y.minor_per_unit AS funded_low,
  s.exposure_minor / 100.0 AS exposure_usd, p.currency, s.rows_used, s.rows_without_amount,
  s.rows_unconverted, s.rows_contradicted
FROM total s
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
ORDER BY CASE s.treatment WHEN 'unknown' THEN 2 ELSE 1 END, s.high_minor DESC NULLS LAST, s.party,
  s.recourse;
