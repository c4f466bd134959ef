-- Two statements about the same thing that differ. On one attribute of one record only claims at
-- the same measure, currency and period are held against each other; across records a claim says
-- itself which one it disputes.
CREATE VIEW contradictions AS
SELECT
  o.key AS contradiction_key, r.record_kind, r.record_id, r.record_key, r.record, f.attribute,
  coalesce(o.dispute_kind, CASE WHEN f.attribute = 'payer' OR f.attribute = 'payee'
    THEN 'direction' ELSE 'value' END) AS dispute_kind,
  f.value AS followed_value,
  f.amount_minor * 1.0 / fy.minor_per_unit AS followed_amount,
  f.amount_low_minor * 1.0 / fy.minor_per_unit AS followed_low,
  f.amount_high_minor * 1.0 / fy.minor_per_unit AS followed_high,
  f.original AS followed_original, fs.title AS followed_source, fs.publisher AS followed_publisher,
  f.locator AS followed_locator,
  o.value AS other_value,
  o.amount_minor * 1.0 / oy.minor_per_unit AS other_amount,
  o.amount_low_minor * 1.0 / oy.minor_per_unit AS other_low,
  o.amount_high_minor * 1.0 / oy.minor_per_unit AS other_high,
  o.original AS other_original, os.title AS other_source, os.publisher AS other_publisher,
  o.locator AS other_locator, f.currency, f.measure, o.stance AS other_stance,
  CASE WHEN f.reason IS NULL THEN 0 ELSE 1 END AS is_resolved,
  f.reason AS followed_because, o.reason AS other_reason,
  CASE WHEN fs.published_on > os.published_on OR os.published_on IS NULL
    THEN fs.published_on ELSE os.published_on END AS first_published_on
FROM claim f
JOIN claim o ON o.disputes_claim_id IS NULL AND o.record_table = f.record_table
  AND o.record_id = f.record_id AND o.attribute = f.attribute
  AND (o.stance = 'alternative' OR o.stance = 'rejected')
  AND coalesce(o.currency, '') = coalesce(f.currency, '')
  AND coalesce(o.measure, '') = coalesce(f.measure, '')
  AND coalesce(CAST(o.period_first_on AS TEXT), '') = coalesce(CAST(f.period_first_on AS TEXT), '')
  AND coalesce(CAST(o.period_last_on AS TEXT), '') = coalesce(CAST(f.period_last_on AS TEXT), '')
  AND (coalesce(o.value, '') <> coalesce(f.value, '')
    OR coalesce(o.amount_minor, -1) <> coalesce(f.amount_minor, -1)
    OR coalesce(o.amount_low_minor, -1) <> coalesce(f.amount_low_minor, -1)
    OR coalesce(o.amount_high_minor, -1) <> coalesce(f.amount_high_minor, -1))
JOIN source fs ON fs.id = f.source_id
JOIN source os ON os.id = o.source_id
JOIN claim_subjects r ON r.claim_id = f.id
LEFT JOIN currency fy ON fy.code = f.currency
LEFT JOIN currency oy ON oy.code = o.currency
WHERE f.stance = 'preferred'
UNION ALL
SELECT
  o.key, r.record_kind, r.record_id, r.record_key, r.record, f.attribute,
  coalesce(o.dispute_kind, 'value'),
  f.value, f.amount_minor * 1.0 / fy.minor_per_unit, f.amount_low_minor * 1.0 / fy.minor_per_unit,
  f.amount_high_minor * 1.0 / fy.minor_per_unit, f.original, fs.title, fs.publisher, f.locator,
  o.value, o.amount_minor * 1.0 / oy.minor_per_unit, o.amount_low_minor * 1.0 / oy.minor_per_unit,
  o.amount_high_minor * 1.0 / oy.minor_per_unit, o.original, os.title, os.publisher, o.locator,
  f.currency, f.measure, o.stance,
  CASE WHEN f.reason IS NULL AND o.reason IS NULL THEN 0 ELSE 1 END,
  coalesce(f.reason, o.reason), o.reason,
  CASE WHEN fs.published_on > os.published_on OR os.published_on IS NULL
    THEN fs.published_on ELSE os.published_on END
FROM claim o
JOIN claim f ON f.id = o.disputes_claim_id
JOIN source fs ON fs.id = f.source_id
JOIN source os ON os.id = o.source_id
JOIN claim_subjects r ON r.claim_id = f.id
LEFT JOIN currency fy ON fy.code = f.currency
LEFT JOIN currency oy ON oy.code = o.currency;
