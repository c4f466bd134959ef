-- What a party puts in, in US dollars on the day of its tranche or deal.
CREATE VIEW participation_amounts AS
SELECT
  q.id, coalesce(q.key, 'participation/' || q.id) AS participation_key, q.deal_id, q.tranche_id,
  q.party_id, q.role, q.share_pct, q.currency, q.amount_minor, q.amount_low_minor,
  q.amount_high_minor, q.qualifier, q.measure, q.notes, q.source_id,
  coalesce(f.dated_on, t.dated_on) AS dated_on, coalesce(f.fx_on, t.fx_on) AS fx_on,
  CASE WHEN t.tranche_id IS NULL THEN f.amount_usd_minor
    ELSE CAST(round(q.amount_minor * t.cents_per_minor) AS BIGINT) END AS amount_usd_minor,
  CASE WHEN t.tranche_id IS NULL THEN f.low_usd_minor
    ELSE CAST(round(CASE q.qualifier WHEN 'range' THEN q.amount_low_minor WHEN 'up_to' THEN 0
      ELSE q.amount_minor END * t.cents_per_minor) AS BIGINT) END AS low_usd_minor,
  CASE WHEN t.tranche_id IS NULL THEN f.high_usd_minor
    ELSE CAST(round(CASE q.qualifier WHEN 'range' THEN q.amount_high_minor
      WHEN 'at_least' THEN NULL ELSE q.amount_minor END * t.cents_per_minor) AS BIGINT) END
    AS high_usd_minor,
  CASE WHEN t.tranche_id IS NULL THEN f.is_unconverted
    WHEN q.qualifier <> 'undisclosed' AND t.cents_per_minor IS NULL THEN 1 ELSE 0 END
    AS is_unconverted
FROM participation q
LEFT JOIN participation_figure f ON f.participation_id = q.id
LEFT JOIN tranche_figure t ON t.tranche_id = q.tranche_id AND f.participation_id IS NULL;
