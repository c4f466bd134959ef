-- Every directed edge between two parties, from contracts and from deals alike: who gives what to
-- whom. Lenders and investors give cash to the issuer.
CREATE VIEW flows AS
WITH direction AS (
  SELECT record_key, COUNT(*) AS claims FROM contradictions
  WHERE record_kind = 'contract_leg' AND dispute_kind = 'direction' GROUP BY record_key
),
edge AS (
  SELECT l.key AS flow_key, 'contract' AS record_kind, c.key AS record_key, c.name AS record,
    c.id AS contract_id, CAST(NULL AS BIGINT) AS deal_id,
    l.payer_id AS from_id, l.payee_id AS to_id, l.what, l.purpose,
    CASE WHEN l.what = 'option' OR l.what = 'guarantee' OR c.kind = 'capacity_backstop'
      THEN 1 ELSE 0 END AS contingent,
    c.cancellable, c.starts_on, c.ends_on, c.years, l.currency, l.amount_minor,
    l.amount_low_minor, l.amount_high_minor, l.qualifier, l.measure, l.amount_period,
    f.amount_usd_minor, f.low_usd_minor, f.high_usd_minor, f.usd_per_year_minor, f.fx_on,
    f.is_unconverted, c.counted, l.source_id
  FROM contract_leg l
  JOIN contract c ON c.id = l.contract_id
  LEFT JOIN leg_figure f ON f.leg_id = l.id
  UNION ALL
  SELECT q.participation_key, 'deal', d.key, d.name, NULL, d.id, q.party_id, d.issuer_id,
    'cash', 'capital', 0, NULL, NULL, NULL, NULL, q.currency, q.amount_minor, q.amount_low_minor,
    q.amount_high_minor, q.qualifier, q.measure, 'total', q.amount_usd_minor, q.low_usd_minor,
    q.high_usd_minor, NULL,
    q.fx_on, q.is_unconverted,
    CASE WHEN d.counted = 1 AND coalesce(t.counted, 1) = 1 THEN 1 ELSE 0 END, q.source_id
  FROM participation_amounts q
  LEFT JOIN tranche t ON t.id = q.tranche_id
  JOIN deal d ON d.id = coalesce(q.deal_id, t.deal_id)
  WHERE q.role = 'lender' OR q.role = 'anchor_investor' OR q.role = 'holder'
    OR q.role = 'investor'
)
SELECT
  e.flow_key, e.record_kind, e.record_key, e.record,
  giver.key AS from_key, giver.name AS from_party, taker.key AS to_key, taker.name AS to_party,
  e.what, e.purpose, CASE WHEN e.what = 'cash' THEN 1 ELSE 0 END AS cash_like, e.contingent,
  e.cancellable, e.starts_on, e.ends_on, e.years,
  e.currency, e.amount_minor * 1.0 / y.minor_per_unit AS amount,
  e.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  e.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  e.qualifier, e.measure, e.amount_period, e.amount_usd_minor / 100.0 AS amount_usd,
  e.low_usd_minor / 100.0 AS low_usd, e.high_usd_minor / 100.0 AS high_usd,
  e.amount_minor, e.amount_usd_minor, e.low_usd_minor, e.high_usd_minor, e.fx_on,
  e.is_unconverted, e.usd_per_year_minor / 100.0 AS usd_per_year,
  st.stage, e.counted, CASE WHEN z.claims > 0 THEN 1 ELSE 0 END AS direction_contested,
  s.title AS source, s.url AS source_url,
  coalesce(s.published_on, s.retrieved_on) AS first_published_on
FROM edge e
LEFT JOIN party_figure ff ON ff.party_id = e.from_id
JOIN party giver ON giver.id = coalesce(ff.identity_id, e.from_id)
LEFT JOIN party_figure tf ON tf.party_id = e.to_id
JOIN party taker ON taker.id = coalesce(tf.identity_id, e.to_id)
JOIN source s ON s.id = e.source_id
LEFT JOIN currency y ON y.code = e.currency
LEFT JOIN direction z ON z.record_key = e.flow_key
LEFT JOIN state_span st ON (st.deal_id = e.deal_id OR st.contract_id = e.contract_id)
  AND (st.from_on IS NULL OR st.from_on <= CURRENT_DATE)
  AND (st.before_on IS NULL OR CURRENT_DATE < st.before_on);
