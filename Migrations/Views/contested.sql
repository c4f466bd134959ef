-- The records that rest on an unresolved contradiction, and what of them does: "figure" amounts,
-- days and status, "rating" their ratings, "private" whether they are private credit.
CREATE VIEW contested AS
SELECT f.record_kind, f.record_id, r.record_key, f.bearing
FROM contested_figure f
LEFT JOIN records r ON r.record_kind = f.record_kind AND r.record_id = f.record_id;
