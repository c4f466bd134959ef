-- title: What has changed in this ledger since a run
-- definition: Records that came in after the run asked for, and the values that later runs
--   changed or took away, the old value beside the one that holds now, by record. What was said
--   in between and changed again is left out: the states of two days are compared, not the ways
--   between them. A change is an amendment where the deal or contract is linked as amended,
--   extended or replaced, a verdict where a claim run made it, an undo, an edit by another tool,
--   and else a correction. Of deals, tranches, contracts and their legs, statistics and ratings;
--   derived figures follow from them and are left out. Days and times of runs stand in
--   import_run.
-- parameter: since number(0..1000000000); number of a run, as deals log gives it; default the last
--   but one, so that the last run alone is shown
-- column: change text; new, changed or withdrawn
-- column: record_kind text; deal, tranche, contract, contract_leg, observation or rating_action
-- column: record_key text; key of the record
-- column: attribute text; of a change, which column
-- column: before text; what it held after the run asked for; an amount with its currency
-- column: now text; what it holds; an amount with its currency
-- column: reason text; amendment, verdict, undo, edit, import or correction
-- column: run count; the last run that touched it
WITH parameter AS (
  SELECT CAST(coalesce(:since, (SELECT MAX(id) FROM import_run WHERE id < (SELECT MAX(id)
    FROM import_run)), 0) AS INTEGER) AS since
),
-- Of each row the first entry after the run: what it held then.
image AS MATERIALIZED (
  SELECT h.table_name, h.row_id, h.before, (SELECT MAX(o.run_id) FROM row_history o
      WHERE o.table_name = h.table_name AND o.row_id = h.row_id) AS run_id
  FROM row_history h CROSS JOIN parameter p
  WHERE h.id = (SELECT MIN(o.id) FROM row_history o
      WHERE o.table_name = h.table_name AND o.row_id = h.row_id
        AND coalesce(o.run_id, 1e18) > p.since)
    AND h.table_name IN ('deal', 'tranche', 'contract', 'contract_leg', 'observation',
      'rating_action')
    -- A row that came in later is new, whatever happened to it since.
    AND coalesce(json_extract(h.before, '$.run_id'), 0) <= p.since
),
standing AS (
  SELECT 'deal' AS table_name, d.id AS row_id, d.key, json_object('name', d.name, 'kind', d.kind,
    'issuer_id', d.issuer_id, 'currency', d.currency, 'market', d.market,
    'private_label', d.private_label, 'recourse', d.recourse, 'counted', d.counted,
    'not_counted_because', d.not_counted_because, 'notes', d.notes) AS now
  FROM image i JOIN deal d ON d.id = i.row_id WHERE i.table_name = 'deal'
  UNION ALL
  SELECT 'tranche', t.id, t.key, json_object('name', t.name, 'instrument', t.instrument,
    'amount_minor', t.amount_minor, 'amount_low_minor', t.amount_low_minor,
    'amount_high_minor', t.amount_high_minor, 'qualifier', t.qualifier, 'measure', t.measure,
    'currency', t.currency, 'coupon_pct', t.coupon_pct, 'spread_bps', t.spread_bps,
    'spread_bps_high', t.spread_bps_high, 'matures_on', t.matures_on,
    'matures_until', t.matures_until, 'counted', t.counted,
    'not_counted_because', t.not_counted_because, 'notes', t.notes)
  FROM image i JOIN tranche t ON t.id = i.row_id WHERE i.table_name = 'tranche'
  UNION ALL
  SELECT 'contract', c.id, c.key, json_object('name', c.name, 'kind', c.kind,
    'starts_on', c.starts_on, 'ends_on', c.ends_on, 'ends_until', c.ends_until, 'years', c.years,
    'capacity_mw', c.capacity_mw, 'cancellable', c.cancellable, 'counted', c.counted,
    'not_counted_because', c.not_counted_because, 'notes', c.notes)
  FROM image i JOIN contract c ON c.id = i.row_id WHERE i.table_name = 'contract'
  UNION ALL
  SELECT 'contract_leg', l.id, l.key, json_object('payer_id', l.payer_id, 'payee_id', l.payee_id,
    'what', l.what, 'purpose', l.purpose, 'amount_minor', l.amount_minor,
    'amount_low_minor', l.amount_low_minor, 'amount_high_minor', l.amount_high_minor,
    'qualifier', l.qualifier, 'measure', l.measure, 'currency', l.currency,
    'amount_period', l.amount_period, 'quantity', l.quantity, 'unit', l.unit)
  FROM image i JOIN contract_leg l ON l.id = i.row_id WHERE i.table_name = 'contract_leg'
  UNION ALL
  SELECT 'observation', o.id, o.key, json_object('metric', o.metric, 'kind', o.kind,
    'value', o.value, 'value_low', o.value_low, 'value_high', o.value_high,
    'qualifier', o.qualifier, 'unit', o.unit, 'currency', o.currency, 'universe', o.universe,
    'subject_id', o.subject_id, 'stated_on', o.stated_on, 'horizon', o.horizon)
  FROM image i JOIN observation o ON o.id = i.row_id WHERE i.table_name = 'observation'
  UNION ALL
  SELECT 'rating_action', r.id, coalesce(r.key, 'rating-action/' || r.id), json_object(
    'level', r.level, 'agency', r.agency, 'grade', r.grade, 'kind', r.kind, 'outlook', r.outlook,
    'watch', r.watch, 'is_withdrawn', r.is_withdrawn, 'acted_on', r.acted_on)
  FROM image i JOIN rating_action r ON r.id = i.row_id WHERE i.table_name = 'rating_action'
),
difference_of_value AS (
  SELECT s.table_name, s.key, v.key AS attribute, json_extract(i.before, '$.' || v.key) AS before,
    v.atom AS now, json_extract(i.before, '$.currency') AS before_currency,
    json_extract(s.now, '$.currency') AS now_currency, i.run_id, i.row_id
  FROM standing s JOIN image i ON i.table_name = s.table_name AND i.row_id = s.row_id
  JOIN json_each(s.now) v
  WHERE json_extract(i.before, '$.' || v.key) IS NOT v.atom
),
-- Whole numbers without a point; minor units as an amount, to the last digit.
-- Both values are told in the same words, side by side: one row for each would be joined again.
changed AS (
  SELECT 'changed' AS change, c.table_name, c.key,
    CASE WHEN b.code IS NOT NULL OR n.code IS NOT NULL THEN replace(c.attribute, '_minor', '')
      ELSE c.attribute END AS attribute,
    CASE WHEN b.code IS NOT NULL THEN b.code || ' ' || (c.before / b.minor_per_unit)
        || CASE b.minor_per_unit WHEN 1 THEN '' ELSE '.'
          || substr(b.minor_per_unit + c.before % b.minor_per_unit, 2) END
      WHEN typeof(c.before) = 'real' AND c.before = CAST(c.before AS INTEGER)
        THEN CAST(CAST(c.before AS INTEGER) AS TEXT)
      ELSE CAST(c.before AS TEXT) END AS before,
    CASE WHEN n.code IS NOT NULL THEN n.code || ' ' || (c.now / n.minor_per_unit)
        || CASE n.minor_per_unit WHEN 1 THEN '' ELSE '.'
          || substr(n.minor_per_unit + c.now % n.minor_per_unit, 2) END
      WHEN typeof(c.now) = 'real' AND c.now = CAST(c.now AS INTEGER)
        THEN CAST(CAST(c.now AS INTEGER) AS TEXT)
      ELSE CAST(c.now AS TEXT) END AS now,
    c.run_id, c.row_id
  FROM difference_of_value c
  LEFT JOIN currency b ON b.code = c.before_currency AND c.attribute LIKE '%!_minor' ESCAPE '!'
    AND c.before IS NOT NULL
  LEFT JOIN currency n ON n.code = c.now_currency AND c.attribute LIKE '%!_minor' ESCAPE '!'
    AND c.now IS NOT NULL
),
withdrawn AS (
  SELECT 'withdrawn', i.table_name, coalesce(json_extract(i.before, '$.key'),
      'rating-action/' || i.row_id), NULL, NULL, NULL, i.run_id, i.row_id
  FROM image i
  WHERE NOT EXISTS (SELECT 1 FROM standing s
    WHERE s.table_name = i.table_name AND s.row_id = i.row_id)
),
added AS (
  SELECT 'new', 'deal', d.key, NULL, NULL, d.name, d.run_id, d.id FROM deal d, parameter p
  WHERE d.run_id > p.since
  UNION ALL
  SELECT 'new', 'tranche', t.key, NULL, NULL, t.name, t.run_id, t.id FROM tranche t, parameter p
  WHERE t.run_id > p.since AND NOT EXISTS (SELECT 1 FROM deal d
    WHERE d.id = t.deal_id AND d.run_id > p.since)
  UNION ALL
  SELECT 'new', 'contract', c.key, NULL, NULL, c.name, c.run_id, c.id FROM contract c, parameter p
  WHERE c.run_id > p.since
  UNION ALL
  SELECT 'new', 'observation', o.key, NULL, NULL, o.metric, o.run_id, o.id
  FROM observation o, parameter p WHERE o.run_id > p.since
  UNION ALL
  SELECT 'new', 'rating_action', coalesce(r.key, 'rating-action/' || r.id), NULL, NULL,
    r.agency || ' ' || r.grade, r.run_id, r.id
  FROM rating_action r, parameter p WHERE r.run_id > p.since
),
difference AS (
  SELECT * FROM changed UNION ALL SELECT * FROM withdrawn UNION ALL SELECT * FROM added
)
SELECT d.change, d.table_name AS record_kind, d.key AS record_key, d.attribute, d.before, d.now,
  CASE WHEN d.change = 'new' THEN 'import' WHEN d.run_id IS NULL OR r.kind = 'outside' THEN 'edit'
    WHEN r.kind = 'undo' THEN 'undo' WHEN r.kind IN ('claim', 'verdict') THEN 'verdict'
    WHEN EXISTS (SELECT 1 FROM deal_link k WHERE k.kind IN ('amends', 'extends', 'replaces')
      AND CASE d.table_name WHEN 'deal' THEN d.row_id IN (k.from_deal_id, k.to_deal_id)
        WHEN 'contract' THEN d.row_id IN (k.from_contract_id, k.to_contract_id)
        WHEN 'tranche' THEN (SELECT t.deal_id FROM tranche t WHERE t.id = d.row_id)
          IN (k.from_deal_id, k.to_deal_id)
        WHEN 'contract_leg' THEN (SELECT l.contract_id FROM contract_leg l WHERE l.id = d.row_id)
          IN (k.from_contract_id, k.to_contract_id) END) THEN 'amendment'
    ELSE 'correction' END AS reason,
  d.run_id AS run
FROM difference d LEFT JOIN import_run r ON r.id = d.run_id
ORDER BY CASE d.change WHEN 'changed' THEN 1 WHEN 'withdrawn' THEN 2 ELSE 3 END, record_kind,
  record_key, d.attribute;
