-- title: A lender's exposures: whom its money finally depends on
-- definition: What each lender, anchor investor or holder puts up in counted deals that have
--   reached the stage, in US dollars, by the party that finally pays: the tenant or offtaker
--   where the deal names one, else the issuer. Shares are of what the lender is named with;
--   parts without an amount are counted apart.
-- parameter: lender text; key of one party; default all
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: rollup rollup; whom lenders and payers are added up under: entity, each by itself,
--   those held to be the same as one; parent, the ultimate parent; sponsor, who sponsors it in
--   the end; brand, the name it trades under; default entity
-- column: lender text; who puts up the money
-- column: payer text; who finally pays
-- column: deals count; counted deals
-- column: named_low USD; the least it puts up there
-- column: named_high USD; the most
-- column: share_pct percent; of all the lender is named with, at the least
-- column: parts_without_amount count; parts without an amount
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    coalesce(:rollup, 'entity') AS rollup, :lender AS lender
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
lent AS (
  SELECT r.rolled_id AS lender_id, r.rolled AS lender, q.deal_id, q.qualifier, q.low_usd_minor,
    q.high_usd_minor, q.is_unconverted, q.obligor_party_id,
    CASE WHEN q.deal_id IN (SELECT record_id FROM contested_figure WHERE record_kind = 'deal')
      OR q.tranche_id IN (SELECT record_id FROM contested_figure WHERE record_kind = 'tranche')
      THEN 1 ELSE 0 END AS is_contested
  FROM parameter p
  CROSS JOIN wanted w
  JOIN lending q ON q.counted = 1 AND q.role <> 'investor'
  JOIN state_span s ON s.deal_id = q.deal_id AND (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
    AND CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
      WHEN 'outstanding' THEN 4 ELSE 0 END >= w.stage_rank
  JOIN party_rollups r ON r.party_id = q.party_id AND r.rollup = p.rollup
),
total AS (
  SELECT l.lender_id, l.lender, y.rolled AS payer, COUNT(DISTINCT l.deal_id) AS deals,
    SUM(l.low_usd_minor) AS low_minor,
    SUM(coalesce(l.high_usd_minor, l.low_usd_minor)) AS high_minor,
    COUNT(CASE WHEN l.qualifier = 'undisclosed' THEN 1 END) AS parts_without_amount,
    COUNT(l.low_usd_minor) AS rows_used, SUM(l.is_unconverted) AS rows_unconverted,
    SUM(l.is_contested) AS rows_contradicted
  FROM lent l
  JOIN party_rollups y ON y.party_id = l.obligor_party_id
    AND y.rollup = (SELECT rollup FROM parameter)
  GROUP BY l.lender_id, l.lender, y.rolled
)
SELECT t.lender, t.payer, t.deals, t.low_minor / 100.0 AS named_low,
  t.high_minor / 100.0 AS named_high,
  round(100.0 * t.low_minor / nullif(SUM(t.low_minor) OVER (PARTITION BY t.lender_id), 0), 4)
    AS share_pct,
  t.parts_without_amount, t.rows_used, t.parts_without_amount AS rows_without_amount,
  t.rows_unconverted, t.rows_contradicted
FROM total t
CROSS JOIN parameter p
WHERE p.lender IS NULL OR t.lender_id = (SELECT r.rolled_id FROM party_rollups r
  WHERE r.party_key = p.lender AND r.rollup = p.rollup)
ORDER BY SUM(t.low_minor) OVER (PARTITION BY t.lender_id) DESC NULLS LAST, t.lender,
  t.low_minor DESC NULLS LAST, t.payer;
