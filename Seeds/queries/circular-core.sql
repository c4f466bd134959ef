-- title: The core: parties that all reach each other through what they pay
-- definition: Strongly connected groups of the counted flows of capital and purchases: within one,
--   money can go from every party to every other. Taken four times, over ever firmer flows: all
--   that are announced; binding; binding and not cancellable; funded. Whether a contract can be
--   cancelled is often not told: it counts as lasting unless a source says otherwise. A party that
--   is in no group with another is not listed. The group is named after its party with most
--   partners. Options, guarantees and backstops can be left out.
-- parameter: as_of date; the day the stages are taken at; default today
-- parameter: contingent yes_no; whether options, guarantees and backstops count; default yes
-- column: party text; the party
-- column: announced_core text; its group over all announced flows
-- column: announced_size count; parties in that group
-- column: binding_core text; its group over binding flows; empty where it has left
-- column: binding_size count; parties in that group
-- column: lasting_core text; its group over binding flows that cannot be cancelled
-- column: lasting_size count; parties in that group
-- column: funded_core text; its group over funded flows
-- column: funded_size count; parties in that group
-- column: leaves_at text; the first of binding, lasting and funded at which it is in no group
-- column: partners count; parties of the announced group it pays or is paid by
-- column: party_key text; key of the party
WITH RECURSIVE parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:contingent, 'yes') AS contingent
),
-- Only who both gives and takes can be in a circle: all others are never looked at.
through AS MATERIALIZED (
  SELECT DISTINCT f.identity_id AS party_id FROM party_figure f
  WHERE (EXISTS (SELECT 1 FROM contract_leg l WHERE l.payer_id = f.party_id)
      OR EXISTS (SELECT 1 FROM participation q WHERE q.party_id = f.party_id
        AND q.role IN ('lender', 'anchor_investor', 'holder', 'investor')))
  INTERSECT
  SELECT DISTINCT f.identity_id FROM party_figure f
  WHERE EXISTS (SELECT 1 FROM contract_leg l WHERE l.payee_id = f.party_id)
    OR EXISTS (SELECT 1 FROM deal d WHERE d.issuer_id = f.party_id)
),
near AS MATERIALIZED (
  SELECT q.*
  FROM through t CROSS JOIN party_figure m CROSS JOIN leg_spans q
  WHERE m.identity_id = t.party_id AND q.from_party_id = m.party_id
  UNION ALL
  SELECT q.*
  FROM through t CROSS JOIN party_figure m CROSS JOIN lending_spans q
  WHERE m.identity_id = t.party_id AND q.from_party_id = m.party_id
),
layer AS (
  SELECT 1 AS layer UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
),
flow AS MATERIALIZED (
  SELECT f.from_id, f.to_id, f.stage_rank, coalesce(f.cancellable, 0) AS cancellable
  FROM near f CROSS JOIN parameter p
  WHERE f.to_id IN (SELECT party_id FROM through)
    AND f.from_id <> f.to_id AND f.counted = 1 AND f.purpose IN ('capital', 'purchase')
    AND f.stage_rank >= 1
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
    AND (p.contingent = 'yes' OR f.is_contingent = 0)
),
edge AS MATERIALIZED (
  SELECT DISTINCT l.layer, f.from_id, f.to_id FROM flow f CROSS JOIN layer l
  WHERE l.layer = 1 OR l.layer = 2 AND f.stage_rank >= 2
    OR l.layer = 3 AND f.stage_rank >= 2 AND f.cancellable = 0 OR l.layer = 4 AND f.stage_rank >= 3
),
reach (layer, from_id, to_id) AS (
  SELECT layer, from_id, to_id FROM edge
  UNION
  SELECT r.layer, r.from_id, e.to_id FROM reach r
  JOIN edge e ON e.layer = r.layer AND e.from_id = r.to_id
),
reached AS MATERIALIZED (
  SELECT DISTINCT layer, from_id, to_id FROM reach
),
mutual AS MATERIALIZED (
  SELECT a.layer, a.from_id AS party_id, a.to_id AS other_id FROM reached a
  JOIN reached b ON b.layer = a.layer AND b.from_id = a.to_id AND b.to_id = a.from_id
),
grouped AS (
  SELECT layer, party_id, MIN(other_id) AS group_id, COUNT(DISTINCT other_id) AS size FROM mutual
  WHERE party_id IN (SELECT m.party_id FROM mutual m
    WHERE m.layer = mutual.layer AND m.other_id <> m.party_id)
  GROUP BY layer, party_id
),
partner AS MATERIALIZED (
  SELECT g.layer, g.party_id, g.group_id, g.size, (SELECT COUNT(DISTINCT CASE e.from_id
      WHEN g.party_id THEN e.to_id ELSE e.from_id END)
    FROM edge e WHERE e.layer = g.layer AND (
      e.from_id = g.party_id AND e.to_id IN (SELECT o.party_id FROM grouped o
        WHERE o.layer = g.layer AND o.group_id = g.group_id)
      OR e.to_id = g.party_id AND e.from_id IN (SELECT o.party_id FROM grouped o
        WHERE o.layer = g.layer AND o.group_id = g.group_id))) AS partners
  FROM grouped g
),
named AS MATERIALIZED (
  SELECT q.layer, q.party_id, q.size, q.partners, first_value(i.name) OVER (
      PARTITION BY q.layer, q.group_id ORDER BY q.partners DESC, i.name) AS core
  FROM partner q JOIN party i ON i.id = q.party_id
)
SELECT i.name AS party, a.core AS announced_core, a.size AS announced_size,
  b.core AS binding_core, b.size AS binding_size, c.core AS lasting_core, c.size AS lasting_size,
  d.core AS funded_core, d.size AS funded_size,
  CASE WHEN b.core IS NULL THEN 'binding' WHEN c.core IS NULL THEN 'lasting'
    WHEN d.core IS NULL THEN 'funded' END AS leaves_at, a.partners, i.key AS party_key
FROM named a
JOIN party i ON i.id = a.party_id
LEFT JOIN named b ON b.layer = 2 AND b.party_id = a.party_id
LEFT JOIN named c ON c.layer = 3 AND c.party_id = a.party_id
LEFT JOIN named d ON d.layer = 4 AND d.party_id = a.party_id
WHERE a.layer = 1
ORDER BY a.size DESC, a.core, d.core IS NULL, c.core IS NULL, b.core IS NULL, a.partners DESC,
  party;
