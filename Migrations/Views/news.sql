-- Every day on which something was heard of a deal or a contract: an event, a source, a rating.
-- What is planned for a later day is no news; the source that tells of it is.
CREATE VIEW news AS
SELECT 'deal' AS record_kind, e.deal_id AS record_id, e.occurred_until AS heard_on, e.kind AS what,
  e.source_id
FROM event e WHERE e.deal_id IS NOT NULL AND e.occurred_until IS NOT NULL
UNION ALL
SELECT 'deal', t.deal_id, e.occurred_until, e.kind, e.source_id
FROM event e JOIN tranche t ON t.id = e.tranche_id WHERE e.occurred_until IS NOT NULL
UNION ALL
SELECT 'contract', e.contract_id, e.occurred_until, e.kind, e.source_id
FROM event e WHERE e.contract_id IS NOT NULL AND e.occurred_until IS NOT NULL
UNION ALL
SELECT 'deal', d.id, s.published_until, 'source', s.id
FROM deal d JOIN source s ON s.id = d.source_id WHERE s.published_until IS NOT NULL
UNION ALL
SELECT 'contract', c.id, s.published_until, 'source', s.id
FROM contract c JOIN source s ON s.id = c.source_id WHERE s.published_until IS NOT NULL
UNION ALL
SELECT c.record_table, c.record_id, s.published_until, 'source', s.id
FROM claim c JOIN source s ON s.id = c.source_id
WHERE (c.record_table = 'deal' OR c.record_table = 'contract') AND s.published_until IS NOT NULL
UNION ALL
SELECT 'deal', t.deal_id, s.published_until, 'source', s.id
FROM claim c JOIN source s ON s.id = c.source_id JOIN tranche t ON t.id = c.record_id
WHERE c.record_table = 'tranche' AND s.published_until IS NOT NULL
UNION ALL
SELECT 'deal', r.deal_id, r.acted_until, 'rating', r.source_id
FROM rating_action r WHERE r.deal_id IS NOT NULL AND r.acted_until IS NOT NULL
UNION ALL
SELECT 'deal', t.deal_id, r.acted_until, 'rating', r.source_id
FROM rating_action r JOIN tranche t ON t.id = r.tranche_id WHERE r.acted_until IS NOT NULL;
