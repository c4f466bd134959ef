-- The three axes of status by interval: from the first day up to, not including, `before_on`.
CREATE VIEW state_spans AS
SELECT
  CASE WHEN s.deal_id IS NOT NULL THEN 'deal' WHEN s.tranche_id IS NOT NULL THEN 'tranche'
    ELSE 'contract' END AS record_kind,
  coalesce(d.key, t.key, c.key) AS record_key, s.from_on, s.before_on, s.evidence, s.binding,
  s.funding, s.stage, s.is_undated
FROM state_span s
LEFT JOIN deal d ON d.id = s.deal_id
LEFT JOIN tranche t ON t.id = s.tranche_id
LEFT JOIN contract c ON c.id = s.contract_id;
