-- title: Debt by payer: on whom what is borrowed finally depends
-- definition: Counted debt that has reached the stage, by the party that finally pays: the tenant
--   of the deal, else its offtaker, else the customer of a contract that secures or supports it,
--   else the borrower itself. Each deal has one payer, so that the rows add up to all debt. What a
--   payer borrowed itself and what others borrowed on the strength of its payments stand apart; no
--   share of a supplier's other business is guessed (obligor-exposure follows the chain further).
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- parameter: rollup rollup; whom payers are added up under: entity, each by itself, those held to
--   be the same as one; parent, the ultimate parent; sponsor, who sponsors it in the end; brand,
--   the name it trades under; links as they stand today; default entity
-- column: payer_key text; key of the payer
-- column: payer text; who finally pays
-- column: deals count; deals that depend on it
-- column: debt_low money; the least they add up to
-- column: debt_high money; the most
-- column: own_low money; of the low total, what it borrowed itself
-- column: through_others_low money; of the low total, what others borrowed
-- column: share_pct percent; of the low total of all payers
-- column: currency text; the currency of the amounts
-- column: undated count; tranches whose stage rests on an event without a day, which counts always
-- chart: bar payer debt_high own_low
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx, coalesce(:stage, 'announced') AS stage,
    coalesce(:rollup, 'entity') AS rollup
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
position AS NOT MATERIALIZED (
  SELECT x.deal_id, x.issuer_id, x.is_undated, x.is_contested, x.currency,
    (SELECT currency FROM parameter) AS target,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_minor
      WHEN 3 THEN x.funded_low_minor ELSE x.low_minor END
      AS own_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_minor
      WHEN 3 THEN x.funded_high_minor ELSE x.high_minor END
      AS own_high_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_usd_minor
      WHEN 3 THEN x.funded_low_usd_minor ELSE x.low_usd_minor END AS usd_low_minor,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_usd_minor
      WHEN 3 THEN x.funded_high_usd_minor ELSE x.high_usd_minor END AS usd_high_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
    AND x.stage_rank >= (SELECT stage_rank FROM wanted)
),
rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM position) q CROSS JOIN parameter p
),
valued AS (
  SELECT deal_id, issuer_id, is_contested, is_undated, own_low_minor,
    CASE WHEN currency = target THEN own_low_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_low_minor
      ELSE CAST(round(own_low_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = position.currency AND r.rate_on = position.rate_on))
        AS INTEGER) END AS low_minor,
    CASE WHEN currency = target THEN own_high_minor
      WHEN target = 'USD' AND (SELECT fx FROM parameter) = 'deal_date' THEN usd_high_minor
      ELSE CAST(round(own_high_minor * (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = position.currency AND r.rate_on = position.rate_on))
        AS INTEGER) END AS high_minor
  FROM position
  -- The limit is beyond any count: it keeps the columns of the view that nobody asks for from
  -- being made, and the rows from being stored.
  LIMIT 9223372036854775807
),
payment AS (
  SELECT q.deal_id, q.party_id, CASE q.role WHEN 'tenant' THEN 1 ELSE 2 END AS place
  FROM participation q
  WHERE q.deal_id IS NOT NULL AND (q.role = 'tenant' OR q.role = 'offtaker')
  UNION ALL
  SELECT l.from_deal_id, g.payer_id, 3 FROM deal_link l
  JOIN contract_leg g ON g.contract_id = l.to_contract_id AND g.purpose = 'purchase'
  WHERE l.from_deal_id IS NOT NULL AND l.kind = 'secured_by'
  UNION ALL
  SELECT l.to_deal_id, g.payer_id, 3 FROM deal_link l
  JOIN contract_leg g ON g.contract_id = l.from_contract_id AND g.purpose = 'purchase'
  WHERE l.to_deal_id IS NOT NULL AND l.kind = 'supports'
),
nearest AS (
  SELECT deal_id, MIN(place * 1000000000 + party_id) % 1000000000 AS party_id
  FROM payment GROUP BY deal_id
),
whose AS MATERIALIZED (
  SELECT r.party_id, r.rolled_id FROM parameter p CROSS JOIN party_rollups r
  WHERE r.rollup = p.rollup
),
-- Who is not known to pay pays its own; others are few.
depending AS NOT MATERIALIZED (
  SELECT coalesce(n.party_id, v.issuer_id) AS party_id, v.*,
    CASE WHEN n.party_id IS NULL OR (SELECT r.rolled_id FROM whose r WHERE r.party_id = n.party_id)
      = (SELECT i.rolled_id FROM whose i WHERE i.party_id = v.issuer_id) THEN 1 ELSE 0 END AS is_own
  FROM valued v
  LEFT JOIN nearest n ON n.deal_id = v.deal_id
),
-- By party first: each deal has one that pays, so that the numbers of deals add up as well.
paid AS MATERIALIZED (
  SELECT party_id, COUNT(DISTINCT deal_id) AS deals, SUM(low_minor) AS low_minor,
    SUM(coalesce(high_minor, low_minor)) AS high_minor,
    SUM(CASE is_own WHEN 1 THEN low_minor END) AS own_minor,
    SUM(is_undated) AS undated, COUNT(low_minor) AS rows_used,
    COUNT(*) - COUNT(own_low_minor) AS rows_without_amount,
    COUNT(own_low_minor) - COUNT(low_minor) AS rows_unconverted,
    SUM(is_contested) AS rows_contradicted
  FROM depending GROUP BY party_id
),
total AS (
  SELECT r.rolled_id AS payer_id, SUM(deals) AS deals, SUM(low_minor) AS low_minor,
    SUM(high_minor) AS high_minor, coalesce(SUM(own_minor), 0) AS own_minor,
    SUM(undated) AS undated, SUM(rows_used) AS rows_used,
    SUM(rows_without_amount) AS rows_without_amount, SUM(rows_unconverted) AS rows_unconverted,
    SUM(rows_contradicted) AS rows_contradicted
  FROM paid q CROSS JOIN whose r
  WHERE r.party_id = q.party_id
  GROUP BY r.rolled_id
)
SELECT y.key AS payer_key, y.name AS payer, t.deals,
  t.low_minor * 1.0 / u.minor_per_unit AS debt_low,
  t.high_minor * 1.0 / u.minor_per_unit AS debt_high,
  CASE WHEN t.rows_used > 0 THEN t.own_minor END * 1.0 / u.minor_per_unit AS own_low,
  CASE WHEN t.rows_used > 0 THEN t.low_minor - t.own_minor END * 1.0 / u.minor_per_unit
    AS through_others_low,
  round(100.0 * t.low_minor / nullif(SUM(t.low_minor) OVER (), 0), 4) AS share_pct,
  p.currency, t.undated, t.rows_used, t.rows_without_amount, t.rows_unconverted,
  t.rows_contradicted
FROM total t
CROSS JOIN parameter p
JOIN currency u ON u.code = p.currency
JOIN party y ON y.id = t.payer_id
ORDER BY t.high_minor DESC NULLS LAST, y.key;
