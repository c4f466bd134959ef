-- The options to extend each tranche, its own and its deal's: how many are on record, how many of
-- these have no day to which they extend, and the last day that is told.
CREATE VIEW extensions AS
SELECT t.id AS tranche_id, t.key AS tranche_key, COUNT(*) AS options,
  COUNT(CASE WHEN m.ends_until IS NULL THEN 1 END) AS options_without_day,
  MAX(m.ends_until) AS longest_on
FROM (
  SELECT tranche_id, deal_id, ends_until FROM term WHERE kind = 'extension_option'
) m
CROSS JOIN tranche t
WHERE t.id = m.tranche_id OR t.deal_id = m.deal_id
GROUP BY t.id, t.key;
