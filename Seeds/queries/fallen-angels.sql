-- title: Fallen angels and rising stars: issuers that crossed the line
-- definition: Parties whose composite of issuer ratings stood on one side of the line between
--   investment grade (notch 10 and better) and high yield on the first day and on the other on
--   the second. Composite: second best of the latest actual long-term issuer ratings of S&P,
--   Moody's, Fitch and DBRS that are not withdrawn. The debt affected is their counted debt that
--   is binding.
-- parameter: since date; the first day; default a year before the second
-- parameter: as_of date; the second day; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- column: issuer_key text; key of the party
-- column: issuer text; its name
-- column: crossed text; fallen_angel or rising_star
-- column: before text; grade of the composite on the first day, in S&P's symbols
-- column: after text; grade of the composite on the second day
-- column: tranches count; counted debt tranches affected
-- column: debt_low money; the least they add up to
-- column: currency text; the currency of the amount
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, :since AS since,
    coalesce(:currency, 'USD') AS currency, coalesce(:fx, 'deal_date') AS fx
),
day AS (
  SELECT 'before' AS side, coalesce(since, date(as_of, '-1 year')) AS on_day FROM parameter
  UNION ALL SELECT 'after', as_of FROM parameter
),
placed AS (
  SELECT d.side, r.party_id, r.notch,
    COUNT(*) OVER (PARTITION BY d.side, r.party_id) AS agencies,
    row_number() OVER (PARTITION BY d.side, r.party_id ORDER BY r.notch, r.agency) AS place
  FROM day d
  JOIN rating_spans r ON r.level = 'issuer' AND r.agency IN ('sp', 'moodys', 'fitch', 'dbrs')
    AND r.from_on <= d.on_day AND (r.before_on IS NULL OR d.on_day < r.before_on)
),
composite AS (
  SELECT party_id,
    MAX(CASE WHEN side = 'before' THEN notch END) AS before_notch,
    MAX(CASE WHEN side = 'after' THEN notch END) AS after_notch
  FROM placed WHERE agencies = 1 OR place = 2 GROUP BY party_id
),
crossed AS MATERIALIZED (
  SELECT * FROM composite WHERE (before_notch <= 10) <> (after_notch <= 10)
),
position AS NOT MATERIALIZED (
  SELECT x.issuer_id, x.low_minor, x.is_contested,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE (SELECT fx FROM parameter) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank >= 2
    AND x.issuer_id IN (SELECT party_id FROM crossed)
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
debt AS (
  SELECT q.issuer_id, COUNT(*) AS tranches,
    SUM(CAST(round(q.low_minor * q.factor) AS INTEGER)) AS low_minor,
    COUNT(q.low_minor * q.factor) AS rows_used,
    SUM(q.low_minor IS NULL) AS rows_without_amount,
    SUM(q.low_minor IS NOT NULL AND q.factor IS NULL) AS rows_unconverted,
    SUM(q.is_contested) AS rows_contradicted
  FROM converted q GROUP BY q.issuer_id
)
SELECT i.key AS issuer_key, i.name AS issuer,
  CASE WHEN c.after_notch > 10 THEN 'fallen_angel' ELSE 'rising_star' END AS crossed,
  (SELECT MIN(g.grade) FROM rating_grade g WHERE g.agency = 'sp' AND g.notch = c.before_notch)
    AS before,
  (SELECT MIN(g.grade) FROM rating_grade g WHERE g.agency = 'sp' AND g.notch = c.after_notch)
    AS after,
  coalesce(b.tranches, 0) AS tranches, b.low_minor * 1.0 / y.minor_per_unit AS debt_low,
  p.currency,
  coalesce(b.rows_used, 0) AS rows_used, coalesce(b.rows_without_amount, 0) AS rows_without_amount,
  coalesce(b.rows_unconverted, 0) AS rows_unconverted,
  coalesce(b.rows_contradicted, 0) AS rows_contradicted
FROM crossed c
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
JOIN party i ON i.id = c.party_id
LEFT JOIN debt b ON b.issuer_id = c.party_id
ORDER BY crossed, debt_low DESC, issuer_key;
