-- title: What rests on one source, or on none that is official
-- definition: Counted deals and contracts that are at least announced on the day, by how well they
--   are sourced. Sources are the record's own and those of claims that support it or its tranches
--   and legs. Independent origins are who asserts a thing of their own knowledge, else the
--   publisher: copies of one agency's report are one. Official is a filing, or a company's or
--   authority's own release (grade P). By record the same, one row each, those that rest on one
--   origin or on nothing official. A deal's amount is the sum of its tranches, a contract's what
--   the customer pays, in US dollars at the rate of its own day.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: level choice(total|record); sums, or each record; default total
-- column: record_kind text; deal or contract
-- column: record text; key of the record; all for a sum
-- column: sourcing text; one origin none official, one origin official, several none official, or
--   several official
-- column: records count; records
-- column: amount_low USD; what they come to, the least
-- column: amount_high USD; the most
-- column: share_pct percent; of the records of their kind, by the high amount
-- column: sources count; of a record, its sources; of a sum, the most any has
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:level, 'total') AS level
),
-- Deals go by their number, contracts by theirs below zero.
live AS NOT MATERIALIZED (
  SELECT d.id AS record, d.source_id
  FROM parameter p CROSS JOIN state_span s JOIN deal d ON d.id = s.deal_id AND d.counted = 1
  WHERE s.stage IS NOT NULL AND (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
  UNION ALL
  SELECT CAST(-c.id AS INTEGER), c.source_id
  FROM parameter p CROSS JOIN state_span s
  JOIN contract c ON c.id = s.contract_id AND c.counted = 1
  WHERE s.stage IS NOT NULL AND (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
),
supporting AS MATERIALIZED (
  SELECT CAST(CASE WHEN c.record_table = 'contract' OR c.record_table = 'contract_leg' THEN -1
      ELSE 1 END * coalesce(t.deal_id, l.contract_id, c.record_id) AS INTEGER) AS record,
    c.source_id,
    lower(coalesce(a.name, r.name, s.publisher, s.title)) AS origin,
    CASE WHEN s.grade = 'P' OR s.kind = 'filing' THEN 1 ELSE 0 END AS is_official
  FROM claim c JOIN source s ON s.id = c.source_id
  LEFT JOIN tranche t ON c.record_table = 'tranche' AND t.id = c.record_id
  LEFT JOIN contract_leg l ON c.record_table = 'contract_leg' AND l.id = c.record_id
  LEFT JOIN party a ON a.id = c.asserted_by_id
  LEFT JOIN party r ON r.id = c.reported_by_id
  WHERE c.stance IN ('preferred', 'supports')
    AND c.record_table IN ('deal', 'tranche', 'contract', 'contract_leg')
),
backed AS MATERIALIZED (
  SELECT o.record, MAX(o.is_official) AS is_official, MIN(o.origin) AS first_origin,
    MAX(o.origin) AS last_origin,
    COUNT(DISTINCT CASE WHEN o.source_id <> o.own_source_id THEN o.source_id END) AS more
  FROM (SELECT u.*, CASE WHEN u.record > 0 THEN (SELECT d.source_id FROM deal d
        WHERE d.id = u.record) ELSE (SELECT c.source_id FROM contract c WHERE c.id = -u.record) END
      AS own_source_id
    FROM supporting u) o
  GROUP BY o.record
),
-- Few records have more than their own source, so that of the others it is not read. By deals and
-- contracts in all, or by each: one number to group by, its last digit the sourcing, 1 for what is
-- official and 2 for several origins, its 4 for contracts.
judged AS MATERIALIZED (
  SELECT v.record, 1 + coalesce(b.more, 0) AS sources,
    CASE (SELECT level FROM parameter) WHEN 'record' THEN 10 * abs(v.record) ELSE 0 END
      + CASE WHEN v.record < 0 THEN 4 ELSE 0 END
      + CASE WHEN b.record IS NULL THEN 0 WHEN EXISTS (SELECT 1 FROM source s
        WHERE s.id = v.source_id AND (b.first_origin <> lower(coalesce(s.publisher, s.title))
          OR b.last_origin <> lower(coalesce(s.publisher, s.title)))) THEN 2 ELSE 0 END
      + CASE WHEN b.is_official = 1 OR v.source_id IN (SELECT s.id FROM source s
        WHERE s.grade = 'P' OR s.kind = 'filing') THEN 1 ELSE 0 END AS place
  FROM live v LEFT JOIN backed b ON b.record = v.record
),
-- Sums take a deal to rest on one origin, none official, unless it is among these. A tranche has
-- the states of its deal but where it has its own: then the deal may not be live.
apart AS MATERIALIZED (
  SELECT record, place FROM judged WHERE place <> 0
  UNION ALL
  SELECT t.deal_id, NULL
  FROM tranche t
  WHERE t.id IN (SELECT o.tranche_id FROM state_span o WHERE o.tranche_id IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM state_span s CROSS JOIN parameter p
      WHERE s.deal_id = t.deal_id AND s.stage IS NOT NULL
        AND (s.from_on IS NULL OR s.from_on <= p.as_of)
        AND (s.before_on IS NULL OR p.as_of < s.before_on))
  GROUP BY t.deal_id
),
position AS NOT MATERIALIZED (
  SELECT x.tranche_id, x.deal_id, x.low_minor, x.low_usd_minor,
    coalesce(x.high_usd_minor, x.low_usd_minor) AS high_usd_minor,
    x.is_unconverted, x.is_contested
  FROM positions x
  WHERE x.counted = 1 AND x.stage_rank >= 1
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
-- Most deals are not apart, and their sum needs no sorting. The limits are beyond any count: they
-- keep the columns of the view that nobody asks for from being made, and rows from being stored.
together AS NOT MATERIALIZED (
  SELECT * FROM position WHERE deal_id NOT IN (SELECT record FROM apart)
  LIMIT 9223372036854775807
),
other AS NOT MATERIALIZED (
  SELECT * FROM position
  WHERE tranche_id IN (SELECT t.id FROM apart o CROSS JOIN tranche t WHERE t.deal_id = o.record)
  LIMIT 9223372036854775807
),
money AS MATERIALIZED (
  SELECT 0 AS place, SUM(x.low_usd_minor) AS low, SUM(x.high_usd_minor) AS high,
    COUNT(x.low_usd_minor) AS used, COUNT(*) - COUNT(x.low_minor) AS missing,
    SUM(x.is_unconverted) AS unconverted, SUM(x.is_contested) AS contested
  FROM together x
  UNION ALL
  SELECT k.place, SUM(x.low_usd_minor), SUM(x.high_usd_minor), COUNT(x.low_usd_minor),
    COUNT(*) - COUNT(x.low_minor), SUM(x.is_unconverted), SUM(x.is_contested)
  FROM other x CROSS JOIN apart k
  WHERE k.record = x.deal_id
  GROUP BY k.place
  UNION ALL
  SELECT k.place, SUM(f.low_usd_minor),
    SUM(coalesce(f.high_usd_minor, f.low_usd_minor)),
    SUM(f.low_usd_minor IS NOT NULL OR f.high_usd_minor IS NOT NULL),
    SUM(f.low_usd_minor IS NULL AND f.high_usd_minor IS NULL AND f.is_unconverted = 0),
    SUM(f.is_unconverted), SUM(f.is_contested)
  FROM leg_spans f CROSS JOIN parameter p CROSS JOIN apart k
  WHERE f.purpose <> 'thing' AND f.counted = 1 AND f.stage_rank >= 1
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
    AND k.record = CAST(-f.record_id AS INTEGER)
  GROUP BY k.place
),
found AS MATERIALIZED (
  SELECT place, MIN(record) AS record, COUNT(*) AS records, MAX(sources) AS sources
  FROM judged WHERE place <> 0 GROUP BY place
  UNION ALL
  SELECT 0, MIN(record), COUNT(*), MAX(sources) FROM judged WHERE place = 0 HAVING COUNT(*) > 0
),
summed AS MATERIALIZED (
  SELECT s.place, s.record, s.records, s.place % 10 / 2 % 2 AS is_several,
    s.place % 2 AS is_official, m.low, m.high, s.sources, coalesce(m.used, 0) AS used,
    coalesce(m.missing, 0) AS missing, coalesce(m.unconverted, 0) AS unconverted,
    coalesce(m.contested, 0) AS contested
  FROM found s LEFT JOIN money m ON m.place = s.place
),
shown AS (
  SELECT CASE WHEN s.record < 0 THEN 'contract' ELSE 'deal' END AS record_kind,
    CASE WHEN p.level <> 'record' THEN 'all'
      WHEN s.record < 0 THEN (SELECT c.key FROM contract c WHERE c.id = -s.record)
      ELSE (SELECT d.key FROM deal d WHERE d.id = s.record) END AS record,
    CASE is_several WHEN 0 THEN 'one origin' ELSE 'several' END || CASE is_official
      WHEN 0 THEN ' none official' ELSE ' official' END AS sourcing, s.records, s.low, s.high,
    s.sources, s.used, s.missing, s.unconverted, s.contested
  FROM summed s CROSS JOIN parameter p
  WHERE p.level = 'total' OR s.is_several = 0 OR s.is_official = 0
),
whole AS (
  SELECT CASE WHEN record < 0 THEN 'contract' ELSE 'deal' END AS record_kind, SUM(high) AS high
  FROM summed GROUP BY 1
)
SELECT h.record_kind, h.record, h.sourcing, h.records, h.low / 100.0 AS amount_low,
  h.high / 100.0 AS amount_high, round(100.0 * h.high / nullif(w.high, 0), 4) AS share_pct,
  h.sources, h.used AS rows_used, h.missing AS rows_without_amount,
  h.unconverted AS rows_unconverted, h.contested AS rows_contradicted
FROM shown h JOIN whole w ON w.record_kind = h.record_kind
ORDER BY h.record_kind DESC, h.high DESC NULLS LAST, h.sourcing, h.record;
