CREATE VIEW issuers AS
WITH rated AS (
  SELECT party_id, agency, grade, notch, COUNT(*) OVER (PARTITION BY party_id) AS agencies,
    row_number() OVER (PARTITION BY party_id ORDER BY notch, agency) AS place
  FROM (SELECT coalesce(f.identity_id, r.party_id) AS party_id, r.agency, r.grade, r.notch,
      r.level, r.from_on, r.before_on
    FROM rating_spans r LEFT JOIN party_figure f ON f.party_id = r.party_id) s
  WHERE level = 'issuer' AND from_on <= CURRENT_DATE
    AND (before_on IS NULL OR CURRENT_DATE < before_on)
    AND (agency = 'sp' OR agency = 'moodys' OR agency = 'fitch' OR agency = 'dbrs')
),
composite AS (
  SELECT party_id, MAX(CASE WHEN agency = 'sp' THEN grade END) AS sp,
    MAX(CASE WHEN agency = 'moodys' THEN grade END) AS moodys,
    MAX(CASE WHEN agency = 'fitch' THEN grade END) AS fitch,
    MAX(CASE WHEN agencies = 1 OR place = 2 THEN notch END) AS notch
  FROM rated GROUP BY party_id
),
grade_of_notch AS (
  SELECT notch, MIN(grade) AS grade FROM rating_grade WHERE agency = 'sp' GROUP BY notch
),
issued AS (
  SELECT coalesce(i.identity_id, d.issuer_id) AS issuer_id,
    COUNT(DISTINCT CASE WHEN d.counted = 1 THEN d.id END) AS deals,
    COUNT(t.id) AS tranches,
    SUM(CASE WHEN x.stage_rank >= 1 THEN f.amount_usd_minor END) AS announced_minor,
    SUM(CASE WHEN x.stage_rank >= 2 THEN f.amount_usd_minor END) AS binding_minor,
    SUM(CASE WHEN x.stage_rank < 3 THEN NULL WHEN x.is_partly_drawn = 1 THEN x.funded_low_usd_minor
      ELSE f.amount_usd_minor END) AS funded_minor,
    SUM(CASE WHEN x.stage_rank < 4 THEN NULL
      WHEN x.outstanding_low_usd_minor = x.low_usd_minor THEN f.amount_usd_minor
      ELSE x.outstanding_low_usd_minor END) AS outstanding_minor,
    MIN(CASE WHEN t.matures_until >= CURRENT_DATE THEN t.matures_on END) AS next_matures_on,
    COUNT(CASE WHEN t.id IS NOT NULL AND f.amount_usd_minor IS NULL THEN 1 END)
      AS tranches_without_amount
  FROM deal d
  LEFT JOIN party_figure i ON i.party_id = d.issuer_id
  LEFT JOIN tranche t ON t.deal_id = d.id AND t.counted = 1 AND d.counted = 1
  LEFT JOIN tranche_figure f ON f.tranche_id = t.id AND f.is_debt = 1
  LEFT JOIN positions x ON x.tranche_id = f.tranche_id
    AND (x.from_on IS NULL OR x.from_on <= CURRENT_DATE)
    AND (x.before_on IS NULL OR CURRENT_DATE < x.before_on)
  GROUP BY coalesce(i.identity_id, d.issuer_id)
),
off_balance AS (
  SELECT coalesce(i.identity_id, b.party_id) AS party_id, SUM(x.high_usd_minor) AS amount_minor
  FROM deal d
  JOIN accounting_treatment b ON b.id = coalesce(
    (SELECT MIN(o.id) FROM accounting_treatment o
      JOIN participation q ON q.deal_id = d.id AND q.role = 'sponsor'
      LEFT JOIN party_figure x ON x.party_id = o.party_id
      LEFT JOIN party_figure y ON y.party_id = q.party_id
      WHERE o.deal_id = d.id
        AND coalesce(x.identity_id, o.party_id) = coalesce(y.identity_id, q.party_id)),
    (SELECT MIN(o.id) FROM accounting_treatment o
      JOIN participation q ON q.deal_id = d.id AND q.role = 'tenant'
      LEFT JOIN party_figure x ON x.party_id = o.party_id
      LEFT JOIN party_figure y ON y.party_id = q.party_id
      WHERE o.deal_id = d.id
        AND coalesce(x.identity_id, o.party_id) = coalesce(y.identity_id, q.party_id)))
  LEFT JOIN party_figure i ON i.party_id = b.party_id
  JOIN positions x ON x.deal_id = d.id AND x.is_debt = 1 AND x.counted = 1 AND x.stage_rank >= 1
    AND (x.from_on IS NULL OR x.from_on <= CURRENT_DATE)
    AND (x.before_on IS NULL OR CURRENT_DATE < x.before_on)
  WHERE b.treatment <> 'consolidated' AND b.treatment <> 'unknown'
  GROUP BY coalesce(i.identity_id, b.party_id)
),
disputed AS (
  SELECT coalesce(i.identity_id, d.issuer_id) AS issuer_id, COUNT(*) AS open_contradictions
  FROM contradiction_owners c
  JOIN deal d ON d.id = c.deal_id
  LEFT JOIN party_figure i ON i.party_id = d.issuer_id
  WHERE c.is_resolved = 0 GROUP BY coalesce(i.identity_id, d.issuer_id)
)
SELECT
  p.party_key AS issuer_key, p.party AS issuer, p.kind, p.country,
  p.sponsor_key, p.sponsor, p.parent_key, p.parent, p.lei, p.ticker,
  r.sp, r.moodys, r.fitch, g.grade AS composite_grade,
  CASE WHEN r.notch IS NULL THEN 'unrated' WHEN r.notch <= 10 THEN 'investment_grade'
    ELSE 'high_yield' END AS bucket,
  a.deals, a.tranches, a.announced_minor / 100.0 AS announced_usd,
  a.binding_minor / 100.0 AS binding_usd, a.funded_minor / 100.0 AS funded_usd,
  a.outstanding_minor / 100.0 AS outstanding_usd,
  b.amount_minor / 100.0 AS off_balance_sheet_usd,
  a.next_matures_on, a.tranches_without_amount,
  coalesce(k.open_contradictions, 0) AS open_contradictions
FROM issued a
JOIN party base ON base.id = a.issuer_id
JOIN parties p ON p.party_key = base.key
LEFT JOIN composite r ON r.party_id = base.id
LEFT JOIN grade_of_notch g ON g.notch = r.notch
LEFT JOIN off_balance b ON b.party_id = base.id
LEFT JOIN disputed k ON k.issuer_id = base.id;
