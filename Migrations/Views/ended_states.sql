-- The intervals of each tranche's status that have ended, with what is drawn by their beginning.
CREATE VIEW ended_states AS
SELECT t.id AS tranche_id, s.from_on, s.before_on,
  CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
    WHEN 'outstanding' THEN 4 ELSE 0 END AS stage_rank, s.is_undated,
  CASE WHEN s.funding = 'partly_drawn' THEN 1 ELSE 0 END AS is_partly_drawn,
  CASE WHEN s.funding = 'partly_drawn' THEN (
    SELECT SUM(e.amount_minor) FROM event e
    WHERE e.kind = 'drawn' AND e.currency = t.currency
      AND (e.tranche_id = t.id OR e.deal_id = t.deal_id
        AND NOT EXISTS (SELECT 1 FROM tranche o
          WHERE o.deal_id = t.deal_id AND o.id <> t.id AND o.counted = 1))
      AND (e.occurred_on IS NULL OR e.occurred_on <= s.from_on)) END AS drawn_minor
FROM (
  SELECT s.tranche_id, s.from_on, s.before_on, s.stage, s.funding, s.is_undated
  FROM state_span s WHERE s.before_on IS NOT NULL AND s.tranche_id IS NOT NULL
  UNION ALL
  SELECT t.id, s.from_on, s.before_on, s.stage, s.funding, s.is_undated
  FROM state_span s
  CROSS JOIN tranche t
  CROSS JOIN tranche_figure f
  WHERE s.before_on IS NOT NULL AND t.deal_id = s.deal_id AND f.tranche_id = t.id
    AND f.has_own_states = 0
) s
CROSS JOIN tranche t
WHERE t.id = s.tranche_id;
