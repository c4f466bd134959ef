-- The legs of contracts at each interval of their status: who gives what to whom, between parties
--   as
-- such (those held to be the same are one), in US dollars at the rate of the contract's own day.
-- What is drawn in part is funded in an amount nobody tells. `is_contingent`: an option, a
--   guarantee
-- or a backstop, which may never be paid. `lending_spans` has the same of deals.
CREATE VIEW leg_spans AS
SELECT
  'contract' AS record_kind, c.id AS record_id, c.key AS record_key, l.key AS flow_key,
  l.id AS flow_id,
  coalesce(payer.identity_id, l.payer_id) AS from_id,
  coalesce(payee.identity_id, l.payee_id) AS to_id, l.payer_id AS from_party_id,
  l.payee_id AS to_party_id, l.what, l.purpose,
  CASE WHEN l.what = 'option' OR l.what = 'guarantee' OR c.kind = 'capacity_backstop'
    THEN 1 ELSE 0 END AS is_contingent,
  c.cancellable, c.counted, c.years, s.from_on, s.before_on, s.is_undated,
  CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
    WHEN 'outstanding' THEN 4 ELSE 0 END AS stage_rank,
  CASE WHEN s.funding = 'partly_drawn' THEN 1 ELSE 0 END AS is_partly_drawn,
  f.low_usd_minor, f.high_usd_minor, f.usd_per_year_minor,
  coalesce(f.is_unconverted, 0) AS is_unconverted,
  CASE WHEN l.id IN (SELECT x.record_id FROM contested_figure x
    WHERE x.record_kind = 'contract_leg') THEN 1 ELSE 0 END AS is_contested
FROM contract_leg l
JOIN contract c ON c.id = l.contract_id
JOIN state_span s ON s.contract_id = c.id
LEFT JOIN leg_figure f ON f.leg_id = l.id
LEFT JOIN party_figure payer ON payer.party_id = l.payer_id
LEFT JOIN party_figure payee ON payee.party_id = l.payee_id;
