CREATE VIEW deals AS
WITH total AS (
  SELECT t.deal_id, COUNT(*) AS tranches,
    COUNT(CASE WHEN t.qualifier = 'undisclosed' THEN 1 END) AS without_amount,
    COUNT(CASE WHEN t.qualifier = 'range' THEN 1 END) AS ranges,
    COUNT(CASE WHEN t.qualifier = 'up_to' THEN 1 END) AS ceilings,
    COUNT(CASE WHEN t.qualifier = 'at_least' THEN 1 END) AS floors,
    COUNT(CASE WHEN t.qualifier = 'about' THEN 1 END) AS abouts,
    MIN(t.currency) AS currency, MAX(t.currency) AS other_currency,
    MIN(t.measure) AS measure, MAX(t.measure) AS other_measure,
    SUM(t.amount_minor) AS amount_minor,
    COUNT(DISTINCT CASE t.qualifier WHEN 'about' THEN 'exact' ELSE t.qualifier END) AS kinds,
    SUM(CASE t.qualifier WHEN 'up_to' THEN 0
      ELSE coalesce(t.amount_minor, t.amount_low_minor) END) AS low_minor,
    SUM(coalesce(t.amount_minor, t.amount_high_minor)) AS high_minor,
    COUNT(CASE WHEN f.is_unconverted = 1 THEN 1 END) AS unconverted,
    COUNT(f.fx_on) AS converted, MIN(f.fx_on) AS fx_on,
    SUM(f.amount_usd_minor) AS amount_usd_minor,
    SUM(f.low_usd_minor) AS low_usd_minor, SUM(f.high_usd_minor) AS high_usd_minor,
    MIN(CASE WHEN f.is_debt = 1 THEN f.private_by_lender END) AS private_by_lender,
    MAX(CASE WHEN f.is_debt = 1 THEN f.private_by_lender END) AS other_private,
    MIN(CASE WHEN f.is_debt = 1 THEN f.private_by_market END) AS private_by_market,
    MAX(CASE WHEN f.is_debt = 1 THEN f.private_by_market END) AS other_by_market,
    MIN(CASE WHEN f.is_debt = 1 THEN f.private_as_labelled END) AS private_as_labelled,
    MAX(CASE WHEN f.is_debt = 1 THEN f.private_as_labelled END) AS other_as_labelled
  FROM tranche t
  LEFT JOIN tranche_figure f ON f.tranche_id = t.id
  WHERE t.counted = 1
  GROUP BY t.deal_id
),
supported AS (
  SELECT c.record_id, MIN(s.published_on) AS first_on
  FROM claim c JOIN source s ON s.id = c.source_id
  WHERE c.record_table = 'deal' GROUP BY c.record_id
),
contested AS (
  SELECT deal_id, COUNT(*) AS open_contradictions FROM contradiction_owners
  WHERE is_resolved = 0 GROUP BY deal_id
)
SELECT
  d.key AS deal_key, d.name AS deal, d.kind, i.key AS issuer_key, i.name AS issuer,
  sponsor.key AS sponsor_key, sponsor.name AS sponsor,
  obligor.key AS obligor_key, obligor.name AS obligor, d.country,
  announced.occurred_on AS announced_on, announced.occurred_until AS announced_until,
  priced.occurred_on AS priced_on, priced.occurred_until AS priced_until,
  closed.occurred_on AS closed_on, closed.occurred_until AS closed_until,
  d.market, coalesce(CASE WHEN a.private_by_lender = a.other_private THEN a.private_by_lender END,
    'unknown') AS private_by_lender,
  CASE WHEN d.market = 'private_credit' THEN 'yes'
    WHEN d.market = 'bank_syndicated' OR d.market = 'sec_registered' OR d.market = 'rule_144a'
      THEN 'no'
    WHEN d.market IS NULL AND a.private_by_market = a.other_by_market THEN a.private_by_market
    ELSE 'unknown' END AS private_by_market,
  coalesce(d.private_label, CASE WHEN d.market = 'private_credit' THEN 'yes'
    WHEN a.private_as_labelled = a.other_as_labelled THEN a.private_as_labelled
    ELSE 'unknown' END) AS private_as_labelled,
  coalesce(b.treatment, 'unknown') AS balance_sheet, balanced.name AS balance_sheet_of,
  d.recourse, d.use_of_proceeds,
  st.evidence, st.binding, st.funding, st.stage, d.counted, d.not_counted_because,
  umbrella.key AS part_of_key, newer.key AS replaced_by_key,
  CASE WHEN a.currency = a.other_currency THEN a.currency END AS currency,
  CASE WHEN a.currency = a.other_currency AND a.ranges = 0
    THEN a.amount_minor * 1.0 / y.minor_per_unit END AS amount,
  CASE WHEN a.currency = a.other_currency AND a.ranges > 0
    THEN a.low_minor * 1.0 / y.minor_per_unit END AS amount_low,
  CASE WHEN a.currency = a.other_currency AND a.ranges > 0 AND a.floors = 0
    AND a.without_amount = 0 THEN a.high_minor * 1.0 / y.minor_per_unit END AS amount_high,
  CASE WHEN a.tranches IS NULL OR a.without_amount = a.tranches THEN 'undisclosed'
    WHEN a.kinds = 1 AND a.ceilings > 0 THEN 'up_to'
    WHEN a.without_amount > 0 OR a.floors > 0
      THEN CASE WHEN a.ceilings = 0 AND a.ranges = 0 THEN 'at_least' END
    WHEN a.ranges > 0 OR a.ceilings > 0 THEN 'range'
    WHEN a.abouts > 0 THEN 'about' ELSE 'exact' END AS qualifier,
  CASE WHEN a.measure = a.other_measure THEN a.measure END AS measure,
  CASE WHEN a.ranges = 0 AND a.unconverted = 0 THEN a.amount_usd_minor / 100.0 END AS amount_usd,
  CASE WHEN a.unconverted = 0 THEN a.low_usd_minor / 100.0 END AS low_usd,
  CASE WHEN a.unconverted = 0 AND a.floors = 0 AND a.without_amount = 0
    THEN a.high_usd_minor / 100.0 END AS high_usd,
  CASE WHEN a.currency = a.other_currency AND a.ranges = 0 THEN a.amount_minor END AS amount_minor,
  CASE WHEN a.ranges = 0 AND a.unconverted = 0 THEN a.amount_usd_minor END AS amount_usd_minor,
  CASE WHEN a.converted > 0 THEN a.fx_on END AS fx_on,
  stated.amount_minor AS stated_amount_minor, stated.amount_low_minor AS stated_low_minor,
  stated.amount_high_minor AS stated_high_minor, stated.qualifier AS stated_qualifier,
  coalesce(a.tranches, 0) AS tranches, coalesce(a.without_amount, 0) AS tranches_without_amount,
  coalesce(k.open_contradictions, 0) AS open_contradictions,
  s.title AS source, s.url AS source_url, s.grade AS source_grade, d.locator,
  CASE WHEN p.first_on < s.published_on OR s.published_on IS NULL
    THEN coalesce(p.first_on, s.retrieved_on) ELSE s.published_on END AS first_published_on,
  CASE WHEN p.first_on IS NULL AND s.published_on IS NULL AND s.retrieved_on IS NOT NULL
    THEN 1 ELSE 0 END AS first_published_is_retrieval,
  d.notes
