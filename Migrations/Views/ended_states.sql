-- The intervals of each tranche's status that have ended, with what it amounted to then where
-- events of its own tell.
CREATE VIEW ended_states AS
SELECT s.tranche_id, s.from_on, s.before_on,
  CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
    WHEN 'outstanding' THEN 4 ELSE 0 END AS stage_rank, s.is_undated,
  CASE WHEN s.funding = 'partly_drawn' THEN 1 ELSE 0 END AS is_partly_drawn,
  s.is_resized, s.size_low_minor, s.size_high_minor, s.drawn_minor, s.repaid_minor, s.balance_minor
FROM state_span s
WHERE s.before_on IS NOT NULL AND s.tranche_id IS NOT NULL
UNION ALL
SELECT f.tranche_id, s.from_on, s.before_on,
  CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
    WHEN 'outstanding' THEN 4 ELSE 0 END, s.is_undated,
  CASE WHEN s.funding = 'partly_drawn' THEN 1 ELSE 0 END, 0, NULL, NULL, NULL, NULL, NULL
FROM state_span s
CROSS JOIN tranche t
CROSS JOIN tranche_figure f
WHERE s.before_on IS NOT NULL AND t.deal_id = s.deal_id AND f.tranche_id = t.id
  AND f.has_own_states = 0;
