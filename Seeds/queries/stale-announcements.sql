-- title: Announcements nobody has heard of since
-- definition: Counted deals and contracts that are announced or binding and not funded on the
--   day, by the last day something was heard of them: an event, a source, a rating. Dormant
--   after twelve months, dead after twenty-four. Inferred from silence, never written over what
--   sources report.
-- parameter: as_of date; the day asked about; default today
-- parameter: months number; only after this many months without news; default 12
-- column: record_kind text; deal or contract
-- column: record_key text; key of the record
-- column: record text; its name
-- column: stage text; announced or binding
-- column: amount_usd USD; the most it can amount to
-- column: last_news_on date; the last day something was heard of it
-- column: months_without_news months; whole months from then to the day
-- column: inferred text; dormant, dead, or unknown where no day is known
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, CAST(coalesce(:months, 12) AS INTEGER) AS months,
    date('0001-01-01') AS never
),
waiting AS MATERIALIZED (
  SELECT 'deal' AS record_kind, d.id AS record_id, d.key AS record_key, d.name AS record, s.stage,
    d.source_id,
    (SELECT SUM(coalesce(f.high_usd_minor, f.low_usd_minor)) FROM tranche t
      JOIN tranche_figure f ON f.tranche_id = t.id
      WHERE t.deal_id = d.id AND f.counted = 1) AS usd_minor
  FROM parameter p
  JOIN state_span s ON s.stage IN ('announced', 'binding')
    AND (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
  JOIN deal d ON d.id = s.deal_id AND d.counted = 1
  UNION ALL
  SELECT 'contract', c.id, c.key, c.name, s.stage, c.source_id,
    (SELECT MAX(coalesce(f.high_usd_minor, f.low_usd_minor)) FROM contract_leg l
      JOIN leg_figure f ON f.leg_id = l.id WHERE l.contract_id = c.id)
  FROM parameter p
  JOIN state_span s ON s.stage IN ('announced', 'binding')
    AND (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
  JOIN contract c ON c.id = s.contract_id AND c.counted = 1
),
-- What few records have: claims, and events of tranches.
told AS MATERIALIZED (
  SELECT n.record_kind, n.record_id, MAX(n.heard_on) AS heard_on
  FROM (SELECT 'deal' AS record_kind, t.deal_id AS record_id, e.occurred_until AS heard_on
      FROM event e JOIN tranche t ON t.id = e.tranche_id
    UNION ALL
    SELECT 'deal', c.record_id, s.published_until
      FROM claim c JOIN source s ON s.id = c.source_id WHERE c.record_table = 'deal'
    UNION ALL
    SELECT 'deal', t.deal_id, s.published_until
      FROM claim c JOIN source s ON s.id = c.source_id JOIN tranche t ON t.id = c.record_id
      WHERE c.record_table = 'tranche'
    UNION ALL
    SELECT 'contract', c.record_id, s.published_until
      FROM claim c JOIN source s ON s.id = c.source_id WHERE c.record_table = 'contract') n
  CROSS JOIN parameter p WHERE n.heard_on <= p.as_of
  GROUP BY n.record_kind, n.record_id
),
-- The last day of what the view news lists, looked up record by record, and once for each.
heard AS MATERIALIZED (
  SELECT w.*, nullif(max(coalesce(n.heard_on, p.never),
      coalesce((SELECT MAX(e.occurred_until) FROM event e
        WHERE e.deal_id = w.record_id AND e.occurred_until <= p.as_of), p.never),
      coalesce((SELECT s.published_until FROM source s
        WHERE s.id = w.source_id AND s.published_until <= p.as_of), p.never),
      coalesce((SELECT MAX(r.acted_until) FROM rating_action r
        WHERE r.deal_id = w.record_id AND r.acted_until <= p.as_of), p.never),
      coalesce((SELECT MAX(r.acted_until) FROM tranche t
        CROSS JOIN rating_action r WHERE r.tranche_id = t.id AND t.deal_id = w.record_id
          AND r.acted_until <= p.as_of), p.never)), p.never) AS last_news_on
  FROM waiting w CROSS JOIN parameter p
  LEFT JOIN told n ON n.record_kind = w.record_kind AND n.record_id = w.record_id
  WHERE w.record_kind = 'deal'
  UNION ALL
  SELECT w.*, nullif(max(coalesce(n.heard_on, p.never),
      coalesce((SELECT MAX(e.occurred_until) FROM event e
        WHERE e.contract_id = w.record_id AND e.occurred_until <= p.as_of), p.never),
      coalesce((SELECT s.published_until FROM source s
        WHERE s.id = w.source_id AND s.published_until <= p.as_of), p.never)), p.never)
  FROM waiting w CROSS JOIN parameter p
  LEFT JOIN told n ON n.record_kind = w.record_kind AND n.record_id = w.record_id
  WHERE w.record_kind = 'contract'
),
silent AS MATERIALIZED (
  SELECT h.*, 12 * (CAST(substr(p.as_of, 1, 4) AS INTEGER)
        - CAST(substr(h.last_news_on, 1, 4) AS INTEGER))
      + CAST(substr(p.as_of, 6, 2) AS INTEGER) - CAST(substr(h.last_news_on, 6, 2) AS INTEGER)
      - CASE WHEN substr(p.as_of, 9, 2) < substr(h.last_news_on, 9, 2) THEN 1 ELSE 0 END
      AS months_without_news,
    p.months
  FROM heard h CROSS JOIN parameter p
)
SELECT record_kind, record_key, record, stage, usd_minor / 100.0 AS amount_usd, last_news_on,
  months_without_news,
  CASE WHEN months_without_news >= 24 THEN 'dead' WHEN months_without_news >= 12 THEN 'dormant'
    WHEN months_without_news IS NULL THEN 'unknown' ELSE 'live' END AS inferred,
  CASE WHEN usd_minor IS NULL THEN 0 ELSE 1 END AS rows_used,
  CASE WHEN usd_minor IS NULL THEN 1 ELSE 0 END AS rows_without_amount, 0 AS rows_unconverted,
  CASE WHEN record_kind = 'deal' AND record_id IN (SELECT c.record_id FROM contested_figure c
      WHERE c.record_kind = 'deal')
    OR record_kind = 'contract' AND record_id IN (SELECT c.record_id FROM contested_figure c
      WHERE c.record_kind = 'contract') THEN 1 ELSE 0 END AS rows_contradicted
FROM silent
WHERE months_without_news IS NULL OR months_without_news >= months
ORDER BY months_without_news DESC NULLS LAST, amount_usd DESC NULLS LAST, record_key;
