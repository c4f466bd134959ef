-- title: What became of letters of intent
-- definition: Deals and contracts that were non-binding or conditional at some time up to the
--   day, by what stands on the day: definitive, lapsed, terminated, or still open; how many days
--   it took from the first day; and what replaced them. Records told twice count once.
-- parameter: as_of date; the day asked about; default today
-- column: record_kind text; deal or contract
-- column: record_key text; key of the record
-- column: record text; its name
-- column: first_on date; the first day it was announced
-- column: became text; definitive, lapsed, terminated, conditional or non_binding
-- column: became_on date; the day it became so
-- column: days days; from the first day to then; empty while it is open
-- column: replaced_by_key text; key of the record that replaced it
-- column: amount_usd USD; the most it can amount to
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of
),
span AS (
  SELECT CASE WHEN s.deal_id IS NOT NULL THEN 'deal' ELSE 'contract' END AS record_kind,
    coalesce(s.deal_id, s.contract_id) AS record_id, s.from_on, s.before_on, s.binding
  FROM state_span s CROSS JOIN parameter p
  WHERE s.tranche_id IS NULL AND (s.from_on IS NULL OR s.from_on <= p.as_of)
),
intent AS (
  SELECT record_kind, record_id, MIN(from_on) AS first_on FROM span
  GROUP BY record_kind, record_id
  HAVING COUNT(CASE WHEN binding IN ('non_binding', 'conditional') THEN 1 END) > 0
),
outcome AS (
  SELECT i.record_kind, i.record_id, i.first_on, s.binding AS became,
    (SELECT MIN(o.from_on) FROM span o
      WHERE o.record_kind = i.record_kind AND o.record_id = i.record_id
        AND o.binding = s.binding) AS became_on
  FROM intent i
  CROSS JOIN parameter p
  JOIN span s ON s.record_kind = i.record_kind AND s.record_id = i.record_id
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
),
named AS MATERIALIZED (
  SELECT o.*, d.key AS record_key, d.name AS record, d.counted, d.counted_is_derived,
    d.not_counted_because,
    (SELECT SUM(coalesce(f.high_usd_minor, f.low_usd_minor)) FROM tranche t
      JOIN tranche_figure f ON f.tranche_id = t.id WHERE t.deal_id = d.id) AS usd_minor,
    (SELECT MIN(coalesce(n.key, k.key)) FROM deal_link l LEFT JOIN deal n ON n.id = l.from_deal_id
      LEFT JOIN contract k ON k.id = l.from_contract_id
      WHERE l.kind = 'replaces' AND l.to_deal_id = d.id) AS replaced_by_key
  FROM outcome o JOIN deal d ON o.record_kind = 'deal' AND d.id = o.record_id
  UNION ALL
  SELECT o.*, c.key, c.name, c.counted, c.counted_is_derived, c.not_counted_because,
    (SELECT MAX(coalesce(f.high_usd_minor, f.low_usd_minor)) FROM contract_leg l
      JOIN leg_figure f ON f.leg_id = l.id WHERE l.contract_id = c.id),
    (SELECT MIN(coalesce(n.key, k.key)) FROM deal_link l LEFT JOIN deal n ON n.id = l.from_deal_id
      LEFT JOIN contract k ON k.id = l.from_contract_id
      WHERE l.kind = 'replaces' AND l.to_contract_id = c.id)
  FROM outcome o JOIN contract c ON o.record_kind = 'contract' AND c.id = o.record_id
)
SELECT record_kind, record_key, record, first_on, became, became_on,
  CASE WHEN became IN ('definitive', 'lapsed', 'terminated')
    THEN CAST(julianday(became_on) - julianday(first_on) AS INTEGER) END AS days,
  replaced_by_key, usd_minor / 100.0 AS amount_usd,
  CASE WHEN usd_minor IS NULL THEN 0 ELSE 1 END AS rows_used,
  CASE WHEN usd_minor IS NULL THEN 1 ELSE 0 END AS rows_without_amount, 0 AS rows_unconverted,
  CASE WHEN record_kind = 'deal' AND record_id IN (SELECT c.record_id FROM contested_figure c
      WHERE c.record_kind = 'deal')
    OR record_kind = 'contract' AND record_id IN (SELECT c.record_id FROM contested_figure c
      WHERE c.record_kind = 'contract') THEN 1 ELSE 0 END AS rows_contradicted
FROM named
WHERE counted = 1 OR replaced_by_key IS NOT NULL
ORDER BY amount_usd DESC NULLS LAST, record_key;
