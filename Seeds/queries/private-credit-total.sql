-- title: Private-credit total: three definitions side by side
-- definition: Counted debt tranches by the answer to "is it private credit?", asked three ways.
--   By lender: named lenders, anchor investors and holders are non-banks, by amount where amounts
--   cover over half, else by all of them; arrangers and agents do not count. By market: no where
--   it was syndicated by banks, registered with the SEC or placed under Rule 144A, yes where the
--   source gives private credit as the market. As labelled: what the source calls it. What cannot
--   be told is the answer unknown, a row of its own. Announced, binding and funded nest. Debt is
--   every instrument of the code list debt_instrument; what a source leaves undivided beside
--   known tranches may be debt or equity and is the answer "undivided".
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts, at the rate of each deal's own day;
--   default USD
-- column: definition text; by_lender, by_market or as_labelled
-- column: is_private text; yes, no, unknown, or undivided
-- column: tranches count; announced tranches with this answer
-- column: announced_low money; the least that is announced
-- column: announced_high money; the most that is announced
-- column: binding_low money; the least that is binding
-- column: binding_high money; the most that is binding
-- column: funded_low money; the least that is funded
-- column: funded_high money; the most that is funded
-- column: currency text; the currency of the amounts
-- chart: bar is_private announced_high
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency
),
debt AS (
  SELECT t.id, t.currency, t.qualifier, t.amount_minor, t.amount_low_minor, t.amount_high_minor,
    f.low_usd_minor, f.high_usd_minor, f.dated_until, f.private_by_lender, d.market,
    d.private_label, f.is_debt, s.stage, s.funding, p.currency AS target,
    EXISTS (SELECT 1 FROM contradictions c WHERE c.is_resolved = 0
      AND (c.record_kind = 'tranche' AND c.record_key = t.key
        OR c.record_kind = 'deal' AND c.record_key = d.key AND c.attribute = 'amount'
          AND t.is_remainder = 1)) AS contradicted
  FROM parameter p
  JOIN tranche t ON t.counted = 1
  JOIN deal d ON d.id = t.deal_id AND d.counted = 1
  JOIN tranche_figure f ON f.tranche_id = t.id
    AND (f.is_debt = 1 OR t.instrument = 'unknown')
  JOIN state_span s ON s.id = coalesce(
    (SELECT x.id FROM state_span x WHERE x.tranche_id = t.id
      AND (x.from_on IS NULL OR x.from_on <= p.as_of)
      AND (x.before_on IS NULL OR p.as_of < x.before_on)),
    (SELECT x.id FROM state_span x WHERE x.deal_id = t.deal_id
      AND (x.from_on IS NULL OR x.from_on <= p.as_of)
      AND (x.before_on IS NULL OR p.as_of < x.before_on)))
  WHERE s.stage IS NOT NULL
),
converted AS (
  SELECT b.*,
    CASE WHEN b.target = 'USD' THEN 1.0 WHEN b.target = b.currency THEN NULL ELSE (
      SELECT CASE b.target WHEN 'EUR' THEN 1.0 ELSE r.units_per_euro END / u.units_per_euro
        * y.minor_per_unit / 100.0
      FROM fx_rate u
      LEFT JOIN fx_rate r ON r.currency = b.target AND r.published_on = u.published_on
      JOIN currency y ON y.code = b.target
      WHERE u.currency = 'USD' AND u.published_on <= b.dated_until
        AND u.published_on >= date(b.dated_until, '-7 days')
      ORDER BY u.published_on DESC LIMIT 1) END AS target_per_cent
  FROM debt b
),
valued AS (
  SELECT qualifier, contradicted, stage, funding, is_debt, private_by_lender, market, private_label,
    CASE WHEN target = currency AND target <> 'USD' THEN CASE qualifier
        WHEN 'range' THEN amount_low_minor WHEN 'up_to' THEN 0 ELSE amount_minor END
      ELSE CAST(round(low_usd_minor * target_per_cent) AS INTEGER) END AS low_minor,
    CASE WHEN target = currency AND target <> 'USD' THEN CASE qualifier
        WHEN 'range' THEN amount_high_minor WHEN 'at_least' THEN NULL ELSE amount_minor END
      ELSE CAST(round(high_usd_minor * target_per_cent) AS INTEGER) END AS high_minor
  FROM converted
),
answered AS (
  SELECT 1 AS place, 'by_lender' AS definition,
    CASE is_debt WHEN 1 THEN private_by_lender ELSE 'undivided' END AS is_private, v.* FROM valued v
  UNION ALL
  SELECT 2, 'by_market', CASE WHEN is_debt = 0 THEN 'undivided' WHEN market = 'private_credit'
      THEN 'yes' WHEN market IN ('bank_syndicated', 'sec_registered', 'rule_144a') THEN 'no'
      ELSE 'unknown' END, v.* FROM valued v
  UNION ALL
  SELECT 3, 'as_labelled', CASE WHEN is_debt = 0 THEN 'undivided'
      WHEN private_label IS NOT NULL THEN private_label
      WHEN market = 'private_credit' THEN 'yes' ELSE 'unknown' END, v.* FROM valued v
)
SELECT a.definition, a.is_private, COUNT(*) AS tranches,
  coalesce(SUM(a.low_minor), 0) * 1.0 / y.minor_per_unit AS announced_low,
  coalesce(SUM(coalesce(a.high_minor, a.low_minor)), 0) * 1.0 / y.minor_per_unit AS announced_high,
  coalesce(SUM(CASE WHEN a.stage <> 'announced' THEN a.low_minor END), 0) * 1.0
    / y.minor_per_unit AS binding_low,
  coalesce(SUM(CASE WHEN a.stage <> 'announced' THEN coalesce(a.high_minor, a.low_minor) END), 0)
    * 1.0 / y.minor_per_unit AS binding_high,
  coalesce(SUM(CASE WHEN a.stage IN ('funded', 'outstanding') AND a.funding <> 'partly_drawn'
    THEN a.low_minor END), 0) * 1.0 / y.minor_per_unit AS funded_low,
  coalesce(SUM(CASE WHEN a.stage IN ('funded', 'outstanding') AND a.funding <> 'partly_drawn'
    THEN coalesce(a.high_minor, a.low_minor) END), 0) * 1.0 / y.minor_per_unit AS funded_high,
  p.currency,
  COUNT(a.low_minor) AS rows_used,
  COUNT(CASE WHEN a.qualifier = 'undisclosed' THEN 1 END) AS rows_without_amount,
  COUNT(CASE WHEN a.qualifier <> 'undisclosed' AND a.low_minor IS NULL THEN 1 END)
    AS rows_unconverted,
  SUM(a.contradicted) AS rows_contradicted
FROM answered a
CROSS JOIN parameter p
JOIN currency y ON y.code = p.currency
GROUP BY a.place, a.definition, a.is_private
ORDER BY a.place,
  CASE a.is_private WHEN 'yes' THEN 1 WHEN 'no' THEN 2 WHEN 'unknown' THEN 3 ELSE 4 END;
