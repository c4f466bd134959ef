-- What lenders and investors give the issuers of deals, at each interval of the deal's status, in
--   the
-- columns of `leg_spans`.
CREATE VIEW lending_spans AS
SELECT
  'deal' AS record_kind, d.id AS record_id, d.key AS record_key,
  'participation/' || q.participation_id AS flow_key, q.participation_id AS flow_id,
  q.lender_id AS from_id,
  coalesce(taker.identity_id, d.issuer_id) AS to_id, q.party_id AS from_party_id,
  d.issuer_id AS to_party_id, 'cash' AS what, 'capital' AS purpose, 0 AS is_contingent,
  CAST(NULL AS INTEGER) AS cancellable, q.counted, CAST(NULL AS REAL) AS years, s.from_on,
  s.before_on, s.is_undated,
  CASE s.stage WHEN 'announced' THEN 1 WHEN 'binding' THEN 2 WHEN 'funded' THEN 3
    WHEN 'outstanding' THEN 4 ELSE 0 END AS stage_rank,
  CASE WHEN s.funding = 'partly_drawn' THEN 1 ELSE 0 END AS is_partly_drawn,
  q.low_usd_minor, q.high_usd_minor, CAST(NULL AS BIGINT) AS usd_per_year_minor, q.is_unconverted,
  CASE WHEN q.participation_id IN (SELECT x.record_id FROM contested_figure x
    WHERE x.record_kind = 'participation') THEN 1 ELSE 0 END AS is_contested
FROM lending q
JOIN deal d ON d.id = q.deal_id
JOIN state_span s ON s.deal_id = d.id
LEFT JOIN party_figure taker ON taker.party_id = d.issuer_id;
