CREATE VIEW holdings AS
SELECT
  coalesce(h.key, 'holding/' || h.id) AS holding_key, p.key AS holder_key, p.name AS holder,
  p.kind AS holder_kind, coalesce(i.key, b.key) AS issuer_key, coalesce(i.name, b.name) AS issuer,
  d.key AS deal_key, d.name AS deal, t.key AS tranche_key, t.name AS tranche, h.matched_by,
  h.kind, h.asset_category, h.title, h.issuer_name, h.issuer_lei, h.issuer_country,
  h.issuer_category, h.isin, h.cusip, h.as_of_on, h.as_of_until,
  h.currency, h.amount_minor * 1.0 / y.minor_per_unit AS amount,
  h.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  h.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  h.qualifier, h.measure, h.amount_minor,
  h.value_minor * 1.0 / coalesce(z.minor_per_unit, y.minor_per_unit) AS value, h.value_minor,
  CASE WHEN h.value_minor IS NOT NULL THEN coalesce(h.value_currency, h.currency) END
    AS value_currency,
  h.shares, h.shares_unit, h.owned_pct, h.net_assets_pct, h.coupon_pct, h.rate_type, h.matures_on,
  h.matures_until, h.is_in_default, h.is_in_arrears, h.is_paid_in_kind, h.is_convertible,
  h.is_short, h.is_restricted, h.fair_value_level,
  h.notes, s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM holding h
JOIN party p ON p.id = h.holder_id
JOIN source s ON s.id = h.source_id
LEFT JOIN party i ON i.id = h.issuer_id
LEFT JOIN tranche t ON t.id = h.tranche_id
LEFT JOIN deal d ON d.id = t.deal_id
LEFT JOIN party b ON b.id = d.issuer_id
LEFT JOIN currency y ON y.code = h.currency
LEFT JOIN currency z ON z.code = h.value_currency;
