CREATE VIEW milestones AS
SELECT
  m.key AS milestone_key, m.kind,
  CASE WHEN m.deal_id IS NOT NULL THEN 'deal' ELSE 'contract' END AS record_kind,
  coalesce(d.key, c.key) AS record_key, coalesce(d.name, c.name) AS record, m.sequence,
  m.quantity, m.quantity_qualifier, m.unit,
  m.price_hurdle_minor * 1.0 / y.minor_per_unit AS price_hurdle, m.vests_quantity, m.vests_unit,
  m.currency, m.amount_minor * 1.0 / y.minor_per_unit AS amount,
  m.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  m.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  m.qualifier, m.measure, m.amount_minor,
  m.due_on, m.due_until, m.reached_on, m.reached_until, m.condition, m.notes,
  s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM milestone m
JOIN source s ON s.id = m.source_id
LEFT JOIN deal d ON d.id = m.deal_id
LEFT JOIN contract c ON c.id = m.contract_id
LEFT JOIN currency y ON y.code = m.currency;
