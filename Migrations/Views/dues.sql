-- What falls due of debt tranches apart from their own maturity: payments on record (the
-- contractual ones where there are any, else the projected), and draws and extended portions with a
-- maturity of their own, from the day they became known. The payments of a deal are its tranche's
-- where it has one. What is in another currency than the tranche is left to its maturity.
CREATE VIEW dues AS
WITH payment AS (
  SELECT r.id, coalesce(r.tranche_id, t.id) AS tranche_id, r.basis, r.due_on, r.due_until,
    r.amount_minor, r.amount_low_minor, r.amount_high_minor, r.qualifier, r.share_pct, r.currency
  FROM repayment r
  LEFT JOIN tranche t ON t.deal_id = r.deal_id AND t.counted = 1
    AND NOT EXISTS (SELECT 1 FROM tranche u
      WHERE u.deal_id = r.deal_id AND u.counted = 1 AND u.id <> t.id)
),
due AS (
  SELECT p.tranche_id, p.basis, CAST(NULL AS DATE) AS known_on, p.due_on, p.due_until, p.currency,
    CASE p.qualifier WHEN 'range' THEN p.amount_low_minor WHEN 'up_to' THEN 0
      ELSE p.amount_minor END AS low_minor,
    CASE p.qualifier WHEN 'range' THEN p.amount_high_minor WHEN 'at_least' THEN NULL
      ELSE p.amount_minor END AS high_minor, p.share_pct
  FROM payment p
  JOIN tranche o ON o.id = p.tranche_id AND coalesce(p.currency, o.currency) = o.currency
  WHERE (p.basis = 'contractual' OR NOT EXISTS (
    SELECT 1 FROM payment c WHERE c.tranche_id = p.tranche_id AND c.basis = 'contractual'))
  UNION ALL
  SELECT coalesce(e.tranche_id, t.id), CASE e.kind WHEN 'drawn' THEN 'draw' ELSE 'extension' END,
    e.occurred_until, e.matures_on, e.matures_until, e.currency, e.amount_minor,
    e.amount_minor, NULL
  FROM event e
  LEFT JOIN tranche t ON t.deal_id = e.deal_id AND t.counted = 1
    AND NOT EXISTS (SELECT 1 FROM tranche u
      WHERE u.deal_id = e.deal_id AND u.counted = 1 AND u.id <> t.id)
  JOIN tranche o ON o.id = coalesce(e.tranche_id, t.id)
    AND coalesce(e.currency, o.currency) = o.currency
  WHERE e.matures_on IS NOT NULL
)
SELECT d.tranche_id, d.basis, d.known_on, d.due_on, d.due_until, d.currency, d.low_minor,
  d.high_minor, d.share_pct
FROM due d;
