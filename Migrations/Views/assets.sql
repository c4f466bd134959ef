CREATE VIEW assets AS
SELECT
  a.key AS asset_key, a.name AS asset, a.kind, o.key AS owner_key, o.name AS owner, a.country,
  a.place, a.capacity_mw, a.quantity, a.unit, a.model, a.useful_life_years,
  a.currency, a.amount_minor * 1.0 / y.minor_per_unit AS amount,
  a.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  a.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  a.qualifier, a.measure, a.amount_minor,
  a.appraised_on, a.appraised_until, a.in_service_on, a.in_service_until,
  (SELECT COUNT(*) FROM pledge x WHERE x.asset_id = a.id
    AND (x.released_until IS NULL OR CURRENT_DATE < x.released_until)) AS pledges_of_asset,
  a.notes, s.title AS source, s.url AS source_url, s.published_on AS first_published_on
FROM asset a
JOIN source s ON s.id = a.source_id
LEFT JOIN party o ON o.id = a.owner_id
LEFT JOIN currency y ON y.code = a.currency;
