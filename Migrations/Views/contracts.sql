CREATE VIEW contracts AS
WITH customer_leg AS (
  SELECT contract_id, coalesce(
    MIN(CASE WHEN purpose = 'purchase' THEN id END), MIN(id)) AS leg_id
  FROM contract_leg GROUP BY contract_id
),
total AS (
  SELECT l.contract_id, COUNT(*) AS legs,
    COUNT(CASE WHEN l.qualifier = 'undisclosed' THEN 1 END) AS without_amount,
    COUNT(CASE WHEN l.amount_period <> 'total' AND c.years IS NULL THEN 1 END) AS open_ended,
    COUNT(CASE WHEN l.qualifier = 'range' THEN 1 END) AS ranges,
    COUNT(CASE WHEN l.qualifier = 'up_to' THEN 1 END) AS ceilings,
    COUNT(CASE WHEN l.qualifier = 'at_least' THEN 1 END) AS floors,
    COUNT(CASE WHEN l.qualifier = 'about' THEN 1 END) AS abouts,
    MIN(l.currency) AS currency, MAX(l.currency) AS other_currency,
    MIN(l.measure) AS measure, MAX(l.measure) AS other_measure,
    SUM(CAST(round(l.amount_minor * CASE l.amount_period WHEN 'year' THEN c.years
      WHEN 'month' THEN 12 * c.years ELSE 1 END) AS BIGINT)) AS amount_minor,
    SUM(CAST(round(coalesce(l.amount_minor, l.amount_low_minor) * CASE l.amount_period
      WHEN 'year' THEN c.years WHEN 'month' THEN 12 * c.years ELSE 1 END) AS BIGINT)) AS low_minor,
    SUM(CAST(round(coalesce(l.amount_minor, l.amount_high_minor) * CASE l.amount_period
      WHEN 'year' THEN c.years WHEN 'month' THEN 12 * c.years ELSE 1 END) AS BIGINT)) AS high_minor,
    SUM(f.amount_usd_minor) AS amount_usd_minor, SUM(f.low_usd_minor) AS low_usd_minor,
    SUM(f.high_usd_minor) AS high_usd_minor, SUM(f.usd_per_year_minor) AS usd_per_year_minor,
    MIN(f.fx_on) AS fx_on, MAX(f.is_unconverted) AS is_unconverted
  FROM contract_leg l
  JOIN contract c ON c.id = l.contract_id
  JOIN customer_leg x ON x.contract_id = l.contract_id
  JOIN contract_leg first ON first.id = x.leg_id
  LEFT JOIN leg_figure f ON f.leg_id = l.id
  LEFT JOIN party_figure pays ON pays.party_id = l.payer_id
  LEFT JOIN party_figure buys ON buys.party_id = first.payer_id
  WHERE l.what = 'cash' AND coalesce(pays.identity_id, l.payer_id)
    = coalesce(buys.identity_id, first.payer_id)
  GROUP BY l.contract_id
),
contested AS (
  SELECT contract_id, COUNT(*) AS open_contradictions FROM contradiction_owners
  WHERE is_resolved = 0 GROUP BY contract_id
),
direction AS (
  SELECT l.contract_id, COUNT(*) AS claims FROM contradictions c
  JOIN contract_leg l ON l.id = c.record_id
  WHERE c.record_kind = 'contract_leg' AND c.dispute_kind = 'direction' GROUP BY l.contract_id
),
supported AS (
  SELECT c.record_id, MIN(s.published_on) AS first_on
  FROM claim c JOIN source s ON s.id = c.source_id
  WHERE c.record_table = 'contract' GROUP BY c.record_id
)
SELECT
  c.key AS contract_key, c.name AS contract, c.kind,
  customer.key AS customer_key, customer.name AS customer,
  supplier.key AS supplier_key, supplier.name AS supplier,
  gives.what AS gives, gets.what AS gets,
  signed.occurred_on AS signed_on, signed.occurred_until AS signed_until,
  c.starts_on, c.starts_until, c.ends_on, c.ends_until, c.years,
  CASE WHEN a.currency = a.other_currency THEN a.currency END AS currency,
  CASE WHEN a.currency = a.other_currency AND a.ranges = 0 AND a.open_ended = 0
    AND coalesce(a.measure = a.other_measure, 1 = 1)
    THEN a.amount_minor * 1.0 / y.minor_per_unit END AS amount,
  CASE WHEN a.currency = a.other_currency AND a.ranges > 0 AND a.open_ended = 0
    THEN a.low_minor * 1.0 / y.minor_per_unit END AS amount_low,
  CASE WHEN a.currency = a.other_currency AND a.ranges > 0 AND a.open_ended = 0
    THEN a.high_minor * 1.0 / y.minor_per_unit END AS amount_high,
  CASE WHEN a.legs IS NULL OR a.without_amount = a.legs THEN 'undisclosed'
    WHEN a.without_amount > 0 OR a.floors > 0 THEN 'at_least'
    WHEN a.ranges > 0 THEN 'range' WHEN a.ceilings > 0 THEN 'up_to'
    WHEN a.abouts > 0 THEN 'about' ELSE 'exact' END AS qualifier,
  CASE WHEN a.measure = a.other_measure THEN a.measure END AS measure,
  CASE WHEN a.ranges = 0 AND a.open_ended = 0 AND a.is_unconverted = 0
    THEN a.amount_usd_minor / 100.0 END AS amount_usd,
  CASE WHEN a.open_ended = 0 AND a.is_unconverted = 0 THEN a.low_usd_minor / 100.0 END AS low_usd,
  CASE WHEN a.open_ended = 0 AND a.is_unconverted = 0 AND a.floors = 0 AND a.without_amount = 0
    THEN a.high_usd_minor / 100.0 END AS high_usd,
  CASE WHEN a.currency = a.other_currency AND a.ranges = 0 AND a.open_ended = 0
    AND coalesce(a.measure = a.other_measure, 1 = 1) THEN a.amount_minor END AS amount_minor,
  CASE WHEN a.ranges = 0 AND a.open_ended = 0 AND a.is_unconverted = 0
    THEN a.amount_usd_minor END AS amount_usd_minor,
  a.fx_on, a.usd_per_year_minor / 100.0 AS usd_per_year,
  c.capacity_mw, c.take_or_pay, c.cancellable, c.cancellable_terms,
  st.evidence, st.binding, st.funding, st.stage, c.counted, c.not_counted_because,
  newer.key AS replaced_by_key,
  CASE WHEN z.claims > 0 THEN 1 ELSE 0 END AS direction_contested,
  coalesce(k.open_contradictions, 0) AS open_contradictions,
  s.title AS source, s.url AS source_url, s.grade AS source_grade, c.locator,
  CASE WHEN p.first_on < s.published_on OR s.published_on IS NULL
    THEN coalesce(p.first_on, s.retrieved_on) ELSE s.published_on END AS first_published_on,
  CASE WHEN p.first_on IS NULL AND s.published_on IS NULL AND s.retrieved_on IS NOT NULL
    THEN 1 ELSE 0 END AS first_published_is_retrieval,
  c.notes
