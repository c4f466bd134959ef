-- What falls due of debt tranches apart from their own maturity: payments on record (the
-- contractual ones where there are any, else the projected), and draws and extended portions with a
-- maturity of their own, from the day they became known. The payments of a deal are its tranche's
-- where it has one. What is in another currency than the tranche is left to its maturity.
CREATE VIEW dues AS
SELECT d.tranche_id, d.basis, d.known_on, d.due_on, d.due_until, d.currency, d.low_minor,
  d.high_minor, d.share_pct
FROM (
  SELECT r.tranche_id, r.basis, CAST(NULL AS DATE) AS known_on, r.due_on, r.due_until, r.currency,
    CASE r.qualifier WHEN 'range' THEN r.amount_low_minor WHEN 'up_to' THEN 0
      ELSE r.amount_minor END AS low_minor,
    CASE r.qualifier WHEN 'range' THEN r.amount_high_minor WHEN 'at_least' THEN NULL
      ELSE r.amount_minor END AS high_minor, r.share_pct
  FROM (
    SELECT x.basis, x.due_on, x.due_until, x.currency, x.amount_minor, x.amount_low_minor,
      x.amount_high_minor, x.qualifier, x.share_pct,
      coalesce(x.tranche_id, (SELECT CASE COUNT(*) WHEN 1 THEN MIN(t.id) END FROM tranche t
        WHERE t.deal_id = x.deal_id AND t.counted = 1)) AS tranche_id
    FROM repayment x
  ) r
  WHERE r.tranche_id IS NOT NULL AND (r.basis = 'contractual' OR NOT EXISTS (
    SELECT 1 FROM repayment c JOIN tranche o ON o.id = r.tranche_id
    WHERE c.basis = 'contractual' AND (c.tranche_id = o.id OR c.deal_id = o.deal_id
      AND (SELECT COUNT(*) FROM tranche u WHERE u.deal_id = o.deal_id AND u.counted = 1) = 1)))
  UNION ALL
  SELECT coalesce(e.tranche_id, (SELECT CASE COUNT(*) WHEN 1 THEN MIN(t.id) END FROM tranche t
      WHERE t.deal_id = e.deal_id AND t.counted = 1)),
    CASE e.kind WHEN 'drawn' THEN 'draw' ELSE 'extension' END, e.occurred_until,
    e.matures_on, e.matures_until, e.currency, e.amount_minor, e.amount_minor, NULL
  FROM event e
  WHERE e.matures_on IS NOT NULL AND (e.tranche_id IS NOT NULL OR e.deal_id IS NOT NULL)
) d
JOIN tranche o ON o.id = d.tranche_id AND coalesce(d.currency, o.currency) = o.currency;