FROM deal d
LEFT JOIN party_figure whose ON whose.party_id = d.issuer_id
JOIN party i ON i.id = coalesce(whose.identity_id, d.issuer_id)
JOIN source s ON s.id = d.source_id
LEFT JOIN total a ON a.deal_id = d.id
LEFT JOIN currency y ON y.code = a.currency
LEFT JOIN party sponsor ON sponsor.id = (
  SELECT coalesce(f.identity_id, q.party_id) FROM participation q
  LEFT JOIN party_figure f ON f.party_id = q.party_id WHERE q.id = (
    SELECT MIN(x.id) FROM participation x WHERE x.deal_id = d.id AND x.role = 'sponsor'))
LEFT JOIN party obligor ON obligor.id = (
  SELECT coalesce(f.identity_id, q.party_id) FROM participation q
  LEFT JOIN party_figure f ON f.party_id = q.party_id WHERE q.id = (
    SELECT MIN(x.id) FROM participation x
    WHERE x.deal_id = d.id AND (x.role = 'tenant' OR x.role = 'offtaker')))
LEFT JOIN event announced ON announced.id = (
  SELECT MIN(e.id) FROM event e
  WHERE e.deal_id = d.id AND e.kind = 'announced' AND e.occurred_on IS NOT NULL)
LEFT JOIN event priced ON priced.id = (
  SELECT MIN(e.id) FROM event e
  WHERE e.deal_id = d.id AND e.kind = 'priced' AND e.occurred_on IS NOT NULL)
LEFT JOIN event closed ON closed.id = (
  SELECT MIN(e.id) FROM event e
  WHERE e.deal_id = d.id AND e.kind = 'closed' AND e.occurred_on IS NOT NULL)
LEFT JOIN accounting_treatment b ON b.id = (
  SELECT MIN(x.id) FROM accounting_treatment x WHERE x.deal_id = d.id)
LEFT JOIN party_figure bf ON bf.party_id = b.party_id
LEFT JOIN party balanced ON balanced.id = coalesce(bf.identity_id, b.party_id)
LEFT JOIN state_span st ON st.deal_id = d.id
  AND (st.from_on IS NULL OR st.from_on <= CURRENT_DATE)
  AND (st.before_on IS NULL OR CURRENT_DATE < st.before_on)
LEFT JOIN deal umbrella ON umbrella.id = (
  SELECT MIN(l.to_deal_id) FROM deal_link l WHERE l.from_deal_id = d.id AND l.kind = 'part_of')
LEFT JOIN deal newer ON newer.id = (
  SELECT MIN(l.from_deal_id) FROM deal_link l WHERE l.to_deal_id = d.id AND l.kind = 'replaces')
LEFT JOIN claim stated ON stated.record_table = 'deal' AND stated.record_id = d.id
  AND stated.attribute = 'amount' AND stated.stance = 'preferred'
LEFT JOIN supported p ON p.record_id = d.id
LEFT JOIN contested k ON k.deal_id = d.id;
