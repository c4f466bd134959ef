-- title: Clearing: who could not pay within a year if nothing else came in
-- definition: What parties owe each other within twelve months of the day, cleared at once: every
--   party pays what it owes in full or, where it cannot, all it has, in proportion to what it owes
--   each (Eisenberg and Noe, 2001, the greatest clearing). Owed is a year's payment of counted
--   purchases that are binding, and outstanding counted debt whose maturity lies wholly within the
--   twelve months, to the lenders named with an amount and for the rest to others outside. A party
--   has what the others pay it and its cash: the amounts given, else the latest cash it reported
--   by the day (metric cash), else nothing. All claims rank alike, nothing is lost by defaulting,
--   and no other income is assumed: who earns from customers outside this ledger looks poorer here
--   than it is. Purchases whose yearly payment is not known are counted apart. In US dollars.
-- parameter: as_of date; the day asked about; default today
-- parameter: cash text; cash in billions of US dollars by party key, as {"oracle": 11.2}; default
--   none
-- column: party text; who owes
-- column: owes USD; within the twelve months
-- column: cash USD; what it has of its own; empty where none is on record
-- column: cash_is text; given, reported, or none on record
-- column: gets USD; what the others pay it, once cleared; empty where that is not known
-- column: pays USD; what it pays; empty where that is not known
-- column: shortfall USD; what it owes and cannot pay; empty where that is not known
-- column: paid_pct percent; paid over owed; empty where that is not known
-- column: purchases_unknown count; purchases of it whose yearly payment is not known
-- column: remark text; why there is no figure
WITH RECURSIVE parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:cash, '{}') AS cash
),
due AS MATERIALIZED (
  SELECT f.from_id, f.to_id, f.usd_per_year_minor AS minor, f.is_unconverted, f.is_contested,
    CASE WHEN f.usd_per_year_minor IS NULL AND f.is_unconverted = 0 THEN 1 ELSE 0 END AS is_missing
  FROM leg_spans f CROSS JOIN parameter p
  WHERE f.purpose = 'purchase' AND f.what = 'cash' AND f.counted = 1 AND f.is_contingent = 0
    AND f.stage_rank >= 2 AND f.from_id <> f.to_id
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
),
position AS MATERIALIZED (
  SELECT x.tranche_id, x.issuer_id, x.outstanding_low_usd_minor AS minor,
    x.outstanding_low_minor, x.is_unconverted, x.is_contested
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank = 4
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
matured AS MATERIALIZED (
  SELECT x.*
  FROM position x JOIN tranche t ON t.id = x.tranche_id
  WHERE t.matures_until > (SELECT as_of FROM parameter)
    AND t.matures_until <= (SELECT date(as_of, '+12 months') FROM parameter)
),
lent AS (
  SELECT m.tranche_id, m.issuer_id, l.lender_id, SUM(l.low_usd_minor) AS minor
  FROM matured m JOIN lending l ON l.tranche_id = m.tranche_id
  WHERE l.low_usd_minor > 0 AND l.lender_id <> m.issuer_id
  GROUP BY m.tranche_id, m.issuer_id, l.lender_id
),
-- Lenders that are named get what they put in, as far as it is still owed; 0 stands for the others.
named AS (
  SELECT q.tranche_id, q.issuer_id, q.lender_id, CAST(round(q.minor * min(1.0, 1.0 * m.minor
      / SUM(q.minor) OVER (PARTITION BY q.tranche_id))) AS INTEGER) AS minor
  FROM lent q JOIN matured m ON m.tranche_id = q.tranche_id
),
liability AS MATERIALIZED (
  SELECT from_id, to_id, SUM(minor) AS minor FROM (
    SELECT from_id, to_id, minor FROM due WHERE minor > 0
    UNION ALL SELECT issuer_id, lender_id, minor FROM named
    UNION ALL SELECT m.issuer_id, 0, m.minor - coalesce((SELECT SUM(n.minor) FROM named n
      WHERE n.tranche_id = m.tranche_id), 0) FROM matured m WHERE m.minor > 0
  ) x WHERE minor > 0 GROUP BY from_id, to_id
),
given AS (
  SELECT r.rolled_id AS party_id, SUM(CAST(round(CAST(c.value AS REAL) * 1e11) AS INTEGER)) AS minor
  FROM parameter p JOIN json_each(p.cash) c
  JOIN party_rollups r ON r.party_key = c.key AND r.rollup = 'entity'
  GROUP BY r.rolled_id
),
reported AS (
  SELECT c.subject_id, c.low_minor, row_number() OVER (PARTITION BY c.subject_id
    ORDER BY c.period_end_on DESC, c.told_on DESC, c.observation_id DESC) AS place
  FROM metric_figures c CROSS JOIN parameter p
  WHERE c.metric = 'cash' AND c.kind = 'actual' AND c.currency = 'USD' AND c.low_minor IS NOT NULL
    AND c.period_end_on <= p.as_of
),
node AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY o.party_id) - 1 AS place, o.party_id, o.owes,
    coalesce(g.minor, r.low_minor) AS cash,
    CASE WHEN g.minor IS NOT NULL THEN 'given' WHEN r.low_minor IS NOT NULL THEN 'reported'
      ELSE 'none on record' END AS cash_is
  FROM (SELECT from_id AS party_id, SUM(minor) AS owes FROM liability GROUP BY from_id) o
  LEFT JOIN given g ON g.party_id = o.party_id
  LEFT JOIN reported r ON r.subject_id = o.party_id AND r.place = 1
),
share AS MATERIALIZED (
  SELECT f.place AS from_place, t.place AS to_place, 1.0 * l.minor / f.owes AS part
  FROM liability l JOIN node f ON f.party_id = l.from_id JOIN node t ON t.party_id = l.to_id
),
-- With nothing for cash that is not on record, and with enough.
bound (is_most) AS (VALUES (0), (1)),
-- From everything paid downwards: each pays what it owes, or all it has been left with.
clearing (is_most, round, before, paid) AS (
  SELECT b.is_most, 0, '',
    (SELECT json_group_array(owes * 1.0) FROM (SELECT owes FROM node ORDER BY place) o)
  FROM bound b
  UNION ALL
  SELECT c.is_most, c.round + 1, c.paid, (SELECT json_group_array(pays) FROM (
      SELECT min(n.owes * 1.0, coalesce(n.cash, c.is_most * n.owes) + coalesce((
        SELECT SUM(s.part * json_extract(c.paid, '$[' || s.from_place || ']'))
        FROM share s WHERE s.to_place = n.place), 0)) AS pays
      FROM node n ORDER BY n.place) o)
  FROM clearing c
  WHERE c.round < 200 AND c.paid <> c.before
),
last_round AS (
  SELECT is_most, paid, row_number() OVER (PARTITION BY is_most ORDER BY round DESC) AS turn
  FROM clearing
),
cleared AS MATERIALIZED (
  SELECT c.is_most, CAST(e.key AS INTEGER) AS place, e.value AS pays
  FROM last_round c JOIN json_each(c.paid) e WHERE c.turn = 1
),
got AS (
  SELECT o.is_most, s.to_place AS place, round(SUM(s.part * o.pays)) AS gets
  FROM share s JOIN cleared o ON o.place = s.from_place
  GROUP BY o.is_most, s.to_place
),
outcome AS (
  SELECT n.place, CASE WHEN coalesce(h.gets, 0) = coalesce(g.gets, 0) THEN coalesce(g.gets, 0) END
      AS gets,
    CASE WHEN round(m.pays) = round(c.pays) THEN c.pays END AS pays
  FROM node n
  JOIN cleared c ON c.place = n.place AND c.is_most = 0
  JOIN cleared m ON m.place = n.place AND m.is_most = 1
  LEFT JOIN got g ON g.place = n.place AND g.is_most = 0
  LEFT JOIN got h ON h.place = n.place AND h.is_most = 1
),
missing AS (
  SELECT from_id, SUM(is_missing) AS missing, SUM(is_unconverted) AS unconverted,
    SUM(is_contested) AS contested, SUM(minor > 0) AS used
  FROM due GROUP BY from_id
),
debt AS (
  SELECT issuer_id, SUM(minor IS NOT NULL) AS used, SUM(outstanding_low_minor IS NULL) AS missing,
    SUM(is_unconverted) AS unconverted, SUM(is_contested) AS contested
  FROM matured GROUP BY issuer_id
)
SELECT i.name AS party, n.owes / 100.0 AS owes, n.cash / 100.0 AS cash, n.cash_is,
  c.gets / 100.0 AS gets,
  round(c.pays / 100.0, 2) AS pays, round((n.owes - c.pays) / 100.0, 2) AS shortfall,
  round(100.0 * c.pays / n.owes, 4) AS paid_pct, coalesce(m.missing, 0) AS purchases_unknown,
  CASE WHEN c.pays IS NULL AND n.cash IS NULL THEN 'its cash is not on record; give it by cash'
    WHEN c.pays IS NULL OR c.gets IS NULL
      THEN 'who owes it, or owes those who do, has no cash on record' END AS remark,
  coalesce(m.used, 0) + coalesce(d.used, 0) AS rows_used,
  coalesce(m.missing, 0) + coalesce(d.missing, 0) AS rows_without_amount,
  coalesce(m.unconverted, 0) + coalesce(d.unconverted, 0) AS rows_unconverted,
  coalesce(m.contested, 0) + coalesce(d.contested, 0) AS rows_contradicted
FROM node n
JOIN outcome c ON c.place = n.place
JOIN party i ON i.id = n.party_id
LEFT JOIN missing m ON m.from_id = n.party_id
LEFT JOIN debt d ON d.issuer_id = n.party_id
ORDER BY shortfall DESC NULLS LAST, owes DESC, party;
