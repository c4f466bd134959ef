-- title: One deal on one page
-- definition: All this ledger has of a deal: its names and kind, where it stands on the day and
--   what brought it there, its tranches with rates, maturities and ratings at pricing, who takes
--   part with what, terms, what secures it, what falls due, how it is linked to other deals and
--   contracts, how it is accounted for, and every source with its grade. Amounts stand in their
--   own currency and, for tranches, in US dollars at the rate of the deal's day; a range keeps
--   its two ends.
-- parameter: as_of date; the day its standing is taken at; default today
-- parameter: deal deal; key or name of the deal; default oracle-vantage-2025
-- column: section text; deal, standing, event, tranche, party, term, pledge, due, link, treatment
--   or source
-- column: item text; what the row is
-- column: value text; what it says
-- column: low money; the least, in its currency
-- column: high money; the most; empty where open or not told
-- column: currency text; the currency
-- column: high_usd USD; of a tranche, the most in US dollars
-- column: on_date date; its first possible day
-- column: until_date date; its last possible day
-- column: record text; key of the record, for deals trace
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:deal, 'oracle-vantage-2025') AS deal
),
this AS MATERIALIZED (
  SELECT d.* FROM deal d JOIN parameter p ON d.key = p.deal
),
part AS MATERIALIZED (
  SELECT t.* FROM tranche t JOIN this d ON t.deal_id = d.id
),
line AS (
  SELECT 1 AS part, 0 AS place, 'deal' AS section, d.name AS item, d.kind || CASE d.counted WHEN 1
      THEN '' ELSE ', not counted: ' || d.not_counted_because END AS value,
    CAST(NULL AS INTEGER) AS low, CAST(NULL AS INTEGER) AS high, NULL AS currency,
    CAST(NULL AS INTEGER) AS usd, CAST(NULL AS DATE) AS on_date, CAST(NULL AS DATE) AS until_date,
    d.key AS record
  FROM this d
  UNION ALL
  SELECT 1, 1, 'deal', 'issuer', i.name, NULL, NULL, NULL, NULL, NULL, NULL, i.key
  FROM this d LEFT JOIN party_figure f ON f.party_id = d.issuer_id
  JOIN party i ON i.id = coalesce(f.identity_id, d.issuer_id)
  UNION ALL
  SELECT 1, 2, 'deal', 'market', market, NULL, NULL, NULL, NULL, NULL, NULL, key FROM this
  WHERE market IS NOT NULL
  UNION ALL
  SELECT 1, 3, 'deal', 'recourse', recourse, NULL, NULL, NULL, NULL, NULL, NULL, key FROM this
  WHERE recourse IS NOT NULL
  UNION ALL
  SELECT 1, 4, 'deal', 'use of proceeds', use_of_proceeds, NULL, NULL, NULL, NULL, NULL, NULL, key
  FROM this WHERE use_of_proceeds IS NOT NULL
  UNION ALL
  SELECT 2, 0, 'standing', coalesce(s.stage, 'no stage'), coalesce(s.evidence, '?') || ', '
      || coalesce(s.binding, '?') || ', ' || coalesce(s.funding, '?'), NULL, NULL, NULL, NULL,
    s.from_on, s.before_on, d.key
  FROM this d JOIN state_span s ON s.deal_id = d.id CROSS JOIN parameter p
  WHERE (s.from_on IS NULL OR s.from_on <= p.as_of)
    AND (s.before_on IS NULL OR p.as_of < s.before_on)
  UNION ALL
  SELECT 3, e.id, 'event', e.kind, t.name, coalesce(e.amount_low_minor, e.amount_minor),
    coalesce(e.amount_high_minor, e.amount_minor), e.currency, NULL, e.occurred_on,
    e.occurred_until, coalesce(e.key, 'event/' || e.id)
  FROM event e LEFT JOIN part t ON t.id = e.tranche_id
  WHERE e.deal_id IN (SELECT id FROM this) OR e.tranche_id IN (SELECT id FROM part)
  UNION ALL
  SELECT 4, t.id, 'tranche', t.name || ' (' || t.instrument || ')',
    ltrim(coalesce(', ' || t.qualifier, '') || coalesce(', ' || t.measure, '')
      || coalesce(', ' || t.coupon_pct || ' percent', '')
      || coalesce(', ' || t.benchmark || ' + ', CASE WHEN t.spread_bps IS NOT NULL THEN ', + '
        END, '')
      || coalesce(t.spread_bps || ' bps', '')
      || coalesce(', rated ' || (SELECT MIN(g.grade) FROM rating_grade g
        WHERE g.agency = 'sp' AND g.notch = f.composite_notch), '')
      || CASE t.counted WHEN 1 THEN '' ELSE ', not counted: ' || t.not_counted_because END, ', '),
    f.low_minor, f.high_minor, t.currency, coalesce(f.high_usd_minor, f.low_usd_minor),
      t.matures_on,
    t.matures_until, t.key
  FROM part t LEFT JOIN tranche_figure f ON f.tranche_id = t.id
  UNION ALL
  SELECT 5, q.id, 'party', q.role || CASE WHEN q.tranche_id IS NULL THEN ''
      ELSE ' of ' || t.name END, i.name, coalesce(q.amount_low_minor, q.amount_minor),
    coalesce(q.amount_high_minor, q.amount_minor), q.currency, NULL, NULL, NULL,
    coalesce(q.key, 'participation/' || q.id)
  FROM participation q JOIN party i ON i.id = q.party_id LEFT JOIN part t ON t.id = q.tranche_id
  WHERE q.deal_id IN (SELECT id FROM this) OR q.tranche_id IN (SELECT id FROM part)
  UNION ALL
  SELECT 6, m.id, 'term', m.kind, ltrim(coalesce(' ' || m.number, '') || coalesce(' to '
      || m.number_high, '') || coalesce(' ' || m.unit, '') || coalesce(' ' || m.condition, '')),
    coalesce(m.amount_low_minor, m.amount_minor), coalesce(m.amount_high_minor, m.amount_minor),
    m.currency, NULL, m.starts_on, m.ends_until, m.key
  FROM term m
  WHERE m.deal_id IN (SELECT id FROM this) OR m.tranche_id IN (SELECT id FROM part)
  UNION ALL
  SELECT 7, g.id, 'pledge', a.name, g.kind || coalesce(', rank ' || g.rank, ''), NULL, NULL, NULL,
    NULL, g.from_on, g.released_until, a.key
  FROM pledge g JOIN asset a ON a.id = g.asset_id
  WHERE g.deal_id IN (SELECT id FROM this) OR g.tranche_id IN (SELECT id FROM part)
  UNION ALL
  SELECT 8, u.tranche_id, 'due', u.basis, t.name, u.low_minor, u.high_minor, u.currency, NULL,
    u.due_on, u.due_until, t.key
  FROM part t JOIN dues u ON u.tranche_id = t.id
  UNION ALL
  SELECT 9, k.id, 'link', CASE WHEN k.from_deal_id = d.id THEN k.kind ELSE k.kind || ' (from there)'
      END, coalesce(x.name, c.name), NULL, NULL, NULL, NULL, NULL, NULL, coalesce(x.key, c.key)
  FROM this d JOIN deal_link k ON k.from_deal_id = d.id OR k.to_deal_id = d.id
  LEFT JOIN deal x ON x.id = CASE WHEN k.from_deal_id = d.id THEN k.to_deal_id
    ELSE k.from_deal_id END
  LEFT JOIN contract c ON c.id = coalesce(k.to_contract_id, k.from_contract_id)
  UNION ALL
  SELECT 10, a.id, 'treatment', i.name, a.treatment, coalesce(a.amount_low_minor, a.amount_minor),
    coalesce(a.amount_high_minor, a.amount_minor), a.currency, NULL, NULL, NULL, i.key
  FROM accounting_treatment a JOIN this d ON d.id = a.deal_id JOIN party i ON i.id = a.party_id
  UNION ALL
  SELECT 11, 0, 'source', s.title, coalesce(s.publisher, '') || ', grade ' || coalesce(s.grade,
    '?'),
    NULL, NULL, NULL, NULL, s.published_on, s.published_until, s.key
  FROM source s WHERE s.id IN (SELECT source_id FROM this UNION SELECT source_id FROM part
    UNION SELECT c.source_id FROM claim c WHERE c.record_table = 'deal'
      AND c.record_id IN (SELECT id FROM this)
    UNION SELECT c.source_id FROM claim c WHERE c.record_table = 'tranche'
      AND c.record_id IN (SELECT id FROM part))
)
SELECT l.section, l.item, l.value, l.low * 1.0 / y.minor_per_unit AS low,
  l.high * 1.0 / y.minor_per_unit AS high, l.currency, l.usd / 100.0 AS high_usd, l.on_date,
  l.until_date, l.record
FROM line l LEFT JOIN currency y ON y.code = l.currency
ORDER BY l.part,
  CASE l.section WHEN 'event' THEN coalesce(CAST(l.on_date AS TEXT), '9999') ELSE '' END, l.place,
  l.item, l.record;
