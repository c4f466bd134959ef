-- Every record a claim, a link or a reader can name by its key.
CREATE VIEW records AS
SELECT 'party' AS record_kind, id AS record_id, key AS record_key, name AS record FROM party
UNION ALL SELECT 'deal', id, key, name FROM deal
UNION ALL SELECT 'tranche', id, key, name FROM tranche
UNION ALL SELECT 'participation', id, coalesce(key, 'participation/' || id), role FROM participation
UNION ALL SELECT 'contract', id, key, name FROM contract
UNION ALL SELECT 'contract_leg', id, key, what FROM contract_leg
UNION ALL SELECT 'event', id, coalesce(key, 'event/' || id), kind FROM event
UNION ALL SELECT 'rating_action', id, coalesce(key, 'rating-action/' || id), grade
FROM rating_action
UNION ALL SELECT 'observation', id, key, metric FROM observation
UNION ALL SELECT 'deal_link', id, key, kind FROM deal_link
UNION ALL SELECT 'accounting_treatment', id,
  coalesce(key, 'accounting-treatment/' || id), treatment FROM accounting_treatment
UNION ALL SELECT 'term', id, key, kind FROM term
UNION ALL SELECT 'repayment', id, coalesce(key, 'repayment/' || id), basis FROM repayment
UNION ALL SELECT 'milestone', id, key, kind FROM milestone
UNION ALL SELECT 'holding', id, coalesce(key, 'holding/' || id), kind FROM holding
UNION ALL SELECT 'asset', id, key, name FROM asset
UNION ALL SELECT 'pledge', id, key, kind FROM pledge
UNION ALL SELECT 'theme', id, key, name FROM theme
UNION ALL SELECT 'source', id, key, title FROM source;
