-- What each tranche amounts to by interval: its size, what is funded of it, what is outstanding,
-- from the first day up to, not including, `before_on`.
CREATE VIEW balance_spans AS
SELECT
  t.key AS tranche_key, t.name AS tranche, d.key AS deal_key, p.from_on, p.before_on,
  CASE p.stage_rank WHEN 1 THEN 'announced' WHEN 2 THEN 'binding' WHEN 3 THEN 'funded'
    WHEN 4 THEN 'outstanding' END AS stage,
  p.counted, p.currency,
  p.low_minor * 1.0 / y.minor_per_unit AS size_low,
  p.high_minor * 1.0 / y.minor_per_unit AS size_high,
  CASE WHEN p.stage_rank >= 3 THEN p.funded_low_minor * 1.0 / y.minor_per_unit END AS funded_low,
  CASE WHEN p.stage_rank >= 3 THEN p.funded_high_minor * 1.0 / y.minor_per_unit END AS funded_high,
  CASE WHEN p.stage_rank = 4 THEN p.outstanding_low_minor * 1.0 / y.minor_per_unit
    WHEN p.stage_rank = 3 THEN 0.0 END AS outstanding_low,
  CASE WHEN p.stage_rank = 4 THEN p.outstanding_high_minor * 1.0 / y.minor_per_unit
    WHEN p.stage_rank = 3 THEN 0.0 END AS outstanding_high,
  p.low_minor AS size_low_minor, p.high_minor AS size_high_minor,
  CASE WHEN p.stage_rank = 4 THEN p.outstanding_low_minor
    WHEN p.stage_rank = 3 THEN 0 END AS outstanding_low_minor,
  CASE WHEN p.stage_rank = 4 THEN p.outstanding_high_minor
    WHEN p.stage_rank = 3 THEN 0 END AS outstanding_high_minor,
  CASE WHEN p.stage_rank = 4 THEN p.outstanding_low_usd_minor
    WHEN p.stage_rank = 3 THEN 0 END AS outstanding_low_usd_minor,
  CASE WHEN p.stage_rank = 4 THEN p.outstanding_high_usd_minor
    WHEN p.stage_rank = 3 THEN 0 END AS outstanding_high_usd_minor,
  p.is_undated
FROM positions p
JOIN tranche t ON t.id = p.tranche_id
JOIN deal d ON d.id = t.deal_id
LEFT JOIN currency y ON y.code = p.currency;
