-- title: Headlines against money: what is announced, binding, funded and outstanding
-- definition: Per deal, its counted tranches at the day: the most that is announced (ceilings
--   count in full), the least that is binding, funded and outstanding, and funded over
--   announced. What is drawn in part counts by the draws on record; without any the funded
--   amount is unknown, not zero.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: kind text; only deals of this kind, as in the code list deal_kind; default all
-- column: deal_key text; key of the deal
-- column: deal text; its name
-- column: issuer text; who borrows
-- column: stage text; the deepest stage of its tranches
-- column: announced_usd USD; the most that is announced
-- column: binding_usd USD; the least that is binding
-- column: funded_usd USD; the least that is funded
-- column: outstanding_usd USD; the least that is outstanding
-- column: funded_pct percent; funded over announced
-- column: days_since days; days since the deal's day
-- chart: bar deal announced_usd funded_usd
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, :kind AS kind
),
standing AS (
  SELECT x.*
  FROM positions x CROSS JOIN parameter p
  WHERE x.counted = 1 AND x.stage_rank >= 1
    AND (x.from_on IS NULL OR x.from_on <= p.as_of)
    AND (x.before_on IS NULL OR p.as_of < x.before_on)
),
total AS (
  SELECT deal_id, MAX(stage_rank) AS stage_rank, MIN(dated_on) AS dated_on,
    SUM(coalesce(high_usd_minor, low_usd_minor)) AS announced_minor,
    SUM(CASE WHEN stage_rank >= 2 THEN low_usd_minor ELSE 0 END) AS binding_minor,
    CASE WHEN COUNT(CASE WHEN stage_rank >= 3 AND funded_low_usd_minor IS NULL THEN 1 END) = 0
      THEN SUM(CASE WHEN stage_rank >= 3 THEN funded_low_usd_minor ELSE 0 END) END AS funded_minor,
    CASE WHEN COUNT(CASE WHEN stage_rank >= 4 AND outstanding_low_usd_minor IS NULL THEN 1 END) = 0
      THEN SUM(CASE WHEN stage_rank >= 4 THEN outstanding_low_usd_minor ELSE 0 END) END
      AS outstanding_minor,
    COUNT(low_usd_minor) AS rows_used,
    COUNT(CASE WHEN low_minor IS NULL THEN 1 END) AS rows_without_amount,
    SUM(is_unconverted) AS rows_unconverted, SUM(is_contested) AS rows_contradicted
  FROM standing GROUP BY deal_id
)
SELECT d.key AS deal_key, d.name AS deal, i.name AS issuer,
  CASE t.stage_rank WHEN 1 THEN 'announced' WHEN 2 THEN 'binding' WHEN 3 THEN 'funded'
    ELSE 'outstanding' END AS stage,
  t.announced_minor / 100.0 AS announced_usd, t.binding_minor / 100.0 AS binding_usd,
  t.funded_minor / 100.0 AS funded_usd, t.outstanding_minor / 100.0 AS outstanding_usd,
  round(100.0 * t.funded_minor / nullif(t.announced_minor, 0), 2) AS funded_pct,
  CAST(julianday(p.as_of) - julianday(t.dated_on) AS INTEGER) AS days_since,
  t.rows_used, t.rows_without_amount, t.rows_unconverted, t.rows_contradicted
FROM total t
CROSS JOIN parameter p
JOIN deal d ON d.id = t.deal_id
JOIN party i ON i.id = d.issuer_id
WHERE p.kind IS NULL OR d.kind = p.kind
ORDER BY announced_usd DESC NULLS LAST, deal_key;
