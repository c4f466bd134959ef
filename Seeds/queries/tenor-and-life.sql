-- title: Tenor and life: how long money is lent, and how long what secures it lasts
-- definition: Counted debt tranches that have reached the stage on the day. Weighted average life
--   is the sum of each remaining payment of principal times the years until it, over the principal;
--   weighted average maturity takes the final maturity for all of it. Years are days over 365.25,
--   from the day asked about to the first and to the last day a payment can fall on. Payments on
--   record count as such; without any a tranche is paid back at maturity, unless it is known to be
--   paid in instalments, when it has a maturity and no life. No option to extend and no early
--   payment is taken. The life of an asset is what a source gives, else for chips the years asked
--   for, from the day of service, else from the day asked about. A positive mismatch is debt that
--   outlives what secures it. Weights are in one currency.
-- parameter: as_of date; the day asked about; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default outstanding
-- parameter: level choice(issuer|deal|tranche); what a row is; default issuer
-- parameter: chip_life_years number(1..30); life of chips nobody gives one for; default 4
-- column: record text; the issuer, deal or tranche
-- column: tranches count; its tranches
-- column: principal_low money; the least they add up to
-- column: principal_high money; the most
-- column: currency text; the currency of the amounts
-- column: life_low_years years; weighted average life, to the first day of each payment
-- column: life_high_years years; to the last day
-- column: maturity_years years; weighted average maturity, to the last day
-- column: last_on date; the last maturity
-- column: instalments count; tranches in instalments without a schedule, outside the life
-- column: no_date count; tranches without a maturity, outside both
-- column: asset_life_years years; the shortest remaining life of an asset pledged for it
-- column: asset_life_is text; stated, assumed, or nothing where no asset has a life
-- column: mismatch_years years; the longer life, else the maturity, less the asset's
-- chart: bar record life_high_years
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'outstanding') AS stage,
    coalesce(:level, 'issuer') AS level, CAST(coalesce(:chip_life_years, 4) AS REAL) AS chip_life,
    coalesce(:currency, 'USD') AS currency, coalesce(:fx, 'deal_date') AS fx
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.tranche_id, x.deal_id, x.issuer_id, x.is_contested, x.low_minor AS size_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_minor
      WHEN 3 THEN x.funded_low_minor ELSE x.low_minor END AS own_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_minor
      WHEN 3 THEN x.funded_high_minor ELSE x.high_minor END AS own_high_minor,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank >= (SELECT stage_rank FROM wanted)
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
converted AS NOT MATERIALIZED (
  SELECT q.*, CASE WHEN (SELECT currency = 'USD' AND fx = 'deal_date' FROM parameter)
      THEN q.cents_per_minor ELSE (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on IS q.rate_on) END AS factor
  FROM position q
),
sized AS MATERIALIZED (
  SELECT q.*, t.matures_on, t.matures_until,
    CASE WHEN t.amortisation IN ('amortising', 'interest_only_then_amortising') THEN 1 ELSE 0 END
      AS is_amortising,
    CAST(round(q.own_low_minor * q.factor) AS INTEGER) AS low_minor,
    CAST(round(q.own_high_minor * q.factor) AS INTEGER) AS high_minor
  FROM converted q JOIN tranche t ON t.id = q.tranche_id
),
due AS MATERIALIZED (
  SELECT d.tranche_id, d.due_on, d.due_until, d.basis,
    CAST(round(coalesce(d.low_minor, q.size_minor * d.share_pct / 100.0) * q.factor)
      AS INTEGER) AS low_minor
  FROM dues d JOIN sized q ON q.tranche_id = d.tranche_id CROSS JOIN parameter p
  WHERE (d.known_on IS NULL OR d.known_on <= p.as_of) AND d.due_until > p.as_of
),
taken AS MATERIALIZED (
  SELECT d.tranche_id, SUM(d.low_minor) AS low_minor,
    SUM(d.low_minor * max(0, julianday(d.due_on) - julianday(p.as_of))) AS first_days,
    SUM(d.low_minor * (julianday(d.due_until) - julianday(p.as_of))) AS last_days,
    MAX(CASE WHEN d.basis IN ('contractual', 'projected') THEN 1 ELSE 0 END) AS has_schedule
  FROM due d CROSS JOIN parameter p GROUP BY d.tranche_id
),
lasting AS (
  SELECT q.*, coalesce(k.has_schedule, 0) AS has_schedule,
    CASE WHEN q.is_amortising = 1 AND coalesce(k.has_schedule, 0) = 0 THEN 1 ELSE 0 END
      AS in_instalments,
    CASE WHEN q.matures_on IS NULL AND k.tranche_id IS NULL THEN 1 ELSE 0 END AS no_date,
    max(0, q.low_minor - coalesce(k.low_minor, 0)) AS rest_minor,
    coalesce(k.first_days, 0) AS first_days, coalesce(k.last_days, 0) AS last_days,
    max(0, julianday(q.matures_on) - julianday(p.as_of)) AS rest_first,
    max(0, julianday(q.matures_until) - julianday(p.as_of)) AS rest_last
  FROM sized q CROSS JOIN parameter p LEFT JOIN taken k ON k.tranche_id = q.tranche_id
),
asset_life AS MATERIALIZED (
  SELECT g.deal_id, g.tranche_id,
    MIN(coalesce(a.useful_life_years, p.chip_life)
      - max(0.0, coalesce((julianday(p.as_of) - julianday(a.in_service_until)) / 365.25, 0.0)))
      AS years,
    MIN(CASE WHEN a.useful_life_years IS NULL THEN 0 ELSE 1 END) AS is_stated
  FROM pledge g
  JOIN asset a ON a.id = g.asset_id AND (a.useful_life_years IS NOT NULL OR a.kind = 'gpu_pool')
  CROSS JOIN parameter p
  WHERE (g.from_on IS NULL OR g.from_on <= p.as_of)
    AND (g.released_until IS NULL OR p.as_of < g.released_until)
  GROUP BY g.deal_id, g.tranche_id
),
-- What secures each tranche, itself or as part of its deal: what lasts the shortest first.
securing AS MATERIALIZED (
  SELECT t.id AS tranche_id, a.years, a.is_stated,
    ROW_NUMBER() OVER (PARTITION BY t.id ORDER BY a.years, a.is_stated) AS place
  FROM asset_life a CROSS JOIN tranche t
  WHERE t.deal_id = a.deal_id OR t.id = a.tranche_id
),
secured AS (
  SELECT q.*, CASE p.level WHEN 'tranche' THEN q.tranche_id WHEN 'deal' THEN q.deal_id
      ELSE q.issuer_id END AS record_id, s.years AS asset_years, s.is_stated
  FROM lasting q CROSS JOIN parameter p
  LEFT JOIN securing s ON s.tranche_id = q.tranche_id AND s.place = 1
),
total AS (
  SELECT record_id, COUNT(*) AS tranches, SUM(low_minor) AS low_minor,
    SUM(coalesce(high_minor, low_minor)) AS high_minor,
    SUM(CASE WHEN in_instalments = 0 AND no_date = 0
      THEN first_days + rest_minor * rest_first END)
      / nullif(SUM(CASE WHEN in_instalments = 0 AND no_date = 0 AND low_minor > 0
        THEN low_minor END), 0) / 365.25 AS life_low,
    SUM(CASE WHEN in_instalments = 0 AND no_date = 0 THEN last_days + rest_minor * rest_last END)
      / nullif(SUM(CASE WHEN in_instalments = 0 AND no_date = 0 AND low_minor > 0
        THEN low_minor END), 0) / 365.25 AS life_high,
    SUM(low_minor * rest_last)
      / nullif(SUM(CASE WHEN matures_on IS NOT NULL AND low_minor > 0 THEN low_minor END), 0)
      / 365.25 AS maturity,
    MAX(matures_until) AS last_on, SUM(in_instalments) AS instalments, SUM(no_date) AS no_date,
    MIN(asset_years) AS asset_years, MIN(is_stated) AS is_stated,
    COUNT(low_minor) AS rows_used, SUM(own_low_minor IS NULL) AS rows_without_amount,
    SUM(own_low_minor IS NOT NULL AND low_minor IS NULL) AS rows_unconverted,
    SUM(is_contested) AS rows_contradicted
  FROM secured GROUP BY record_id
),
named AS (
  SELECT t.*, CASE p.level WHEN 'tranche' THEN (SELECT x.key FROM tranche x WHERE x.id = record_id)
      WHEN 'deal' THEN (SELECT d.key FROM deal d WHERE d.id = record_id)
      ELSE (SELECT i.key FROM party i WHERE i.id = record_id) END AS record_key,
    CASE p.level WHEN 'tranche' THEN (SELECT x.name FROM tranche x WHERE x.id = record_id)
      WHEN 'deal' THEN (SELECT d.name FROM deal d WHERE d.id = record_id)
      ELSE (SELECT i.name FROM party i WHERE i.id = record_id) END AS record
  FROM total t CROSS JOIN parameter p
)
SELECT record, tranches, low_minor * 1.0 / y.minor_per_unit AS principal_low,
  high_minor * 1.0 / y.minor_per_unit AS principal_high, p.currency,
  round(life_low, 4) AS life_low_years, round(life_high, 4) AS life_high_years,
  round(maturity, 4) AS maturity_years, last_on, instalments, no_date,
  round(asset_years, 4) AS asset_life_years,
  CASE is_stated WHEN 1 THEN 'stated' WHEN 0 THEN 'assumed' END AS asset_life_is,
  round(coalesce(life_high, maturity) - asset_years, 4) AS mismatch_years, rows_used,
  rows_without_amount, rows_unconverted, rows_contradicted
FROM named
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
ORDER BY low_minor DESC NULLS LAST, record, record_key;
