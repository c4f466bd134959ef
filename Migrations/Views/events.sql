CREATE VIEW events AS
SELECT
  coalesce(e.key, 'event/' || e.id) AS event_key, e.kind,
  CASE WHEN e.deal_id IS NOT NULL THEN 'deal' WHEN e.tranche_id IS NOT NULL THEN 'tranche'
    ELSE 'contract' END AS record_kind,
  coalesce(d.key, t.key, c.key) AS record_key, coalesce(d.name, t.name, c.name) AS record,
  e.occurred_on, e.occurred_until, e.evidence, e.binding, e.funding, e.funding_is_derived,
  e.currency, e.amount_minor * 1.0 / y.minor_per_unit AS amount,
  e.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  e.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  e.qualifier, e.measure, e.amount_minor, e.matures_on, e.matures_until, e.notes,
  s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM event e
JOIN source s ON s.id = e.source_id
LEFT JOIN deal d ON d.id = e.deal_id
LEFT JOIN tranche t ON t.id = e.tranche_id
LEFT JOIN contract c ON c.id = e.contract_id
LEFT JOIN currency y ON y.code = e.currency;
