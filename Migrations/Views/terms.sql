CREATE VIEW terms AS
SELECT
  m.key AS term_key, m.kind,
  CASE WHEN m.deal_id IS NOT NULL THEN 'deal' WHEN m.tranche_id IS NOT NULL THEN 'tranche'
    ELSE 'contract' END AS record_kind,
  coalesce(d.key, t.key, c.key) AS record_key, coalesce(d.name, t.name, c.name) AS record,
  m.number, m.number_high, m.unit,
  m.currency, m.amount_minor * 1.0 / y.minor_per_unit AS amount,
  m.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  m.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  m.qualifier, m.measure, m.amount_minor,
  m.starts_on, m.starts_until, m.ends_on, m.ends_until, m.condition, m.notes,
  s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM term m
JOIN source s ON s.id = m.source_id
LEFT JOIN deal d ON d.id = m.deal_id
LEFT JOIN tranche t ON t.id = m.tranche_id
LEFT JOIN contract c ON c.id = m.contract_id
LEFT JOIN currency y ON y.code = m.currency;
