-- title: Lender concentration: how few hold how much
-- definition: Named lenders, anchor investors and holders of counted deals that have reached the
--   stage, by what they put up in US dollars, with each one's share of what is named and the
--   Herfindahl-Hirschman index of all of them: the sum of the squares of the shares in percent,
--   from near 0 to 10,000. Parts without an amount are counted and not guessed; what nobody is
--   named for is outside the universe. The index is taken over the least each puts up.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: rollup rollup; whom lenders are added up under: entity, each by itself, those held
--   to be the same as one; parent, the ultimate parent; sponsor, who sponsors it in the end;
--   brand, the name it trades under; default entity
-- column: lender text; who puts up the money
-- column: deals count; counted deals it is named in
-- column: named_low USD; the least it puts up
-- column: named_high USD; the most
-- column: share_pct percent; of all that is named, at the least
-- column: cumulative_pct percent; of this lender and all larger ones
-- column: index_all points; the Herfindahl-Hirschman index of all lenders, the same in each row
-- column: parts_without_amount count; its parts without an amount
-- chart: bar lender named_low
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'announced') AS stage,
    coalesce(:rollup, 'entity') AS rollup
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
  SELECT lender_id, lender, COUNT(DISTINCT deal_id) AS deals, SUM(low_usd_minor) AS low_minor,
    SUM(coalesce(high_usd_minor, low_usd_minor)) AS high_minor,
    COUNT(CASE WHEN qualifier = 'undisclosed' THEN 1 END) AS parts_without_amount,
    COUNT(low_usd_minor) AS rows_used,
    COUNT(CASE WHEN qualifier = 'undisclosed' THEN 1 END) AS rows_without_amount,
    SUM(is_unconverted) AS rows_unconverted, SUM(is_contested) AS rows_contradicted
  FROM lent GROUP BY lender_id, lender
),
shared AS (
  SELECT t.*, 100.0 * low_minor / nullif(SUM(low_minor) OVER (), 0) AS share FROM total t
)
SELECT lender, deals, low_minor / 100.0 AS named_low, high_minor / 100.0 AS named_high,
  round(share, 4) AS share_pct,
  round(SUM(share) OVER (ORDER BY low_minor DESC, lender ROWS UNBOUNDED PRECEDING), 4)
    AS cumulative_pct,
  round(SUM(share * share) OVER (), 2) AS index_all, parts_without_amount, rows_used,
  rows_without_amount, rows_unconverted, rows_contradicted
FROM shared
ORDER BY low_minor DESC NULLS LAST, lender;
