-- title: Headlines against money: what is announced, binding, funded and outstanding
-- definition: Per deal, its counted tranches at the day: the most that is announced (ceilings
--   count in full), the least that is binding, funded and outstanding, and funded over
--   announced. What is drawn in part counts by the draws on record; without any the funded
--   amount is unknown, not zero.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: kind text; only deals of this kind, as in the code list deal_kind; default all
-- column: deal_key text; key of the deal
-- column: deal text; its name
-- column: issuer text; who borrows
-- column: stage text; the deepest stage of its tranches
-- column: announced money; the most that is announced
-- column: binding money; the least that is binding
-- column: funded money; the least that is funded
-- column: outstanding money; the least that is outstanding
-- column: currency text; the currency of the amounts
-- column: funded_pct percent; funded over announced
-- column: days_since days; days since the deal's day
-- chart: bar deal announced funded
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, :kind AS kind,
    coalesce(:currency, 'USD') AS currency, coalesce(:fx, 'deal_date') AS fx
),
position AS NOT MATERIALIZED (
  SELECT x.deal_id, x.stage_rank, x.dated_on, x.low_minor, x.high_minor, x.funded_low_minor,
    x.outstanding_low_minor, x.is_contested,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE (SELECT fx FROM parameter) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.stage_rank >= 1
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
total AS MATERIALIZED (
  SELECT q.deal_id, MAX(q.stage_rank) AS stage_rank, MIN(q.dated_on) AS dated_on,
    SUM(CAST(round(coalesce(q.high_minor, q.low_minor) * q.factor) AS INTEGER)) AS announced_minor,
    SUM(CASE WHEN q.stage_rank >= 2 THEN CAST(round(q.low_minor * q.factor) AS INTEGER) ELSE 0 END)
      AS binding_minor,
    CASE WHEN SUM(q.stage_rank >= 3 AND q.funded_low_minor * q.factor IS NULL) = 0
      THEN SUM(CASE WHEN q.stage_rank >= 3
        THEN CAST(round(q.funded_low_minor * q.factor) AS INTEGER) ELSE 0 END) END AS funded_minor,
    CASE WHEN SUM(q.stage_rank >= 4 AND q.outstanding_low_minor * q.factor IS NULL) = 0
      THEN SUM(CASE WHEN q.stage_rank >= 4
        THEN CAST(round(q.outstanding_low_minor * q.factor) AS INTEGER) ELSE 0 END) END
      AS outstanding_minor,
    COUNT(q.low_minor * q.factor) AS rows_used, SUM(q.low_minor IS NULL) AS rows_without_amount,
    SUM(q.low_minor IS NOT NULL AND q.factor IS NULL) AS rows_unconverted,
    SUM(q.is_contested) AS rows_contradicted
  FROM converted q GROUP BY q.deal_id
)
SELECT d.key AS deal_key, d.name AS deal, i.name AS issuer,
  CASE t.stage_rank WHEN 1 THEN 'announced' WHEN 2 THEN 'binding' WHEN 3 THEN 'funded'
    ELSE 'outstanding' END AS stage,
  t.announced_minor * 1.0 / y.minor_per_unit AS announced, t.binding_minor * 1.0
    / y.minor_per_unit AS binding,
  t.funded_minor * 1.0 / y.minor_per_unit AS funded, t.outstanding_minor * 1.0
    / y.minor_per_unit AS outstanding, p.currency,
  round(100.0 * t.funded_minor / nullif(t.announced_minor, 0), 2) AS funded_pct,
  CAST(julianday(p.as_of) - julianday(t.dated_on) AS INTEGER) AS days_since,
  t.rows_used, t.rows_without_amount, t.rows_unconverted, t.rows_contradicted
FROM total t
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
JOIN deal d ON d.id = t.deal_id
JOIN party i ON i.id = d.issuer_id
WHERE p.kind IS NULL OR d.kind = p.kind
ORDER BY announced DESC NULLS LAST, deal_key;
