-- What each claim is about. It looks up one row of one table, so that many records cost nothing.
CREATE VIEW claim_subjects AS
SELECT c.id AS claim_id, c.record_table AS record_kind, c.record_id,
  CASE c.record_table
    WHEN 'party' THEN (SELECT x.key FROM party x WHERE x.id = c.record_id)
    WHEN 'deal' THEN (SELECT x.key FROM deal x WHERE x.id = c.record_id)
    WHEN 'tranche' THEN (SELECT x.key FROM tranche x WHERE x.id = c.record_id)
    WHEN 'participation' THEN (
      SELECT coalesce(x.key, 'participation/' || x.id)
      FROM participation x WHERE x.id = c.record_id)
    WHEN 'contract' THEN (SELECT x.key FROM contract x WHERE x.id = c.record_id)
    WHEN 'contract_leg' THEN (SELECT x.key FROM contract_leg x WHERE x.id = c.record_id)
    WHEN 'event' THEN (
      SELECT coalesce(x.key, 'event/' || x.id)
      FROM event x WHERE x.id = c.record_id)
    WHEN 'rating_action' THEN (
      SELECT coalesce(x.key, 'rating-action/' || x.id)
      FROM rating_action x WHERE x.id = c.record_id)
    WHEN 'observation' THEN (SELECT x.key FROM observation x WHERE x.id = c.record_id)
    WHEN 'deal_link' THEN (SELECT x.key FROM deal_link x WHERE x.id = c.record_id)
    WHEN 'accounting_treatment' THEN (
      SELECT coalesce(x.key, 'accounting-treatment/' || x.id)
      FROM accounting_treatment x WHERE x.id = c.record_id)
    WHEN 'term' THEN (SELECT x.key FROM term x WHERE x.id = c.record_id)
    WHEN 'repayment' THEN (
      SELECT coalesce(x.key, 'repayment/' || x.id)
      FROM repayment x WHERE x.id = c.record_id)
    WHEN 'milestone' THEN (SELECT x.key FROM milestone x WHERE x.id = c.record_id)
    WHEN 'holding' THEN (
      SELECT coalesce(x.key, 'holding/' || x.id)
      FROM holding x WHERE x.id = c.record_id)
    WHEN 'asset' THEN (SELECT x.key FROM asset x WHERE x.id = c.record_id)
    WHEN 'pledge' THEN (SELECT x.key FROM pledge x WHERE x.id = c.record_id)
    WHEN 'theme' THEN (SELECT x.key FROM theme x WHERE x.id = c.record_id)
    WHEN 'source' THEN (SELECT x.key FROM source x WHERE x.id = c.record_id) END AS record_key,
  CASE c.record_table
    WHEN 'party' THEN (SELECT x.name FROM party x WHERE x.id = c.record_id)
    WHEN 'deal' THEN (SELECT x.name FROM deal x WHERE x.id = c.record_id)
    WHEN 'tranche' THEN (SELECT x.name FROM tranche x WHERE x.id = c.record_id)
    WHEN 'participation' THEN (SELECT x.role FROM participation x WHERE x.id = c.record_id)
    WHEN 'contract' THEN (SELECT x.name FROM contract x WHERE x.id = c.record_id)
    WHEN 'contract_leg' THEN (SELECT x.what FROM contract_leg x WHERE x.id = c.record_id)
    WHEN 'event' THEN (SELECT x.kind FROM event x WHERE x.id = c.record_id)
    WHEN 'rating_action' THEN (SELECT x.grade FROM rating_action x WHERE x.id = c.record_id)
    WHEN 'observation' THEN (SELECT x.metric FROM observation x WHERE x.id = c.record_id)
    WHEN 'deal_link' THEN (SELECT x.kind FROM deal_link x WHERE x.id = c.record_id)
    WHEN 'accounting_treatment' THEN (
      SELECT x.treatment FROM accounting_treatment x WHERE x.id = c.record_id)
    WHEN 'term' THEN (SELECT x.kind FROM term x WHERE x.id = c.record_id)
    WHEN 'repayment' THEN (SELECT x.basis FROM repayment x WHERE x.id = c.record_id)
    WHEN 'milestone' THEN (SELECT x.kind FROM milestone x WHERE x.id = c.record_id)
    WHEN 'holding' THEN (SELECT x.kind FROM holding x WHERE x.id = c.record_id)
    WHEN 'asset' THEN (SELECT x.name FROM asset x WHERE x.id = c.record_id)
    WHEN 'pledge' THEN (SELECT x.kind FROM pledge x WHERE x.id = c.record_id)
    WHEN 'theme' THEN (SELECT x.name FROM theme x WHERE x.id = c.record_id)
    WHEN 'source' THEN (SELECT x.title FROM source x WHERE x.id = c.record_id) END AS record
FROM claim c;
