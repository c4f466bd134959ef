-- Every record a claim, a link or a reader can name by its key.
--
-- Each part has columns of the same types, so that SQLite looks a record up in its table.
CREATE VIEW records AS
SELECT 'party' AS record_kind, id AS record_id, key AS record_key, name AS record FROM party
UNION ALL SELECT 'deal', id, key, name FROM deal
UNION ALL SELECT 'tranche', id, key, name FROM tranche
UNION ALL SELECT 'participation', id, CAST(coalesce(key, 'participation/' || id) AS TEXT), role
FROM participation
UNION ALL SELECT 'contract', id, key, name FROM contract
UNION ALL SELECT 'contract_leg', id, key, what FROM contract_leg
UNION ALL SELECT 'event', id, CAST(coalesce(key, 'event/' || id) AS TEXT), kind FROM event
UNION ALL SELECT 'rating_action', id, CAST(coalesce(key, 'rating-action/' || id) AS TEXT), grade
FROM rating_action
UNION ALL SELECT 'observation', id, key, metric FROM observation
UNION ALL SELECT 'deal_link', id, key, kind FROM deal_link
UNION ALL SELECT 'accounting_treatment', id,
  CAST(coalesce(key, 'accounting-treatment/' || id) AS TEXT), treatment FROM accounting_treatment
UNION ALL SELECT 'term', id, key, kind FROM term
UNION ALL SELECT 'repayment', id, CAST(coalesce(key, 'repayment/' || id) AS TEXT), basis
FROM repayment
UNION ALL SELECT 'milestone', id, key, kind FROM milestone
UNION ALL SELECT 'holding', id, CAST(coalesce(key, 'holding/' || id) AS TEXT), kind FROM holding
UNION ALL SELECT 'asset', id, key, name FROM asset
UNION ALL SELECT 'pledge', id, key, kind FROM pledge
UNION ALL SELECT 'theme', id, key, name FROM theme
UNION ALL SELECT 'source', id, key, title FROM source;
