CREATE VIEW tranches AS
WITH current_level AS (
  SELECT tranche_id, MIN(level_rank) AS level_rank
  FROM tranche_ratings
  WHERE from_on <= CURRENT_DATE AND (before_on IS NULL OR CURRENT_DATE < before_on)
  GROUP BY tranche_id
),
current_rating AS (
  SELECT r.tranche_id, r.level, r.agency, r.grade, r.notch,
    row_number() OVER (PARTITION BY r.tranche_id ORDER BY r.notch, r.agency) AS place,
    COUNT(*) OVER (PARTITION BY r.tranche_id) AS agencies
  FROM tranche_ratings r
  JOIN current_level l ON l.tranche_id = r.tranche_id AND l.level_rank = r.level_rank
  WHERE r.from_on <= CURRENT_DATE AND (r.before_on IS NULL OR CURRENT_DATE < r.before_on)
    AND (r.agency = 'sp' OR r.agency = 'moodys' OR r.agency = 'fitch' OR r.agency = 'dbrs')
),
composite AS (
  SELECT r.tranche_id, MIN(r.level) AS level,
    MAX(CASE WHEN r.agency = 'sp' THEN r.grade END) AS sp,
    MAX(CASE WHEN r.agency = 'moodys' THEN r.grade END) AS moodys,
    MAX(CASE WHEN r.agency = 'fitch' THEN r.grade END) AS fitch,
    MAX(CASE WHEN r.agency = 'dbrs' THEN r.grade END) AS dbrs,
    MAX(CASE WHEN r.agencies = 1 OR r.place = 2 THEN r.notch END) AS notch
  FROM current_rating r
  GROUP BY r.tranche_id
),
grade_of_notch AS (
  SELECT notch, MIN(grade) AS grade FROM rating_grade WHERE agency = 'sp' GROUP BY notch
),
supported AS (
  SELECT c.record_id, MIN(s.published_on) AS first_on
  FROM claim c JOIN source s ON s.id = c.source_id
  WHERE c.record_table = 'tranche' GROUP BY c.record_id
),
contested AS (
  SELECT tranche_id, COUNT(*) AS open_contradictions
  FROM contradiction_owners WHERE is_resolved = 0 GROUP BY tranche_id
)
SELECT
  t.key AS tranche_key, t.name AS tranche, d.key AS deal_key, d.name AS deal,
  i.key AS issuer_key, i.name AS issuer, o.key AS obligor_key, o.name AS obligor,
  joined.key AS joins_key, t.instrument, f.is_debt, t.is_remainder, t.seniority, t.secured,
  t.currency, t.amount_minor * 1.0 / y.minor_per_unit AS amount,
  t.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  t.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  t.qualifier, t.measure, f.amount_usd_minor / 100.0 AS amount_usd,
  f.low_usd_minor / 100.0 AS low_usd, f.high_usd_minor / 100.0 AS high_usd,
  t.amount_minor, f.amount_usd_minor, f.low_usd_minor, f.high_usd_minor, f.fx_on,
  f.is_unconverted,
  CASE WHEN st.stage = 'outstanding' THEN coalesce(st.balance_minor,
    CASE WHEN st.funding = 'partly_drawn' THEN st.drawn_minor ELSE t.amount_minor END
    - coalesce(st.repaid_minor, 0)) END AS outstanding_minor,
  t.rate_type, t.coupon_pct, t.benchmark, t.spread_bps, t.spread_bps_high, t.floor_pct,
  t.issue_price_pct, t.yield_pct,
  f.priced_on, f.priced_until, f.settled_on, f.settled_until,
  t.matures_on, t.matures_until,
  CASE WHEN t.matures_on = t.matures_until THEN CAST(t.matures_on AS TEXT)
    ELSE coalesce(m.value, CAST(t.matures_on AS TEXT) || '/' || CAST(t.matures_until AS TEXT))
    END AS matures_text,
  coalesce(t.stated_tenor_years,
    round(CAST(substr(CAST(t.matures_on AS TEXT), 1, 4) AS INTEGER)
      + CAST(substr(CAST(t.matures_on AS TEXT), 6, 2) AS INTEGER) / 12.0
      - CAST(substr(CAST(f.dated_on AS TEXT), 1, 4) AS INTEGER)
      - CAST(substr(CAST(f.dated_on AS TEXT), 6, 2) AS INTEGER) / 12.0, 1)) AS tenor_years,
  t.amortisation, t.first_call_on, t.first_call_until,
  r.sp, r.moodys, r.fitch, r.dbrs AS other_grade, g.grade AS composite_grade,
  r.notch AS composite_notch, r.level AS composite_level,
  CASE WHEN f.is_debt = 0 THEN NULL WHEN r.notch IS NULL THEN 'unrated'
    WHEN r.notch <= 10 THEN 'investment_grade' ELSE 'high_yield' END AS bucket,
  f.composite_notch AS composite_notch_at_pricing,
  f.private_by_lender,
  isin.value AS isin, cusip.value AS cusip,
  st.evidence, st.binding, st.funding, st.stage,
  CASE WHEN t.counted = 1 AND d.counted = 1 THEN 1 ELSE 0 END AS counted,
  coalesce(t.not_counted_because, d.not_counted_because) AS not_counted_because,
  coalesce(k.open_contradictions, 0) AS open_contradictions,
  s.title AS source, s.url AS source_url, t.locator,
  CASE WHEN p.first_on < s.published_on OR s.published_on IS NULL
    THEN coalesce(p.first_on, s.retrieved_on) ELSE s.published_on END AS first_published_on,
  CASE WHEN p.first_on IS NULL AND s.published_on IS NULL AND s.retrieved_on IS NOT NULL
    THEN 1 ELSE 0 END AS first_published_is_retrieval
