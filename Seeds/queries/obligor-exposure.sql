-- title: Debt that finally depends on one payer
-- definition: Counted debt of deals whose tenant, offtaker, end user, guarantor or issuer is the
--   payer (link 0), or a party it buys from under a counted contract that is announced or
--   further (link 1), or whom that party buys from, and so on, at most four links; a party is
--   taken at its nearest link, and from link 1 on its own general debt is left out: only deals
--   it rents or buys from, or that a contract with its customer secures. Ends of the range stand
--   apart; no share of a supplier's business is guessed.
-- parameter: party party; key or name of the payer; default openai
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: currency currency; the currency of the amounts; default USD
-- parameter: fx fx; deal_date for the rate of each deal's own day, as_of, or a day, whose rate or
--   the last one before it, none older than seven days, converts every amount; default deal_date
-- parameter: stage stage; announced, binding, funded or outstanding; default announced
-- column: link count; links between the payer and the party the deal depends on
-- column: depends_on text; that party
-- column: role text; its part in the deal
-- column: deal_key text; key of the deal
-- column: deal text; its name
-- column: issuer text; who borrows
-- column: debt_low money; the least of its debt at the stage
-- column: debt_high money; the most
-- column: currency text; the currency of the amounts
-- column: tranches count; debt tranches
WITH RECURSIVE parameter AS (
  SELECT coalesce(:party, 'openai') AS party, coalesce(:as_of, date('now')) AS as_of,
    coalesce(:stage, 'announced') AS stage, coalesce(:currency, 'USD') AS currency,
    coalesce(:fx, 'deal_date') AS fx
),
wanted AS (
  SELECT CASE stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3 ELSE 4 END
      AS stage_rank
  FROM parameter
),
buys AS (
  SELECT DISTINCT x.rolled_id AS buyer_id, y.rolled_id AS seller_id
  FROM parameter p
  CROSS JOIN contract_leg l
  JOIN contract c ON c.id = l.contract_id AND c.counted = 1
  JOIN state_span s ON s.contract_id = c.id AND s.stage IS NOT NULL
    AND (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
  JOIN party_rollups x ON x.party_id = l.payer_id AND x.rollup = 'entity'
  JOIN party_rollups y ON y.party_id = l.payee_id AND y.rollup = 'entity'
  WHERE l.purpose = 'purchase' AND x.rolled_id <> y.rolled_id
),
reached (party_id, link) AS (
  SELECT r.rolled_id, 0 FROM parameter p
  JOIN party_rollups r ON r.party_key = p.party AND r.rollup = 'entity'
  UNION
  SELECT b.seller_id, q.link + 1 FROM reached q JOIN buys b ON b.buyer_id = q.party_id
  WHERE q.link < 4
),
nearest AS MATERIALIZED (
  SELECT party_id, MIN(link) AS link FROM reached GROUP BY party_id
),
part AS (
  SELECT q.deal_id, r.rolled_id AS party_id, q.role FROM participation q
  JOIN party_rollups r ON r.party_id = q.party_id AND r.rollup = 'entity'
  WHERE q.deal_id IS NOT NULL AND q.role IN ('tenant', 'offtaker', 'end_user', 'guarantor')
  UNION
  SELECT d.id, n.party_id, 'issuer' FROM nearest n
  JOIN party_figure m ON m.identity_id = n.party_id
  CROSS JOIN deal d WHERE d.issuer_id = m.party_id AND n.link = 0
  UNION
  SELECT l.from_deal_id, r.rolled_id, 'customer of a contract that secures it' FROM deal_link l
  JOIN contract_leg g ON g.contract_id = l.to_contract_id AND g.purpose = 'purchase'
  JOIN party_rollups r ON r.party_id = g.payer_id AND r.rollup = 'entity'
  WHERE l.from_deal_id IS NOT NULL AND l.kind = 'secured_by'
  UNION
  SELECT l.to_deal_id, r.rolled_id, 'customer of a contract that supports it' FROM deal_link l
  JOIN contract_leg g ON g.contract_id = l.from_contract_id AND g.purpose = 'purchase'
  JOIN party_rollups r ON r.party_id = g.payer_id AND r.rollup = 'entity'
  WHERE l.to_deal_id IS NOT NULL AND l.kind = 'supports'
),
chosen AS MATERIALIZED (
  SELECT a.deal_id, n.link, n.party_id, a.role,
    row_number() OVER (PARTITION BY a.deal_id ORDER BY n.link, a.role) AS place
  FROM part a JOIN nearest n ON n.party_id = a.party_id
  WHERE n.link = 0 OR a.role <> 'issuer' AND a.role <> 'guarantor'
),
position AS NOT MATERIALIZED (
  SELECT x.deal_id, x.low_minor, x.is_contested,
    CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_low_minor
      WHEN 3 THEN x.funded_low_minor ELSE x.low_minor END AS own_low_minor,
    coalesce(CASE (SELECT stage_rank FROM wanted) WHEN 4 THEN x.outstanding_high_minor
      WHEN 3 THEN x.funded_high_minor ELSE x.high_minor END, x.low_minor) AS own_high_minor,
    x.currency, x.cents_per_minor,
    CASE (SELECT fx FROM parameter) WHEN 'as_of' THEN (SELECT as_of FROM parameter)
      WHEN 'deal_date' THEN x.rate_on ELSE date((SELECT fx FROM parameter)) END AS rate_on
  FROM positions x
  WHERE x.counted = 1 AND x.is_debt = 1 AND x.stage_rank >= (SELECT stage_rank FROM wanted)
    AND x.deal_id IN (SELECT deal_id FROM chosen WHERE place = 1)
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
rate AS MATERIALIZED (
  SELECT q.currency, q.rate_on, CASE WHEN q.currency = p.currency THEN 1.0
      ELSE (SELECT e.minor_per_minor FROM exchange_rates e
        WHERE e.from_currency = q.currency AND e.to_currency = p.currency
          AND e.published_on BETWEEN date(q.rate_on, '-7 days') AND q.rate_on
        ORDER BY e.published_on DESC LIMIT 1) END AS minor_per_minor
  FROM (SELECT DISTINCT currency, rate_on FROM position) q CROSS JOIN parameter p
),
-- In dollars at the deal's day the rate is the one its figures have.
converted AS MATERIALIZED (
  SELECT q.*, CASE WHEN (SELECT currency = 'USD' AND fx = 'deal_date' FROM parameter)
      THEN q.cents_per_minor ELSE (SELECT r.minor_per_minor FROM rate r
        WHERE r.currency = q.currency AND r.rate_on IS q.rate_on) END AS factor
  FROM position q
),
debt AS (
  SELECT q.deal_id, COUNT(*) AS tranches,
    SUM(CAST(round(q.own_low_minor * q.factor) AS INTEGER)) AS low_minor,
    SUM(CAST(round(q.own_high_minor * q.factor) AS INTEGER)) AS high_minor,
    COUNT(q.low_minor * q.factor) AS rows_used, SUM(q.low_minor IS NULL) AS rows_without_amount,
    SUM(q.low_minor IS NOT NULL AND q.factor IS NULL) AS rows_unconverted,
    SUM(q.is_contested) AS rows_contradicted
  FROM converted q GROUP BY q.deal_id
)
SELECT c.link, y.name AS depends_on, c.role, d.key AS deal_key, d.name AS deal, i.name AS issuer,
  b.low_minor * 1.0 / u.minor_per_unit AS debt_low, b.high_minor * 1.0 / u.minor_per_unit
    AS debt_high, p.currency, b.tranches, b.rows_used, b.rows_without_amount, b.rows_unconverted,
    b.rows_contradicted
FROM chosen c
CROSS JOIN parameter p
JOIN currency u ON u.code = p.currency
JOIN debt b ON b.deal_id = c.deal_id
JOIN deal d ON d.id = c.deal_id
JOIN party y ON y.id = c.party_id
JOIN party i ON i.id = d.issuer_id
WHERE c.place = 1
ORDER BY c.link, debt_high DESC NULLS LAST, deal_key;
