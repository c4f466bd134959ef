-- title: Contradictions: what sources tell differently, and which one is followed
-- definition: Pairs of statements that differ. On one attribute of one record only claims at the
--   same measure, currency and period are held against each other; across records a claim names
--   the one it disputes. A pair is resolved when a reason is on record; otherwise the first is
--   followed for now. Those of the kind rounding agree at the last digit the rounder one gives and
--   are resolved; a figure within the range or ceiling of the other is not.
-- parameter: as_of date; only statements both of which were published by then, or have no day;
--   default today
-- parameter: resolved yes_no; only resolved ones, or only open ones; default both
-- column: record text; the record they are about
-- column: attribute text; what they tell differently
-- column: kind text; value, direction, subject, instrument, period, vintage, universe or rounding
-- column: followed text; the statement that is followed, in the source's words where they are
--   kept
-- column: followed_by text; who says so
-- column: other text; the other statement
-- column: said_by text; who says so
-- column: is_resolved count; 1 when a reason is on record
-- column: because text; the reason
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, :resolved AS resolved
)
SELECT c.record_key AS record, c.attribute, c.dispute_kind AS kind,
  coalesce(c.followed_original, c.followed_value,
    rtrim(rtrim(CAST(c.followed_amount / 1e9 AS TEXT), '0'), '.') || ' bn ' || c.currency,
    rtrim(rtrim(CAST(c.followed_low / 1e9 AS TEXT), '0'), '.') || ' to '
      || rtrim(rtrim(CAST(c.followed_high / 1e9 AS TEXT), '0'), '.') || ' bn ' || c.currency)
    AS followed,
  c.followed_publisher AS followed_by,
  coalesce(c.other_original, c.other_value,
    rtrim(rtrim(CAST(c.other_amount / 1e9 AS TEXT), '0'), '.') || ' bn ' || c.currency,
    rtrim(rtrim(CAST(c.other_low / 1e9 AS TEXT), '0'), '.') || ' to '
      || rtrim(rtrim(CAST(c.other_high / 1e9 AS TEXT), '0'), '.') || ' bn ' || c.currency)
    AS other,
  c.other_publisher AS said_by, c.is_resolved, c.followed_because AS because
FROM contradictions c
CROSS JOIN parameter p
WHERE (c.first_published_on IS NULL OR c.first_published_on <= p.as_of)
  AND (p.resolved IS NULL OR c.is_resolved = CASE p.resolved WHEN 'yes' THEN 1 ELSE 0 END)
ORDER BY c.is_resolved, c.record_key, c.attribute, c.contradiction_key;
