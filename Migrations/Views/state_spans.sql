-- The three axes of status by interval: from the first day up to, not including, `before_on`.
-- A tranche without events of its own stands as its deal does.
CREATE VIEW state_spans AS
SELECT 'deal' AS record_kind, d.key AS record_key, s.from_on, s.before_on, s.evidence, s.binding,
  s.funding, s.stage, s.is_undated
FROM state_span s JOIN deal d ON d.id = s.deal_id
UNION ALL
SELECT 'contract', c.key, s.from_on, s.before_on, s.evidence, s.binding, s.funding, s.stage,
  s.is_undated
FROM state_span s JOIN contract c ON c.id = s.contract_id
UNION ALL
SELECT 'tranche', t.key, s.from_on, s.before_on, s.evidence, s.binding, s.funding, s.stage,
  s.is_undated
FROM tranche t JOIN state_span s ON s.tranche_id = t.id
UNION ALL
SELECT 'tranche', t.key, s.from_on, s.before_on, s.evidence, s.binding, s.funding, s.stage,
  s.is_undated
FROM tranche t JOIN state_span s ON s.deal_id = t.deal_id
WHERE NOT EXISTS (SELECT 1 FROM state_span own WHERE own.tranche_id = t.id);
