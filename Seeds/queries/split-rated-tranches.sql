-- title: Split ratings: debt that agencies put on both sides of the line
-- definition: Counted debt tranches whose ratings at the day straddle investment grade and high
--   yield (notch 10 and better, 11 and worse), each agency's latest actual long-term rating that
--   is not withdrawn, at the first level that has any. The composite is the second best rating.
-- parameter: as_of date; the day the ratings and stages are taken at; default today
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- column: tranche_key text; key of the tranche
-- column: tranche text; its name
-- column: issuer text; who borrows
-- column: best text; the best rating, with its agency
-- column: worst text; the worst
-- column: notches_apart count; notches between them
-- column: second_best text; bucket under second_best
-- column: lowest text; bucket under lowest
-- column: highest text; bucket under highest
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:stage, 'binding') AS stage
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
-- Who was ever put on both sides, by whomever: few, and only theirs are looked at by day. One
-- subject after the other, in the order of an index, so that a million ratings need not be sorted.
-- No grade is the same word on both sides.
torn AS MATERIALIZED (
  SELECT a.tranche_id, CAST(NULL AS INTEGER) AS deal_id, CAST(NULL AS INTEGER) AS party_id
  FROM rating_action a
  WHERE a.tranche_id IS NOT NULL
  GROUP BY a.tranche_id
  HAVING AVG(CASE WHEN a.grade IN (SELECT g.grade FROM rating_grade g WHERE g.notch > 10)
    THEN 1 ELSE 0 END) NOT IN (0, 1)
  UNION ALL
  SELECT NULL, a.deal_id, NULL
  FROM rating_action a
  JOIN rating_grade g ON g.agency = a.agency AND g.grade = a.grade
  WHERE a.kind = 'actual' AND a.agency IN ('sp', 'moodys', 'fitch', 'dbrs')
    AND a.deal_id IS NOT NULL
  GROUP BY a.deal_id HAVING MIN(g.notch) <= 10 AND MAX(g.notch) > 10
  UNION ALL
  SELECT NULL, NULL, m.identity_id
  FROM rating_action a JOIN party_figure m ON m.party_id = a.party_id
  JOIN rating_grade g ON g.agency = a.agency AND g.grade = a.grade
  WHERE a.kind = 'actual' AND a.agency IN ('sp', 'moodys', 'fitch', 'dbrs')
    AND a.tranche_id IS NULL AND a.deal_id IS NULL
  GROUP BY m.identity_id HAVING MIN(g.notch) <= 10 AND MAX(g.notch) > 10
),
candidate AS MATERIALIZED (
  SELECT tranche_id AS id FROM torn WHERE tranche_id IS NOT NULL
  UNION SELECT t.id FROM torn o JOIN tranche t ON t.deal_id = o.deal_id
  UNION SELECT t.id FROM torn o CROSS JOIN party_figure i CROSS JOIN deal d CROSS JOIN tranche t
  WHERE i.identity_id = o.party_id AND d.issuer_id = i.party_id AND t.deal_id = d.id
),
rated AS MATERIALIZED (
  SELECT r.tranche_id, r.level_rank, r.agency, r.grade, r.notch
  FROM tranche_ratings r
  WHERE r.tranche_id IN (SELECT id FROM candidate)
    AND r.agency IN ('sp', 'moodys', 'fitch', 'dbrs')
    AND r.from_on <= (SELECT as_of FROM parameter)
    AND (r.before_on IS NULL OR (SELECT as_of FROM parameter) < r.before_on)
),
standing AS (
  SELECT r.*, MIN(r.level_rank) OVER (PARTITION BY r.tranche_id) AS first_level FROM rated r
),
placed AS (
  SELECT tranche_id, agency, grade, notch, COUNT(*) OVER of_tranche AS agencies,
    row_number() OVER (PARTITION BY tranche_id ORDER BY notch, agency) AS place
  FROM standing WHERE level_rank = first_level
  WINDOW of_tranche AS (PARTITION BY tranche_id)
),
split AS MATERIALIZED (
  SELECT tranche_id, MIN(notch) AS best_notch, MAX(notch) AS worst_notch,
    MAX(CASE WHEN place = 1 THEN agency || ' ' || grade END) AS best,
    MAX(CASE WHEN place = agencies THEN agency || ' ' || grade END) AS worst,
    MAX(CASE WHEN place = 2 THEN notch END) AS second_notch
  FROM placed GROUP BY tranche_id
  HAVING MIN(notch) <= 10 AND MAX(notch) > 10
)
SELECT t.key AS tranche_key, t.name AS tranche, i.name AS issuer, s.best, s.worst,
  s.worst_notch - s.best_notch AS notches_apart,
  CASE WHEN s.second_notch <= 10 THEN 'investment_grade' ELSE 'high_yield' END AS second_best,
  'high_yield' AS lowest, 'investment_grade' AS highest,
  1 AS rows_used, CASE WHEN x.low_minor IS NULL THEN 1 ELSE 0 END AS rows_without_amount,
  x.is_unconverted AS rows_unconverted, x.is_contested AS rows_contradicted
FROM split s
CROSS JOIN parameter p
JOIN positions x ON x.tranche_id = s.tranche_id AND x.counted = 1 AND x.is_debt = 1
  AND (x.from_on IS NULL OR x.from_on <= p.as_of) AND (x.before_on IS NULL OR p.as_of < x.before_on)
  AND x.stage_rank >= (SELECT stage_rank FROM wanted)
JOIN tranche t ON t.id = s.tranche_id
JOIN party i ON i.id = x.issuer_id
ORDER BY notches_apart DESC, tranche_key;
