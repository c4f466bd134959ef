-- The three axes of status by interval: from the first day up to, not including, `before_on`. A
-- tranche without events of its own stands as its deal does.
CREATE VIEW state_spans AS
SELECT 'deal' AS record_kind, s.deal_id AS record_id, d.key AS record_key, s.from_on, s.before_on,
  s.evidence, s.binding, s.funding, s.stage, s.is_undated
FROM state_span s JOIN deal d ON d.id = s.deal_id
UNION ALL
SELECT 'contract', s.contract_id, c.key, s.from_on, s.before_on, s.evidence, s.binding, s.funding,
  s.stage, s.is_undated
FROM state_span s JOIN contract c ON c.id = s.contract_id
UNION ALL
SELECT 'tranche', s.tranche_id, t.key, s.from_on, s.before_on, s.evidence, s.binding, s.funding,
  s.stage, s.is_undated
FROM state_span s JOIN tranche t ON t.id = s.tranche_id
UNION ALL
SELECT 'tranche', t.id, t.key, s.from_on, s.before_on, s.evidence, s.binding, s.funding, s.stage,
  s.is_undated
FROM tranche t
JOIN tranche_figure f ON f.tranche_id = t.id AND f.has_own_states = 0
JOIN state_span s ON s.deal_id = t.deal_id;