FROM tranche t
JOIN deal d ON d.id = t.deal_id
LEFT JOIN party_figure whose ON whose.party_id = d.issuer_id
JOIN party i ON i.id = coalesce(whose.identity_id, d.issuer_id)
JOIN source s ON s.id = t.source_id
LEFT JOIN tranche joined ON joined.id = t.joins_tranche_id
LEFT JOIN tranche_figure f ON f.tranche_id = t.id
LEFT JOIN currency y ON y.code = t.currency
LEFT JOIN party o ON o.id = (
  SELECT coalesce(f.identity_id, q.party_id) FROM participation q
  LEFT JOIN party_figure f ON f.party_id = q.party_id WHERE q.id = (
    SELECT MIN(x.id) FROM participation x
    WHERE x.deal_id = d.id AND (x.role = 'tenant' OR x.role = 'offtaker')))
LEFT JOIN state_span st ON st.id = (
  SELECT MAX(x.id) FROM state_span x
  WHERE (x.tranche_id = t.id OR x.deal_id = t.deal_id AND f.has_own_states = 0)
    AND (x.from_on IS NULL OR x.from_on <= CURRENT_DATE)
    AND (x.before_on IS NULL OR CURRENT_DATE < x.before_on))
LEFT JOIN composite r ON r.tranche_id = t.id AND f.is_debt = 1
LEFT JOIN grade_of_notch g ON g.notch = r.notch
LEFT JOIN claim m ON m.record_table = 'tranche' AND m.record_id = t.id
  AND m.attribute = 'matures_on' AND m.stance = 'preferred'
LEFT JOIN supported p ON p.record_id = t.id
LEFT JOIN contested k ON k.tranche_id = t.id
LEFT JOIN instrument_identifier isin ON isin.id = (
  SELECT MIN(x.id) FROM instrument_identifier x WHERE x.tranche_id = t.id AND x.scheme = 'isin')
LEFT JOIN instrument_identifier cusip ON cusip.id = (
  SELECT MIN(x.id) FROM instrument_identifier x WHERE x.tranche_id = t.id AND x.scheme = 'cusip');
