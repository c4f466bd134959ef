-- Each contradiction and the deal, tranche or contract it belongs to, be it about one of them or
-- about a part of one: a participation, an event, a rating, a treatment, a leg.
CREATE VIEW contradiction_owners AS
SELECT c.contradiction_key, c.record_kind, c.record_id, c.record_key, c.attribute,
  c.dispute_kind, c.is_resolved,
  CASE c.record_kind WHEN 'deal' THEN c.record_id WHEN 'tranche' THEN t.deal_id
    WHEN 'participation' THEN coalesce(q.deal_id, u.deal_id)
    WHEN 'event' THEN coalesce(e.deal_id, u.deal_id)
    WHEN 'rating_action' THEN coalesce(a.deal_id, u.deal_id)
    WHEN 'accounting_treatment' THEN b.deal_id END AS deal_id,
  CASE c.record_kind WHEN 'tranche' THEN c.record_id
    ELSE coalesce(q.tranche_id, e.tranche_id, a.tranche_id) END AS tranche_id,
  CASE c.record_kind WHEN 'contract' THEN c.record_id
    ELSE coalesce(l.contract_id, e.contract_id) END AS contract_id
FROM contradictions c
LEFT JOIN tranche t ON c.record_kind = 'tranche' AND t.id = c.record_id
LEFT JOIN participation q ON c.record_kind = 'participation' AND q.id = c.record_id
LEFT JOIN event e ON c.record_kind = 'event' AND e.id = c.record_id
LEFT JOIN rating_action a ON c.record_kind = 'rating_action' AND a.id = c.record_id
LEFT JOIN accounting_treatment b
  ON c.record_kind = 'accounting_treatment' AND b.id = c.record_id
LEFT JOIN contract_leg l ON c.record_kind = 'contract_leg' AND l.id = c.record_id
LEFT JOIN tranche u ON u.id = coalesce(q.tranche_id, e.tranche_id, a.tranche_id);
