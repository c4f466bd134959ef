-- title: Economic debt: what a sponsor owes once what is off the balance sheet is looked through
-- definition: By party that sponsors or rents, in three cases. Low: the debt it reports, else what
--   counted debt of its own is outstanding, plus the finance and operating leases on its balance
--   sheet. Base: plus leases signed and not commenced (undiscounted), plus debt of borrowers it
--   does not consolidate times the recourse factor (all of it where recourse is full, nothing
--   where there is none). High: plus all of that debt, and the guarantees it has given at their
--   caps. Debt of a borrower from which the party rents, where leases that have not commenced, or
--   for a lease that has, those on its balance sheet are in already, is counted once: it is left
--   out and told. Reported figures are the latest that
--   had ended by the day, each with its own day, in US dollars; other debt is announced, at the
--   rate of the deal's day. The ratio is economic over reported debt.
-- parameter: as_of date; the day asked about; default today
-- parameter: recourse_factor number(0..1); share of unconsolidated debt in the base case; default
--   0.5
-- column: rank count; place by the high case
-- column: party text; who sponsors, rents or guarantees
-- column: reported_debt USD; its debt as reported, else outstanding in this ledger
-- column: reported_is text; reported or ledger, or nothing where neither is known
-- column: reported_on date; the day of the reported debt
-- column: leases USD; finance and operating leases on the balance sheet
-- column: leases_not_commenced USD; signed, not commenced, undiscounted
-- column: leases_not_commenced_on date; the day of that figure
-- column: off_balance_low USD; debt it does not consolidate, the least that is announced
-- column: off_balance_high USD; the most
-- column: counted_in_leases USD; of it left out, since the rent is in the leases
-- column: guarantees USD; what its guarantees can come to
-- column: economic_low USD; the low case
-- column: economic_base USD; the base case
-- column: economic_high USD; the high case
-- column: ratio_low ratio; economic over reported debt, the low case
-- column: ratio_base ratio; the base case
-- column: ratio_high ratio; the high case
-- column: remark text; what is missing of it
-- chart: bar party economic_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of,
    CAST(coalesce(:recourse_factor, 0.5) AS REAL) AS factor
),
figure AS MATERIALIZED (
  SELECT subject_id, metric, period_end_on, coalesce(high_minor, low_minor) AS minor, is_contested,
    row_number() OVER (PARTITION BY subject_id, metric
      ORDER BY period_end_on DESC, told_on DESC, observation_id DESC) AS place
  FROM metric_figures CROSS JOIN parameter p
  WHERE kind = 'actual' AND currency = 'USD' AND subject_id IS NOT NULL
    AND metric IN ('debt', 'finance_lease_liability', 'operating_lease_liability',
      'lease_not_commenced')
    AND period_end_on <= p.as_of
),
reported AS (
  SELECT subject_id AS party_id,
    MAX(CASE metric WHEN 'debt' THEN minor END) AS debt,
    MAX(CASE metric WHEN 'debt' THEN period_end_on END) AS debt_on,
    SUM(CASE WHEN metric IN ('finance_lease_liability', 'operating_lease_liability')
      THEN minor END) AS leases,
    MAX(CASE metric WHEN 'lease_not_commenced' THEN minor END) AS not_commenced,
    MAX(CASE metric WHEN 'lease_not_commenced' THEN period_end_on END) AS not_commenced_on,
    SUM(is_contested) AS contested
  FROM figure WHERE place = 1 GROUP BY subject_id
),
position AS MATERIALIZED (
  SELECT x.deal_id, x.issuer_id, x.stage_rank, x.low_minor, x.low_usd_minor,
    coalesce(x.high_usd_minor, x.low_usd_minor) AS high_usd_minor, x.outstanding_low_usd_minor,
    x.is_unconverted, x.is_contested
  FROM positions x CROSS JOIN parameter p
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank >= 1
    AND (x.from_on IS NULL OR x.from_on <= p.as_of)
    AND (x.before_on IS NULL OR p.as_of < x.before_on)
),
own AS (
  SELECT issuer_id AS party_id, SUM(outstanding_low_usd_minor) AS minor FROM position
  WHERE stage_rank = 4 GROUP BY issuer_id
),
judged AS MATERIALIZED (
  SELECT d.id AS deal_id, d.recourse, coalesce(f.identity_id, q.party_id) AS party_id,
    CASE WHEN a.treatment IN ('finance_lease', 'operating_lease') THEN 1 ELSE 0 END AS is_leased
  FROM accounting_treatment a
  JOIN deal d ON d.id = a.deal_id
  JOIN participation q ON q.id = (SELECT s.id FROM participation s
    WHERE s.deal_id = d.id AND s.role IN ('sponsor', 'tenant')
    ORDER BY CASE s.role WHEN 'sponsor' THEN 1 ELSE 2 END, s.id LIMIT 1)
  LEFT JOIN party_figure f ON f.party_id = q.party_id
  WHERE a.party_id = q.party_id AND a.treatment IN ('not_consolidated', 'equity_method',
    'finance_lease', 'operating_lease', 'lease_not_commenced')
    AND a.id = (SELECT MIN(o.id) FROM accounting_treatment o
      WHERE o.deal_id = a.deal_id AND o.party_id = a.party_id)
),
rented AS (
  SELECT DISTINCT q.deal_id, coalesce(f.identity_id, q.party_id) AS party_id
  FROM participation q LEFT JOIN party_figure f ON f.party_id = q.party_id
  WHERE q.role = 'tenant' AND q.deal_id IN (SELECT deal_id FROM judged)
),
vehicle AS (
  SELECT j.party_id, x.low_minor, x.low_usd_minor, x.high_usd_minor, x.is_unconverted,
    x.is_contested,
    CASE coalesce(j.recourse, 'unknown') WHEN 'full' THEN 1.0 WHEN 'none' THEN 0.0
      ELSE p.factor END AS factor,
    CASE WHEN j.is_leased = 1 AND r.leases IS NOT NULL
        OR j.is_leased = 0 AND r.not_commenced IS NOT NULL AND t.deal_id IS NOT NULL
      THEN 1 ELSE 0 END AS is_rent
  FROM judged j JOIN position x ON x.deal_id = j.deal_id
  CROSS JOIN parameter p
  LEFT JOIN reported r ON r.party_id = j.party_id
  LEFT JOIN rented t ON t.deal_id = j.deal_id AND t.party_id = j.party_id
),
off_balance AS (
  SELECT party_id, SUM(low_usd_minor) AS low, SUM(high_usd_minor) AS high,
    SUM(CASE WHEN is_rent = 1 THEN high_usd_minor END) AS in_leases,
    SUM(CASE WHEN is_rent = 0 THEN CAST(round(high_usd_minor * factor) AS INTEGER) END) AS base,
    SUM(CASE WHEN is_rent = 0 THEN high_usd_minor END) AS apart,
    SUM(low_usd_minor IS NOT NULL) AS used, SUM(low_minor IS NULL) AS missing,
    SUM(is_unconverted) AS unconverted, SUM(is_contested) AS contested
  FROM vehicle GROUP BY party_id
),
guaranteed AS (
  SELECT f.from_id AS party_id, SUM(coalesce(f.high_usd_minor, f.low_usd_minor)) AS minor,
    SUM(f.low_usd_minor IS NOT NULL OR f.high_usd_minor IS NOT NULL) AS used,
    SUM(f.low_usd_minor IS NULL AND f.high_usd_minor IS NULL AND f.is_unconverted = 0) AS missing,
    SUM(f.is_unconverted) AS unconverted, SUM(f.is_contested) AS contested
  FROM leg_spans f CROSS JOIN parameter p
  WHERE f.counted = 1 AND f.stage_rank >= 1
    AND f.what = 'guarantee'
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
  GROUP BY f.from_id
),
party_of AS (
  SELECT party_id FROM reported UNION SELECT party_id FROM off_balance
  UNION SELECT party_id FROM guaranteed
),
added AS (
  SELECT o.party_id, coalesce(r.debt, w.minor) AS debt,
    CASE WHEN r.debt IS NOT NULL THEN 'reported' WHEN w.minor IS NOT NULL THEN 'ledger' END
      AS debt_is,
    r.debt_on, r.leases, r.not_commenced, r.not_commenced_on, v.low, v.high, v.in_leases, v.base,
    v.apart, g.minor AS guaranteed,
    coalesce(v.used, 0) + coalesce(g.used, 0) AS used,
    coalesce(v.missing, 0) + coalesce(g.missing, 0) AS missing,
    coalesce(v.unconverted, 0) + coalesce(g.unconverted, 0) AS unconverted,
    coalesce(v.contested, 0) + coalesce(g.contested, 0) + coalesce(r.contested, 0) AS contested
  FROM party_of o
  LEFT JOIN reported r ON r.party_id = o.party_id
  LEFT JOIN own w ON w.party_id = o.party_id
  LEFT JOIN off_balance v ON v.party_id = o.party_id
  LEFT JOIN guaranteed g ON g.party_id = o.party_id
),
summed AS (
  SELECT a.*, coalesce(debt, 0) + coalesce(leases, 0) AS low_case,
    coalesce(debt, 0) + coalesce(leases, 0) + coalesce(not_commenced, 0) + coalesce(base, 0)
      AS base_case,
    coalesce(debt, 0) + coalesce(leases, 0) + coalesce(not_commenced, 0) + coalesce(apart, 0)
      + coalesce(guaranteed, 0) AS high_case
  FROM added a
)
SELECT row_number() OVER (ORDER BY s.high_case DESC, i.name) AS rank, i.name AS party,
  s.debt / 100.0 AS reported_debt, s.debt_is AS reported_is, s.debt_on AS reported_on,
  s.leases / 100.0 AS leases, s.not_commenced / 100.0 AS leases_not_commenced,
  s.not_commenced_on AS leases_not_commenced_on, s.low / 100.0 AS off_balance_low,
  s.high / 100.0 AS off_balance_high, s.in_leases / 100.0 AS counted_in_leases,
  s.guaranteed / 100.0 AS guarantees, s.low_case / 100.0 AS economic_low,
  s.base_case / 100.0 AS economic_base, s.high_case / 100.0 AS economic_high,
  round(s.low_case * 1.0 / nullif(s.debt, 0), 4) AS ratio_low,
  round(s.base_case * 1.0 / nullif(s.debt, 0), 4) AS ratio_base,
  round(s.high_case * 1.0 / nullif(s.debt, 0), 4) AS ratio_high,
  CASE WHEN s.debt IS NULL THEN 'no debt of its own on record'
    WHEN s.debt_is = 'ledger' THEN 'own debt is what this ledger has of it' END AS remark,
  s.used AS rows_used, s.missing AS rows_without_amount, s.unconverted AS rows_unconverted,
  s.contested AS rows_contradicted
FROM summed s JOIN party i ON i.id = s.party_id
WHERE s.high_case > 0 OR s.missing > 0 OR s.unconverted > 0
ORDER BY s.high_case DESC, i.name;