FROM contract c
JOIN source s ON s.id = c.source_id
LEFT JOIN customer_leg x ON x.contract_id = c.id
LEFT JOIN contract_leg first ON first.id = x.leg_id
LEFT JOIN party_figure buys ON buys.party_id = first.payer_id
LEFT JOIN party customer ON customer.id = coalesce(buys.identity_id, first.payer_id)
LEFT JOIN party_figure sells ON sells.party_id = first.payee_id
LEFT JOIN party supplier ON supplier.id = coalesce(sells.identity_id, first.payee_id)
LEFT JOIN contract_leg gives ON gives.id = (
  SELECT MIN(l.id) FROM contract_leg l
  LEFT JOIN party_figure f ON f.party_id = l.payer_id
  WHERE l.contract_id = c.id AND coalesce(f.identity_id, l.payer_id) = customer.id)
LEFT JOIN contract_leg gets ON gets.id = (
  SELECT MIN(l.id) FROM contract_leg l
  LEFT JOIN party_figure f ON f.party_id = l.payee_id
  WHERE l.contract_id = c.id AND coalesce(f.identity_id, l.payee_id) = customer.id)
LEFT JOIN total a ON a.contract_id = c.id
LEFT JOIN currency y ON y.code = a.currency
LEFT JOIN event signed ON signed.id = (
  SELECT MIN(e.id) FROM event e
  WHERE e.contract_id = c.id AND e.kind = 'signed' AND e.occurred_on IS NOT NULL)
LEFT JOIN state_span st ON st.contract_id = c.id
  AND (st.from_on IS NULL OR st.from_on <= CURRENT_DATE)
  AND (st.before_on IS NULL OR CURRENT_DATE < st.before_on)
LEFT JOIN contract newer ON newer.id = (
  SELECT MIN(l.from_contract_id) FROM deal_link l
  WHERE l.to_contract_id = c.id AND l.kind = 'replaces')
LEFT JOIN contested k ON k.contract_id = c.id
LEFT JOIN direction z ON z.contract_id = c.id
LEFT JOIN supported p ON p.record_id = c.id;
