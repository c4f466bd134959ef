-- title: Risk transfers: what banks insure of their lending, and how far it has come
-- definition: Deals and tranches of the kind risk transfer, counted or not, with where each stands
--   on the day: considered (rumoured or no stage yet), announced, binding, funded, outstanding, or
--   off. The bank is who is protected, the issuer of the deal. Pool, attachment and detachment
--   points, premium and retention are terms on record. The tranche bears the pool's losses from the
--   attachment to the detachment point; its thickness is the difference. Where amount and pool are
--   both known the amount over the pool is told beside it. Amounts are in US dollars at the rate of
--   the deal's day; a pool in another currency is left unconverted.
-- parameter: as_of date; the day asked about; default today
-- column: deal_key text; key of the deal
-- column: deal text; its name
-- column: bank text; who is protected
-- column: status text; considered, announced, binding, funded, outstanding, lapsed or terminated
-- column: counted count; 1 where totals count it
-- column: protected_low USD; the tranche, the least
-- column: protected_high USD; the most
-- column: pool_usd USD; the loans it covers
-- column: attachment_pct percent; share of losses at which it begins
-- column: detachment_pct percent; share of losses at which it ends
-- column: thickness_pct percent; between the two
-- column: protected_of_pool_pct percent; the high amount over the pool
-- column: premium text; what the bank pays, as far as told
-- column: retention_pct percent; share the bank keeps
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of
),
transfer AS MATERIALIZED (
  SELECT t.id AS tranche_id, d.id AS deal_id, d.key, d.name, i.name AS bank,
    CASE WHEN d.counted = 1 AND t.counted = 1 THEN 1 ELSE 0 END AS counted
  FROM tranche t JOIN deal d ON d.id = t.deal_id
  LEFT JOIN party_figure w ON w.party_id = d.issuer_id
  JOIN party i ON i.id = coalesce(w.identity_id, d.issuer_id)
  WHERE t.instrument = 'risk_transfer'
),
state AS (
  SELECT s.deal_id, s.stage, s.binding FROM state_span s CROSS JOIN parameter p
  WHERE s.deal_id IN (SELECT deal_id FROM transfer)
    AND (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
),
position AS MATERIALIZED (
  SELECT x.* FROM positions x
  WHERE x.tranche_id IN (SELECT tranche_id FROM transfer)
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
told AS (
  SELECT t.tranche_id, MAX(CASE WHEN m.kind = 'reference_pool' AND m.currency = 'USD'
      THEN coalesce(m.amount_minor, m.amount_high_minor) END) AS pool,
    MAX(CASE WHEN m.kind = 'attachment_point' AND m.unit = 'percent' THEN m.number END)
      AS attachment,
    MAX(CASE WHEN m.kind = 'detachment_point' AND m.unit = 'percent' THEN m.number END)
      AS detachment,
    MAX(CASE WHEN m.kind = 'retention' AND m.unit = 'percent' THEN m.number END) AS retention,
    MAX(CASE WHEN m.kind = 'protection_premium' THEN CASE WHEN m.number IS NOT NULL
      THEN rtrim(rtrim(CAST(m.number AS TEXT), '0'), '.') || ' ' || coalesce(m.unit, '')
      ELSE coalesce(m.condition, 'not told') END END) AS premium
  FROM transfer t JOIN term m ON m.deal_id = t.deal_id OR m.tranche_id = t.tranche_id
  GROUP BY t.tranche_id
)
SELECT t.key AS deal_key, t.name AS deal, t.bank,
  CASE WHEN s.binding IN ('lapsed', 'terminated') THEN s.binding
    ELSE coalesce(s.stage, 'considered') END AS status,
  t.counted, x.low_usd_minor / 100.0 AS protected_low,
  coalesce(x.high_usd_minor, x.low_usd_minor) / 100.0 AS protected_high, m.pool / 100.0 AS pool_usd,
  m.attachment AS attachment_pct, m.detachment AS detachment_pct,
  m.detachment - m.attachment AS thickness_pct,
  round(100.0 * coalesce(x.high_usd_minor, x.low_usd_minor) / nullif(m.pool, 0), 4)
    AS protected_of_pool_pct,
  m.premium, m.retention AS retention_pct,
  CASE WHEN x.low_usd_minor IS NULL THEN 0 ELSE 1 END AS rows_used,
  CASE WHEN x.low_minor IS NULL THEN 1 ELSE 0 END AS rows_without_amount,
  coalesce(x.is_unconverted, 0) AS rows_unconverted, coalesce(x.is_contested, 0)
    AS rows_contradicted
FROM transfer t
CROSS JOIN parameter p
LEFT JOIN state s ON s.deal_id = t.deal_id
LEFT JOIN position x ON x.tranche_id = t.tranche_id
LEFT JOIN told m ON m.tranche_id = t.tranche_id
ORDER BY protected_high DESC NULLS LAST, deal_key;
