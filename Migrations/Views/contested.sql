-- The records whose figures rest on an unresolved contradiction. One on a deal's amount touches
-- what is undivided of it, one on its issuer, kind or currency every tranche.
CREATE VIEW contested AS
SELECT DISTINCT record_kind, record_id, record_key
FROM (
  SELECT c.record_kind, c.record_id, c.record_key FROM contradictions c
  WHERE c.is_resolved = 0
  UNION ALL
  SELECT 'tranche', t.id, t.key FROM contradictions c
  JOIN tranche t ON t.deal_id = c.record_id
  WHERE c.is_resolved = 0 AND c.record_kind = 'deal'
    AND (c.attribute = 'amount' AND t.is_remainder = 1
      OR c.attribute = 'issuer' OR c.attribute = 'kind' OR c.attribute = 'currency')
  UNION ALL
  SELECT 'contract_leg', l.id, l.key FROM contradictions c
  JOIN contract_leg l ON l.contract_id = c.record_id
  WHERE c.is_resolved = 0 AND c.record_kind = 'contract'
    AND (c.attribute = 'kind' OR c.attribute = 'term_years')
) x;
