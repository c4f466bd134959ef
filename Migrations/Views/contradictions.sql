-- Two statements about the same thing that differ. On one attribute of one record only claims at
-- the same measure, currency and period are held against each other; across records a claim says
-- itself which one it disputes. Those of the kind "rounding" agree at the last digit of the
-- rounder one, and are never unresolved.
CREATE VIEW contradictions AS
SELECT
  c.contradiction_key, c.record_kind, c.record_id, c.record_key, c.record, c.attribute,
  c.dispute_kind,
  c.followed_value, c.followed_amount, c.followed_low, c.followed_high, c.followed_original,
  c.followed_source, c.followed_publisher, c.followed_locator,
  c.other_value, c.other_amount, c.other_low, c.other_high, c.other_original, c.other_source,
  c.other_publisher, c.other_locator, c.currency, c.measure, c.other_stance,
  c.is_resolved, c.followed_because, c.other_reason, c.first_published_on
FROM comparisons c
WHERE c.is_comparable = 1 AND c.dispute_kind IS NOT NULL;
