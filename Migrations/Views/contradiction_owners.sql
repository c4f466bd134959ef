-- Each contradiction and the deal, tranche or contract it belongs to, be it about one of them or
-- about a part of one: a participation, an event, a rating, a treatment, a leg. Each looks up one
-- row, so that many records cost nothing.
CREATE VIEW contradiction_owners AS
SELECT a.contradiction_key, a.record_kind, a.record_id, a.record_key, a.attribute, a.dispute_kind,
  a.is_resolved,
  coalesce(a.deal_id, (SELECT t.deal_id FROM tranche t WHERE t.id = a.tranche_id)) AS deal_id,
  a.tranche_id, a.contract_id
FROM (
  SELECT c.contradiction_key, c.record_kind, c.record_id, c.record_key, c.attribute,
    c.dispute_kind, c.is_resolved,
    CASE c.record_kind WHEN 'deal' THEN c.record_id
      WHEN 'participation' THEN (SELECT x.deal_id FROM participation x WHERE x.id = c.record_id)
      WHEN 'event' THEN (SELECT x.deal_id FROM event x WHERE x.id = c.record_id)
      WHEN 'rating_action' THEN (SELECT x.deal_id FROM rating_action x WHERE x.id = c.record_id)
      WHEN 'accounting_treatment'
        THEN (SELECT x.deal_id FROM accounting_treatment x WHERE x.id = c.record_id) END AS deal_id,
    CASE c.record_kind WHEN 'tranche' THEN c.record_id
      WHEN 'participation' THEN (SELECT x.tranche_id FROM participation x WHERE x.id = c.record_id)
      WHEN 'event' THEN (SELECT x.tranche_id FROM event x WHERE x.id = c.record_id)
      WHEN 'rating_action'
        THEN (SELECT x.tranche_id FROM rating_action x WHERE x.id = c.record_id) END AS tranche_id,
    CASE c.record_kind WHEN 'contract' THEN c.record_id
      WHEN 'contract_leg'
        THEN (SELECT x.contract_id FROM contract_leg x WHERE x.id = c.record_id)
      WHEN 'event' THEN (SELECT x.contract_id FROM event x WHERE x.id = c.record_id) END
      AS contract_id
  FROM contradictions c
) a;
