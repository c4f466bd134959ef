-- title: Fallen angels and rising stars: issuers that crossed the line
-- definition: Parties whose composite of issuer ratings stood on one side of the line between
--   investment grade (notch 10 and better) and high yield on the first day and on the other on
--   the second. Composite: second best of the latest actual long-term issuer ratings of S&P,
--   Moody's, Fitch and DBRS that are not withdrawn. The debt affected is their counted debt that
--   is binding.
-- parameter: since date; the first day; default a year before the second
-- parameter: as_of date; the second day; default today
-- column: issuer_key text; key of the party
-- column: issuer text; its name
-- column: crossed text; fallen_angel or rising_star
-- column: before text; grade of the composite on the first day, in S&P's symbols
-- column: after text; grade of the composite on the second day
-- column: tranches count; counted debt tranches affected
-- column: debt_usd USD; the least they add up to
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, :since AS since
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
debt AS (
  SELECT x.issuer_id, COUNT(*) AS tranches, SUM(x.low_usd_minor) AS low_usd_minor,
    COUNT(x.low_usd_minor) AS rows_used,
    COUNT(CASE WHEN x.low_minor IS NULL THEN 1 END) AS rows_without_amount,
    SUM(x.is_unconverted) AS rows_unconverted, SUM(x.is_contested) AS rows_contradicted
  FROM positions x CROSS JOIN parameter p
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank >= 2
    AND (x.from_on IS NULL OR x.from_on <= p.as_of)
    AND (x.before_on IS NULL OR p.as_of < x.before_on)
  GROUP BY x.issuer_id
)
SELECT i.key AS issuer_key, i.name AS issuer,
  CASE WHEN c.after_notch > 10 THEN 'fallen_angel' ELSE 'rising_star' END AS crossed,
  (SELECT MIN(g.grade) FROM rating_grade g WHERE g.agency = 'sp' AND g.notch = c.before_notch)
    AS before,
  (SELECT MIN(g.grade) FROM rating_grade g WHERE g.agency = 'sp' AND g.notch = c.after_notch)
    AS after,
  coalesce(b.tranches, 0) AS tranches, b.low_usd_minor / 100.0 AS debt_usd,
  coalesce(b.rows_used, 0) AS rows_used, coalesce(b.rows_without_amount, 0) AS rows_without_amount,
  coalesce(b.rows_unconverted, 0) AS rows_unconverted,
  coalesce(b.rows_contradicted, 0) AS rows_contradicted
FROM composite c
JOIN party i ON i.id = c.party_id
LEFT JOIN debt b ON b.issuer_id = c.party_id
WHERE (c.before_notch <= 10) <> (c.after_notch <= 10)
ORDER BY crossed, debt_usd DESC, issuer_key;
