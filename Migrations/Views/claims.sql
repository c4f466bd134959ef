CREATE VIEW claims AS
SELECT
  c.key AS claim_key, r.record_kind, r.record_key, r.record, c.attribute, c.stance, c.value,
  c.currency,
  c.amount_minor * 1.0 / y.minor_per_unit AS amount,
  c.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  c.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  c.qualifier, c.measure, c.amount_minor, c.amount_low_minor, c.amount_high_minor,
  c.period_first_on, c.period_last_on, c.original, c.language,
  asserted.name AS asserted_by, reported.name AS reported_by, c.reason,
  disputed.key AS disputes_claim_key, c.dispute_kind,
  s.key AS source_key, s.title AS source, s.publisher, s.url AS source_url, s.grade AS source_grade,
  s.published_on, s.published_until, c.locator
FROM claim c
JOIN source s ON s.id = c.source_id
JOIN claim_subjects r ON r.claim_id = c.id
LEFT JOIN currency y ON y.code = c.currency
LEFT JOIN party asserted ON asserted.id = c.asserted_by_id
LEFT JOIN party reported ON reported.id = c.reported_by_id
LEFT JOIN claim disputed ON disputed.id = c.disputes_claim_id;
