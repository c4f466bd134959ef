-- title: How capital expenditure was paid for
-- definition: By company and period for which it reported its capital expenditure, as far as the
--   day: beside it, for the same period and no other, the operating cash flow it reported; the
--   counted debt it took up itself, and the equity it raised, by deals that are funded and whose
--   day lies in the period; the debt of borrowers it does not consolidate, which it sponsors or
--   rents from; and how much the leases it has signed and not commenced rose from the last figure
--   before the period to the last within it. Outside money is what was taken up over the
--   expenditure; the residual is what remains after operating cash flow and outside money, and is
--   unknown without the cash flow. The yearly pace takes twelve over the months, so that quarters
--   stand beside years only where they are marked. Debt raised need not have been spent. Amounts
--   are in US dollars, deals at the rate of their day.
-- parameter: as_of date; only what was reported by then, or has no day; default today
-- parameter: party party; key or name of one company; default all
-- column: company text; who spends
-- column: period text; first and last day
-- column: months months; its length
-- column: capex USD; capital expenditure of the period
-- column: capex_yearly USD; at a yearly pace
-- column: pace text; full year, or so many months times twelve
-- column: operating_cash_flow USD; of the same period; empty where not on record
-- column: debt_low USD; debt taken up, the least
-- column: debt_high USD; the most
-- column: equity_low USD; equity raised, the least
-- column: vehicle_debt_low USD; debt of borrowers it does not consolidate, the least
-- column: vehicle_debt_high USD; the most
-- column: leases_added USD; rise of leases signed and not commenced
-- column: outside_pct percent; debt, equity and vehicles' debt, the least, over the expenditure
-- column: residual USD; expenditure less cash flow and own debt and equity, the least
-- column: remark text; what is missing
-- chart: bar company+period capex_yearly capex
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, :party AS party
),
figure AS MATERIALIZED (
  SELECT c.*, row_number() OVER (PARTITION BY subject_id, metric, period_start_on, period_end_on
    ORDER BY told_on DESC, observation_id DESC) AS place
  FROM metric_figures c CROSS JOIN parameter p
  WHERE c.kind = 'actual' AND c.currency = 'USD' AND c.subject_id IS NOT NULL
    AND c.metric IN ('capital_expenditure', 'operating_cash_flow', 'lease_not_commenced')
    AND (c.told_on IS NULL OR c.told_on <= p.as_of)
    AND (p.party IS NULL OR c.subject_id IN (SELECT r.rolled_id FROM party_rollups r
      WHERE r.party_key = p.party AND r.rollup = 'entity'))
),
spent AS MATERIALIZED (
  SELECT subject_id, subject, period_start_on, period_end_on, period_months, low_minor, is_contested
  FROM figure WHERE place = 1 AND metric = 'capital_expenditure' AND period_months IS NOT NULL
),
funded AS MATERIALIZED (
  SELECT x.issuer_id, x.deal_id, x.is_debt, x.instrument, x.low_minor,
    x.funded_low_usd_minor AS low, coalesce(x.funded_high_usd_minor, x.funded_low_usd_minor)
      AS high, x.is_unconverted, x.is_contested, x.dated_on, x.dated_until
  FROM positions x CROSS JOIN parameter p
  WHERE x.counted = 1 AND x.stage_rank >= 3 AND (x.is_debt = 1 OR x.instrument = 'equity')
    AND (x.from_on IS NULL OR x.from_on <= p.as_of)
    AND (x.before_on IS NULL OR p.as_of < x.before_on)
    AND x.dated_on IS NOT NULL
),
vehicle AS MATERIALIZED (
  SELECT a.deal_id, coalesce(f.identity_id, a.party_id) AS party_id
  FROM accounting_treatment a LEFT JOIN party_figure f ON f.party_id = a.party_id
  JOIN deal d ON d.id = a.deal_id
  WHERE a.treatment IN ('not_consolidated', 'equity_method', 'finance_lease', 'operating_lease',
      'lease_not_commenced')
    AND a.party_id <> d.issuer_id
    AND a.id = (SELECT MIN(o.id) FROM accounting_treatment o
      WHERE o.deal_id = a.deal_id AND o.party_id = a.party_id)
),
taken AS (
  SELECT s.subject_id, s.period_start_on, s.period_end_on, 'own' AS whose, x.*
  FROM spent s JOIN funded x ON x.issuer_id = s.subject_id
    AND x.dated_on >= s.period_start_on AND x.dated_until <= s.period_end_on
  UNION ALL
  SELECT s.subject_id, s.period_start_on, s.period_end_on, 'vehicle', x.*
  FROM spent s JOIN vehicle v ON v.party_id = s.subject_id
  JOIN funded x ON x.deal_id = v.deal_id AND x.is_debt = 1
    AND x.dated_on >= s.period_start_on AND x.dated_until <= s.period_end_on
),
summed AS (
  SELECT subject_id, period_start_on, period_end_on,
    SUM(CASE WHEN whose = 'own' AND is_debt = 1 THEN low END) AS debt_low,
    SUM(CASE WHEN whose = 'own' AND is_debt = 1 THEN high END) AS debt_high,
    SUM(CASE WHEN whose = 'own' AND is_debt = 0 THEN low END) AS equity_low,
    SUM(CASE WHEN whose = 'vehicle' THEN low END) AS vehicle_low,
    SUM(CASE WHEN whose = 'vehicle' THEN high END) AS vehicle_high, COUNT(low) AS used,
    SUM(low_minor IS NULL OR low IS NULL AND is_unconverted = 0) AS missing,
    SUM(is_unconverted) AS unconverted, SUM(is_contested) AS contested
  FROM taken GROUP BY subject_id, period_start_on, period_end_on
),
mixed AS (
  SELECT s.*, t.debt_low, t.debt_high, t.equity_low, t.vehicle_low, t.vehicle_high,
    o.low_minor AS cash_flow, coalesce(t.used, 0) AS used, coalesce(t.missing, 0) AS missing,
    coalesce(t.unconverted, 0) AS unconverted, coalesce(t.contested, 0) + s.is_contested
      AS contested,
    (SELECT l.low_minor FROM figure l WHERE l.place = 1 AND l.metric = 'lease_not_commenced'
      AND l.subject_id = s.subject_id AND l.period_end_on BETWEEN s.period_start_on
        AND s.period_end_on ORDER BY l.period_end_on DESC LIMIT 1)
    - (SELECT l.low_minor FROM figure l WHERE l.place = 1 AND l.metric = 'lease_not_commenced'
      AND l.subject_id = s.subject_id AND l.period_end_on < s.period_start_on
      ORDER BY l.period_end_on DESC LIMIT 1) AS leases
  FROM spent s
  LEFT JOIN summed t ON t.subject_id = s.subject_id AND t.period_start_on = s.period_start_on
    AND t.period_end_on = s.period_end_on
  LEFT JOIN figure o ON o.place = 1 AND o.metric = 'operating_cash_flow'
    AND o.subject_id = s.subject_id AND o.period_start_on = s.period_start_on
    AND o.period_end_on = s.period_end_on
)
SELECT subject AS company, period_start_on || ' to ' || period_end_on AS period,
  period_months AS months, low_minor / 100.0 AS capex,
  round(low_minor * 12.0 / period_months / 100.0, 2) AS capex_yearly,
  CASE period_months WHEN 12 THEN 'full year' ELSE period_months || ' months times '
    || rtrim(rtrim(CAST(round(12.0 / period_months, 4) AS TEXT), '0'), '.') END AS pace,
  cash_flow / 100.0 AS operating_cash_flow, coalesce(debt_low, 0) / 100.0 AS debt_low,
  coalesce(debt_high, 0) / 100.0 AS debt_high, coalesce(equity_low, 0) / 100.0 AS equity_low,
  coalesce(vehicle_low, 0) / 100.0 AS vehicle_debt_low,
  coalesce(vehicle_high, 0) / 100.0 AS vehicle_debt_high, leases / 100.0 AS leases_added,
  round(100.0 * (coalesce(debt_low, 0) + coalesce(equity_low, 0) + coalesce(vehicle_low, 0))
    / nullif(low_minor, 0), 4) AS outside_pct,
  (low_minor - cash_flow - coalesce(debt_low, 0) - coalesce(equity_low, 0)) / 100.0 AS residual,
  CASE WHEN cash_flow IS NULL THEN 'no operating cash flow of the period on record' END AS remark,
  used AS rows_used, missing AS rows_without_amount, unconverted AS rows_unconverted,
  contested AS rows_contradicted
FROM mixed
ORDER BY company, months DESC, period;
