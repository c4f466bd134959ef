-- title: One party on one page: what it owes, promises, holds and reports
-- definition: All this ledger has of a party, those held to be the same as one, as of the day:
--   its counted debt and equity by stage, by instrument and by rating bucket at pricing; its own
--   ratings that stand; what falls due next; what it has bought, sold, lent and guaranteed at the
--   stage announced; debt of vehicles it sponsors or rents from; the latest figure it reported of
--   each metric; and how many contradictions about its deals are unresolved. Announced holds
--   binding, binding holds funded, funded holds outstanding: these rows are never added. Amounts
--   are in US dollars at the rate of each record's day; a reported figure is in its own currency.
-- parameter: as_of date; the day asked about; default today
-- parameter: party party; key or name of the party; default oracle
-- column: section text; party, debt, equity, rating, due, contract, vehicle, reported or open
-- column: item text; what the row is
-- column: value text; a word or grade, where it is one
-- column: low_usd USD; the least it comes to
-- column: high_usd USD; the most
-- column: records count; records behind it
-- column: on_date date; its day, where it has one
-- column: without_amount count; of the records, those without an amount or not converted
WITH parameter AS (
  SELECT coalesce(:as_of, date('now')) AS as_of, coalesce(:party, 'oracle') AS party
),
who AS MATERIALIZED (
  SELECT r.rolled_id AS party_id FROM party_rollups r JOIN parameter p ON r.party_key = p.party
  WHERE r.rollup = 'entity'
),
same AS MATERIALIZED (
  SELECT f.party_id FROM party_figure f JOIN who w ON w.party_id = f.identity_id
),
vehicle AS MATERIALIZED (
  SELECT q.role || ' of ' || d.name AS item, d.id AS deal_id
  FROM same s JOIN participation q ON q.party_id = s.party_id
  JOIN deal d ON d.id = q.deal_id
  WHERE q.role IN ('sponsor', 'tenant') AND d.issuer_id NOT IN (SELECT party_id FROM same)
),
owed AS MATERIALIZED (
  SELECT x.* FROM positions x
  WHERE x.counted = 1 AND x.stage_rank >= 1
    AND x.tranche_id IN (SELECT t.id FROM tranche t WHERE t.deal_id IN (
      SELECT d.id FROM same s JOIN deal d ON d.issuer_id = s.party_id
      UNION SELECT deal_id FROM vehicle))
    AND (x.from_on IS NULL OR x.from_on <= (SELECT as_of FROM parameter))
    AND (x.before_on IS NULL OR (SELECT as_of FROM parameter) < x.before_on)
),
position AS MATERIALIZED (
  SELECT x.*, t.matures_on, t.matures_until FROM owed x JOIN tranche t ON t.id = x.tranche_id
  WHERE x.deal_id IN (SELECT d.id FROM same s JOIN deal d ON d.issuer_id = s.party_id)
),
staged AS (
  SELECT l.rank, l.stage, x.is_debt, x.instrument, x.composite_notch,
    CASE l.rank WHEN 4 THEN x.outstanding_low_usd_minor WHEN 3 THEN x.funded_low_usd_minor
      ELSE x.low_usd_minor END AS low,
    CASE l.rank WHEN 4 THEN coalesce(x.outstanding_high_usd_minor, x.outstanding_low_usd_minor)
      WHEN 3 THEN coalesce(x.funded_high_usd_minor, x.funded_low_usd_minor)
      ELSE coalesce(x.high_usd_minor, x.low_usd_minor) END AS high
  FROM position x JOIN (SELECT 1 AS rank, 'announced' AS stage UNION ALL SELECT 2, 'binding'
    UNION ALL SELECT 3, 'funded' UNION ALL SELECT 4, 'outstanding') l ON x.stage_rank >= l.rank
),
flow AS (
  SELECT 'buys from ' || i.name AS item, f.low_usd_minor, f.high_usd_minor
  FROM same s CROSS JOIN leg_spans f CROSS JOIN parameter p JOIN party i ON i.id = f.to_id
  WHERE f.from_party_id = s.party_id AND f.purpose = 'purchase' AND f.counted = 1
    AND f.stage_rank >= 1 AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
  UNION ALL
  SELECT 'sells to ' || i.name, f.low_usd_minor, f.high_usd_minor
  FROM same s CROSS JOIN leg_spans f CROSS JOIN parameter p JOIN party i ON i.id = f.from_id
  WHERE f.to_party_id = s.party_id AND f.purpose = 'purchase' AND f.counted = 1
    AND f.stage_rank >= 1 AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
  UNION ALL
  SELECT CASE WHEN f.what = 'guarantee' THEN 'guarantees ' WHEN f.is_contingent = 1
      THEN 'gives an option or backstop to ' ELSE 'gives capital to ' END || i.name,
    f.low_usd_minor, f.high_usd_minor
  FROM (SELECT q.* FROM same s CROSS JOIN leg_spans q WHERE q.from_party_id = s.party_id
    UNION ALL SELECT q.* FROM same s CROSS JOIN lending_spans q
      WHERE q.from_party_id = s.party_id) f
  CROSS JOIN parameter p JOIN party i ON i.id = f.to_id
  WHERE f.purpose = 'capital' AND f.counted = 1 AND f.stage_rank >= 1
    AND (f.from_on IS NULL OR f.from_on <= p.as_of)
    AND (f.before_on IS NULL OR p.as_of < f.before_on)
),
figure AS (
  SELECT c.metric, c.wording, c.currency, c.low_minor, c.high_minor, c.period_end_on,
    row_number() OVER (PARTITION BY c.metric ORDER BY c.period_end_on DESC, c.told_on DESC,
      c.observation_id DESC) AS place
  FROM metric_figures c JOIN who w ON w.party_id = c.subject_id CROSS JOIN parameter p
  WHERE c.kind = 'actual' AND (c.period_end_on IS NULL OR c.period_end_on <= p.as_of)
),
line AS (
  SELECT 1 AS part, 0 AS place, 'party' AS section, i.name AS item, i.kind AS value,
    CAST(NULL AS INTEGER) AS low, CAST(NULL AS INTEGER) AS high, CAST(NULL AS INTEGER) AS records,
    CAST(NULL AS DATE) AS on_date, CAST(NULL AS INTEGER) AS missing
  FROM who w JOIN party i ON i.id = w.party_id
  UNION ALL
  SELECT 2, rank, CASE is_debt WHEN 1 THEN 'debt' ELSE 'equity and other' END, stage, NULL,
    SUM(low),
    SUM(high), COUNT(*), NULL, SUM(low IS NULL) FROM staged GROUP BY is_debt, rank, stage
  UNION ALL
  SELECT 3, 0, 'debt', 'binding: ' || instrument, NULL, SUM(low), SUM(high), COUNT(*), NULL,
    SUM(low IS NULL) FROM staged WHERE rank = 2 AND is_debt = 1 GROUP BY instrument
  UNION ALL
  SELECT 4, 0, 'debt', 'binding: ' || CASE WHEN composite_notch IS NULL THEN 'unrated'
      WHEN composite_notch <= 10 THEN 'investment_grade' ELSE 'high_yield' END, NULL, SUM(low),
    SUM(high), COUNT(*), NULL, SUM(low IS NULL) FROM staged WHERE rank = 2 AND is_debt = 1
      GROUP BY 4
  UNION ALL
  SELECT 5, 0, 'rating', r.agency || ', ' || r.level, r.grade, NULL, NULL, 1, r.from_on, NULL
  FROM rating_spans r JOIN same s ON s.party_id = r.party_id CROSS JOIN parameter p
  WHERE r.deal_id IS NULL AND r.tranche_id IS NULL AND r.from_on <= p.as_of
    AND (r.before_on IS NULL OR p.as_of < r.before_on)
  UNION ALL
  SELECT 6, 0, 'due', 'next maturity', NULL, SUM(x.outstanding_low_usd_minor),
    SUM(coalesce(x.outstanding_high_usd_minor, x.outstanding_low_usd_minor)), COUNT(*),
    x.matures_until, SUM(x.outstanding_low_usd_minor IS NULL)
  FROM position x WHERE x.is_debt = 1 AND x.stage_rank = 4 AND x.matures_until = (
    SELECT MIN(o.matures_until) FROM position o CROSS JOIN parameter p
    WHERE o.is_debt = 1 AND o.stage_rank = 4 AND o.matures_until > p.as_of)
  GROUP BY x.matures_until
  UNION ALL
  SELECT 7, 0, 'contract', item, NULL, SUM(low_usd_minor),
    SUM(coalesce(high_usd_minor, low_usd_minor)), COUNT(*), NULL,
    SUM(low_usd_minor IS NULL AND high_usd_minor IS NULL) FROM flow GROUP BY item
  UNION ALL
  SELECT 8, 0, 'vehicle', v.item, NULL, SUM(x.low_usd_minor),
    SUM(coalesce(x.high_usd_minor, x.low_usd_minor)), COUNT(*), NULL, SUM(x.low_usd_minor IS NULL)
  FROM vehicle v JOIN owed x ON x.deal_id = v.deal_id AND x.is_debt = 1
  GROUP BY v.item, v.deal_id
  UNION ALL
  SELECT 9, 0, 'reported', coalesce(m.label, f.metric), CASE WHEN f.currency IS NULL
    OR f.currency <> 'USD'
      THEN coalesce(f.low_minor, f.high_minor) || ' minor units ' || coalesce(f.currency, '') END,
    CASE f.currency WHEN 'USD' THEN f.low_minor END, CASE f.currency WHEN 'USD' THEN f.high_minor
      END,
    1, f.period_end_on, NULL
  FROM figure f LEFT JOIN code m ON m.list = 'metric' AND m.code = f.metric WHERE f.place = 1
  UNION ALL
  SELECT 10, 0, 'open', 'unresolved contradictions about its deals', NULL, NULL, NULL, COUNT(*),
    NULL,
    NULL
  FROM contradiction_owners c
  WHERE c.is_resolved = 0 AND c.deal_id IN (SELECT d.id FROM deal d JOIN same s
    ON s.party_id = d.issuer_id)
    AND EXISTS (SELECT 1 FROM who)
)
SELECT section, item, value, low / 100.0 AS low_usd, high / 100.0 AS high_usd, records, on_date,
  missing AS without_amount
FROM line
WHERE EXISTS (SELECT 1 FROM who)
ORDER BY part, section, place, high DESC NULLS LAST, item, on_date;
