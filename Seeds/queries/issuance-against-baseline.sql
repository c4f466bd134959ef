-- title: New investment-grade bonds against a year's mean before
-- definition: Counted bonds that are binding, rated investment grade on their pricing day
--   (composite second best, notch 10 and better) and priced within the window, by the issuers or
--   deals of a theme where one is asked for; beside it what sources count for the same window. Each
--   over each yearly mean on record (metric investment_grade_issuance_yearly_mean). The window is
--   shorter than a year, so the plain ratio holds unequal lengths against each other and is marked
--   so; the yearly ratio takes the window's amount times twelve over its months, as if the pace
--   held. Bonds without a rating on record are told apart. Amounts are in US dollars at the rate of
--   the deal's day.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: since date; first day of the window, the first of a month; default 2025-09-01
-- parameter: until date; last day of the window, the last of a month; default 2025-10-31
-- parameter: theme text; key of a theme; default none, all issuers
-- column: counted_by text; this ledger, or who counted
-- column: window_months months; length of the window
-- column: issued_low USD; the least that was issued in the window
-- column: issued_high USD; the most
-- column: unrated_low USD; of this ledger, the least of bonds without a rating
-- column: baseline_by text; whose yearly mean it is
-- column: baseline_years text; the years of the mean
-- column: baseline_low USD; a year's mean, the least
-- column: baseline_high USD; the most
-- column: ratio_low ratio; window over a year's mean: unequal lengths
-- column: ratio_high ratio; the most
-- column: yearly_ratio_low ratio; at a yearly pace over a year's mean
-- column: yearly_ratio_high ratio; the most
-- column: marked text; that the plain ratio holds unequal lengths against each other, or nothing
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:since, '2025-09-01') AS since,
    coalesce(:until, '2025-10-31') AS until, :theme AS theme
),
span AS (
  SELECT p.*, CASE WHEN substr(since, 9, 2) = '01' AND substr(date(until, '+1 day'), 9, 2) = '01'
    AND since <= until
      THEN 12 * (CAST(substr(until, 1, 4) AS INTEGER) - CAST(substr(since, 1, 4) AS INTEGER))
      + CAST(substr(until, 6, 2) AS INTEGER) - CAST(substr(since, 6, 2) AS INTEGER) + 1 END
      AS months
  FROM parameter p
),
member AS (
  SELECT coalesce(f.identity_id, m.party_id) AS party_id, m.deal_id
  FROM parameter p JOIN theme t ON t.key = p.theme JOIN theme_member m ON m.theme_id = t.id
  LEFT JOIN party_figure f ON f.party_id = m.party_id
  WHERE (m.from_on IS NULL OR m.from_on <= p.as_of)
    AND (m.before_until IS NULL OR p.as_of < m.before_until)
),
position AS MATERIALIZED (
  SELECT x.composite_notch, max(x.is_contested, x.is_rating_contested) AS is_contested, x.low_minor,
    x.low_usd_minor, coalesce(x.high_usd_minor, x.low_usd_minor) AS high_usd_minor
  FROM positions x CROSS JOIN span p
  WHERE x.counted = 1 AND x.instrument = 'bond' AND x.stage_rank >= 2
    AND (x.from_on IS NULL OR x.from_on <= p.as_of)
    AND (x.before_on IS NULL OR p.as_of < x.before_on)
    AND x.dated_on >= p.since AND x.dated_until <= p.until
    AND (p.theme IS NULL OR x.issuer_id IN (SELECT party_id FROM member WHERE deal_id IS NULL)
      OR x.deal_id IN (SELECT deal_id FROM member WHERE deal_id IS NOT NULL))
    AND (x.composite_notch IS NULL OR x.composite_notch <= 10)
),
issued AS (
  SELECT 1 AS place, 'this ledger' AS counted_by,
    coalesce(SUM(CASE WHEN composite_notch <= 10 THEN low_usd_minor END), 0) AS low_minor,
    coalesce(SUM(CASE WHEN composite_notch <= 10 THEN high_usd_minor END), 0) AS high_minor,
    coalesce(SUM(CASE WHEN composite_notch IS NULL THEN low_usd_minor END), 0) AS unrated_minor,
    SUM(composite_notch <= 10 AND low_usd_minor IS NOT NULL) AS used,
    SUM(composite_notch <= 10 AND low_minor IS NULL) AS missing,
    SUM(composite_notch <= 10 AND low_minor IS NOT NULL AND low_usd_minor IS NULL) AS unconverted,
    SUM(composite_notch <= 10 AND is_contested = 1) AS contested
  FROM position
  UNION ALL
  SELECT 2, coalesce(c.stated_by, c.publisher, c.source) || ': ' || c.wording, c.low_minor,
    coalesce(c.high_minor, c.low_minor), NULL, 1, 0, 0, c.is_contested
  FROM metric_figures c JOIN span p
    ON c.period_start_on = p.since AND c.period_end_on = p.until
  WHERE c.metric = 'investment_grade_issuance' AND c.currency = 'USD' AND c.kind = 'actual'
),
baseline AS (
  SELECT c.observation_key, row_number() OVER (ORDER BY c.observation_key) AS place,
    coalesce(c.stated_by, c.publisher, c.source) AS baseline_by,
    substr(c.period_start_on, 1, 4) || ' to ' || substr(c.period_end_on, 1, 4) AS years,
    c.low_minor, coalesce(c.high_minor, c.low_minor) AS high_minor
  FROM metric_figures c
  WHERE c.metric = 'investment_grade_issuance_yearly_mean' AND c.currency = 'USD'
)
SELECT i.counted_by, p.months AS window_months, i.low_minor / 100.0 AS issued_low,
  i.high_minor / 100.0 AS issued_high, i.unrated_minor / 100.0 AS unrated_low, b.baseline_by,
  b.years AS baseline_years, b.low_minor / 100.0 AS baseline_low,
  b.high_minor / 100.0 AS baseline_high,
  round(i.low_minor * 1.0 / nullif(b.high_minor, 0), 4) AS ratio_low,
  round(i.high_minor * 1.0 / nullif(b.low_minor, 0), 4) AS ratio_high,
  round(i.low_minor * 12.0 / p.months / nullif(b.high_minor, 0), 4) AS yearly_ratio_low,
  round(i.high_minor * 12.0 / p.months / nullif(b.low_minor, 0), 4) AS yearly_ratio_high,
  CASE WHEN p.months IS NULL THEN 'window is not of whole months: no yearly pace'
    WHEN p.months <> 12 THEN p.months || ' months against 12' END AS marked,
  CASE WHEN coalesce(b.place, 1) = 1 THEN coalesce(i.used, 0) ELSE 0 END AS rows_used,
    CASE WHEN coalesce(b.place, 1) = 1 THEN coalesce(i.missing, 0) ELSE 0 END
    AS rows_without_amount,
  CASE WHEN coalesce(b.place, 1) = 1 THEN coalesce(i.unconverted, 0) ELSE 0 END
    AS rows_unconverted, CASE WHEN coalesce(b.place, 1) = 1 THEN coalesce(i.contested, 0) ELSE 0
    END AS rows_contradicted
FROM issued i
CROSS JOIN span p
LEFT JOIN baseline b ON 1 = 1
ORDER BY i.place, i.counted_by, b.observation_key;
