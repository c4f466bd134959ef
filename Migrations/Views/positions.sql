-- Each tranche at each interval of its status: the least and the most it can amount to, in its own
-- currency and in US dollars, in full and as far as it is funded. What is drawn in part counts as
-- funded by the draws on record up to that interval; without any it has no funded amount.
CREATE VIEW positions AS
SELECT
  t.id AS tranche_id, t.key AS tranche_key, d.key AS deal_key, d.issuer_id, t.instrument,
  f.is_debt, d.market, d.private_label, f.private_by_lender,
  CASE WHEN t.counted = 1 AND d.counted = 1 THEN 1 ELSE 0 END AS counted,
  s.from_on, s.before_on, s.stage,
  CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
    WHEN 'outstanding' THEN 4 ELSE 0 END AS stage_rank,
  s.is_undated, CASE WHEN x.record_key IS NULL THEN 0 ELSE 1 END AS is_contested,
  f.dated_on, f.dated_until, f.sp_notch, f.moodys_notch, f.fitch_notch, f.dbrs_notch,
  f.composite_notch, t.qualifier, t.currency, f.is_unconverted,
  CASE t.qualifier WHEN 'range' THEN t.amount_low_minor WHEN 'up_to' THEN 0
    ELSE t.amount_minor END AS low_minor,
  CASE t.qualifier WHEN 'range' THEN t.amount_high_minor WHEN 'at_least' THEN NULL
    ELSE t.amount_minor END AS high_minor,
  f.low_usd_minor, f.high_usd_minor,
  CASE WHEN s.funding = 'partly_drawn' THEN w.drawn_minor
    ELSE CASE t.qualifier WHEN 'range' THEN t.amount_low_minor WHEN 'up_to' THEN 0
      ELSE t.amount_minor END END AS funded_low_minor,
  CASE WHEN s.funding = 'partly_drawn' THEN w.drawn_minor
    ELSE CASE t.qualifier WHEN 'range' THEN t.amount_high_minor WHEN 'at_least' THEN NULL
      ELSE t.amount_minor END END AS funded_high_minor,
  CASE WHEN s.funding = 'partly_drawn'
    THEN CAST(round(w.drawn_minor * f.cents_per_minor) AS BIGINT)
    ELSE f.low_usd_minor END AS funded_low_usd_minor,
  CASE WHEN s.funding = 'partly_drawn'
    THEN CAST(round(w.drawn_minor * f.cents_per_minor) AS BIGINT)
    ELSE f.high_usd_minor END AS funded_high_usd_minor
FROM tranche t
JOIN deal d ON d.id = t.deal_id
JOIN tranche_figure f ON f.tranche_id = t.id
JOIN state_span s ON s.tranche_id = t.id
LEFT JOIN contested x ON x.record_kind = 'tranche' AND x.record_key = t.key
LEFT JOIN (
  SELECT s.id AS span_id, SUM(e.amount_minor) AS drawn_minor
  FROM state_span s
  JOIN tranche t ON t.id = s.tranche_id
  JOIN event e ON e.kind = 'drawn' AND e.currency = t.currency
    AND (e.tranche_id = t.id OR e.deal_id = t.deal_id)
    AND (e.occurred_on IS NULL OR e.occurred_on <= s.from_on)
  WHERE s.funding = 'partly_drawn'
    AND (e.tranche_id = t.id OR NOT EXISTS (SELECT 1 FROM tranche other
      WHERE other.deal_id = t.deal_id AND other.id <> t.id AND other.counted = 1))
  GROUP BY s.id
) w ON w.span_id = s.id;
