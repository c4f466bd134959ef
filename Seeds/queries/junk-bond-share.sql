-- title: Junk-bond share: how much of the rated bonds is below investment grade
-- definition: Face value of counted bond tranches (convertibles apart) that have reached the
--   stage, by composite rating on their pricing day. High yield begins at BB+ / Ba1 / BB (high),
--   notch 11. The share is high yield over all rated bonds; unrated bonds are a row of their own,
--   never junk. Level of the rating: tranche, else deal, else for unsecured senior bonds the
--   issuer's senior unsecured rating, else the issuer's. An "up to" counts from nothing to its
--   ceiling, a range from its low to its high end; no midpoint is taken.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts, at the rate of each deal's own day;
--   default USD
-- parameter: stage stage; announced, binding, funded or outstanding; default binding
-- parameter: rating_rule rule; second_best (one rating: that; two: the worse; three: the middle),
--   average, lowest, highest, sp_first, moodys_first, fitch_first; default second_best
-- column: bucket text; investment_grade, high_yield or unrated
-- column: tranches count; bond tranches in the bucket
-- column: face_low money; the least their face can add up to
-- column: face_high money; the most, as far as ceilings are known
-- column: share_of_rated_low_pct percent; the least share of rated bonds
-- column: share_of_rated_high_pct percent; the most
-- column: currency text; the currency of the amounts
-- column: remark text; why there is no share, where there is none
-- chart: bar bucket face_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:stage, 'binding') AS stage, coalesce(:rating_rule, 'second_best') AS rating_rule
),
stage_rank AS (
  SELECT 'announced' AS stage, 1 AS rank UNION ALL SELECT 'binding', 2
  UNION ALL SELECT 'funded', 3 UNION ALL SELECT 'outstanding', 4
),
bond AS (
  SELECT t.id, t.currency, t.qualifier, t.amount_minor, t.amount_low_minor, t.amount_high_minor,
    f.low_usd_minor, f.high_usd_minor, f.dated_until, f.sp_notch, f.moodys_notch, f.fitch_notch,
    f.dbrs_notch, f.composite_notch, s.stage, s.funding, p.currency AS target, p.rating_rule,
    p.stage AS wanted,
    EXISTS (SELECT 1 FROM contradictions c WHERE c.is_resolved = 0
      AND (c.record_kind = 'tranche' AND c.record_key = t.key
        OR c.record_kind = 'deal' AND c.record_key = d.key AND c.attribute = 'amount'
          AND t.is_remainder = 1)) AS contradicted
  FROM parameter p
  JOIN tranche t ON t.instrument = 'bond' AND t.counted = 1
  JOIN deal d ON d.id = t.deal_id AND d.counted = 1
  JOIN tranche_figure f ON f.tranche_id = t.id
  JOIN state_span s ON s.id = coalesce(
    (SELECT x.id FROM state_span x WHERE x.tranche_id = t.id
      AND (x.from_on IS NULL OR x.from_on <= p.as_of)
      AND (x.before_on IS NULL OR p.as_of < x.before_on)),
    (SELECT x.id FROM state_span x WHERE x.deal_id = t.deal_id
      AND (x.from_on IS NULL OR x.from_on <= p.as_of)
      AND (x.before_on IS NULL OR p.as_of < x.before_on)))
  JOIN stage_rank has ON has.stage = s.stage
  JOIN stage_rank wants ON wants.stage = p.stage AND has.rank >= wants.rank
),
rated AS (
  SELECT b.*,
    CASE b.rating_rule
      WHEN 'second_best' THEN b.composite_notch
      WHEN 'average' THEN CAST(0.5 + (coalesce(b.sp_notch, 0) + coalesce(b.moodys_notch, 0)
        + coalesce(b.fitch_notch, 0)) * 1.0
        / nullif((b.sp_notch IS NOT NULL) + (b.moodys_notch IS NOT NULL)
          + (b.fitch_notch IS NOT NULL), 0) AS INTEGER)
      WHEN 'lowest' THEN nullif(max(coalesce(b.sp_notch, 0), coalesce(b.moodys_notch, 0),
        coalesce(b.fitch_notch, 0), coalesce(b.dbrs_notch, 0)), 0)
      WHEN 'highest' THEN nullif(min(coalesce(b.sp_notch, 99), coalesce(b.moodys_notch, 99),
        coalesce(b.fitch_notch, 99), coalesce(b.dbrs_notch, 99)), 99)
      WHEN 'sp_first' THEN coalesce(b.sp_notch, b.moodys_notch, b.fitch_notch, b.dbrs_notch)
      WHEN 'moodys_first' THEN coalesce(b.moodys_notch, b.sp_notch, b.fitch_notch, b.dbrs_notch)
      WHEN 'fitch_first' THEN coalesce(b.fitch_notch, b.sp_notch, b.moodys_notch, b.dbrs_notch)
    END AS notch,
    CASE WHEN b.target = 'USD' THEN 1.0 WHEN b.target = b.currency THEN NULL ELSE (
      SELECT CASE b.target WHEN 'EUR' THEN 1.0 ELSE r.units_per_euro END / u.units_per_euro
        * y.minor_per_unit / 100.0
      FROM fx_rate u
      LEFT JOIN fx_rate r ON r.currency = b.target AND r.published_on = u.published_on
      JOIN currency y ON y.code = b.target
      WHERE u.currency = 'USD' AND u.published_on <= b.dated_until
        AND u.published_on >= date(b.dated_until, '-7 days')
      ORDER BY u.published_on DESC LIMIT 1) END AS target_per_cent,
    b.wanted IN ('funded', 'outstanding') AND b.funding = 'partly_drawn' AS is_part
  FROM bond b
),
valued AS (
  SELECT CASE WHEN notch IS NULL THEN 'unrated' WHEN notch <= 10 THEN 'investment_grade'
      ELSE 'high_yield' END AS bucket,
    qualifier, contradicted, is_part,
    CASE WHEN is_part THEN NULL
      WHEN target = currency AND target <> 'USD' THEN CASE qualifier
        WHEN 'range' THEN amount_low_minor WHEN 'up_to' THEN 0 ELSE amount_minor END
      ELSE CAST(round(low_usd_minor * target_per_cent) AS INTEGER) END AS low_minor,
    CASE WHEN is_part THEN NULL
      WHEN target = currency AND target <> 'USD' THEN CASE qualifier
        WHEN 'range' THEN amount_high_minor WHEN 'at_least' THEN NULL ELSE amount_minor END
      ELSE CAST(round(high_usd_minor * target_per_cent) AS INTEGER) END AS high_minor
  FROM rated
),
bucket AS (
  SELECT 1 AS place, 'investment_grade' AS bucket UNION ALL SELECT 2, 'high_yield'
  UNION ALL SELECT 3, 'unrated'
),
summed AS (
  SELECT k.place, k.bucket, COUNT(v.bucket) AS tranches,
    coalesce(SUM(v.low_minor), 0) AS low_minor,
    coalesce(SUM(coalesce(v.high_minor, v.low_minor)), 0) AS high_minor,
    COUNT(v.low_minor) AS rows_used,
    COUNT(CASE WHEN v.qualifier = 'undisclosed' OR v.is_part THEN 1 END) AS rows_without_amount,
    COUNT(CASE WHEN v.qualifier <> 'undisclosed' AND NOT v.is_part AND v.low_minor IS NULL
      THEN 1 END) AS rows_unconverted,
    coalesce(SUM(v.contradicted), 0) AS rows_contradicted
  FROM bucket k LEFT JOIN valued v ON v.bucket = k.bucket
  GROUP BY k.place, k.bucket
)
SELECT s.bucket, s.tranches,
  s.low_minor * 1.0 / y.minor_per_unit AS face_low,
  s.high_minor * 1.0 / y.minor_per_unit AS face_high,
  CASE WHEN s.bucket <> 'unrated'
    THEN round(100.0 * s.low_minor / nullif(s.low_minor + o.high_minor, 0), 4) END
    AS share_of_rated_low_pct,
  CASE WHEN s.bucket <> 'unrated'
    THEN round(100.0 * s.high_minor / nullif(s.high_minor + o.low_minor, 0), 4) END
    AS share_of_rated_high_pct,
  p.currency,
  CASE WHEN s.bucket <> 'unrated' AND s.high_minor + o.high_minor = 0
    THEN 'no rated bond with an amount' END AS remark,
  s.rows_used, s.rows_without_amount, s.rows_unconverted, s.rows_contradicted
FROM summed s
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
LEFT JOIN summed o ON o.bucket = CASE s.bucket WHEN 'high_yield' THEN 'investment_grade'
  WHEN 'investment_grade' THEN 'high_yield' END
ORDER BY s.place;
