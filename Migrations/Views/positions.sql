-- Each tranche at each interval of its status: the least and the most it can amount to, in its own
-- currency and in US dollars, in full, as far as it is funded, and as far as it is outstanding.
-- What is drawn in part counts as funded by the draws on record up to that interval; without any it
-- has no funded amount. Outstanding is the balance a source reports, or what is funded less what
-- events say is repaid.
--
-- Both halves have columns of the same types, so that SQLite reads those that are asked for alone.
--
-- The status that stands at the end comes with the tranche's figures; the few that have ended
-- follow, those of a deal for each of its tranches.
CREATE VIEW positions AS
SELECT
  p.tranche_id, p.deal_id, p.issuer_id, p.instrument, p.is_debt, p.private_by_lender,
  p.private_by_market, p.private_as_labelled, p.counted, p.from_on, p.before_on, p.stage_rank,
  p.is_undated, CASE WHEN p.tranche_id IN (SELECT x.record_id FROM contested_figure x
    WHERE x.record_kind = 'tranche' AND x.bearing = 'figure') THEN 1 ELSE 0 END AS is_contested,
  CASE WHEN p.tranche_id IN (SELECT x.record_id FROM contested_figure x
    WHERE x.record_kind = 'tranche' AND x.bearing = 'rating') THEN 1 ELSE 0 END
    AS is_rating_contested,
  CASE WHEN p.tranche_id IN (SELECT x.record_id FROM contested_figure x
    WHERE x.record_kind = 'tranche' AND x.bearing = 'private') THEN 1 ELSE 0 END
    AS is_private_contested,
  p.dated_on, p.dated_until,
  CASE WHEN substr(CAST(p.dated_on AS TEXT), 1, 7) = substr(CAST(p.dated_until AS TEXT), 1, 7)
    THEN p.dated_until END AS rate_on, p.cents_per_minor, p.sp_notch, p.moodys_notch,
    p.fitch_notch, p.dbrs_notch,
  p.composite_notch,
  -- The average of S&P, Moody's and Fitch; half a notch is rounded to the worse.
  CASE p.agencies WHEN 1 THEN p.notches
    WHEN 2 THEN CAST((p.notches + p.notches % 2) / 2.0 AS INTEGER)
    WHEN 3 THEN CAST(round(p.notches / 3.0) AS INTEGER) END AS average_notch,
  CASE WHEN p.worse_notch > coalesce(p.other_worse_notch, 0) THEN p.worse_notch
    ELSE p.other_worse_notch END AS lowest_notch,
  CASE WHEN p.better_notch < coalesce(p.other_better_notch, 99) THEN p.better_notch
    ELSE p.other_better_notch END AS highest_notch,
  p.currency, p.is_unconverted, p.low_minor, p.high_minor, p.low_usd_minor,
  p.high_usd_minor, p.is_partly_drawn,
  CASE p.is_partly_drawn WHEN 1 THEN p.drawn_minor ELSE p.low_minor END AS funded_low_minor,
  CASE p.is_partly_drawn WHEN 1 THEN p.drawn_minor ELSE p.high_minor END AS funded_high_minor,
  CASE p.is_partly_drawn WHEN 1 THEN CAST(round(p.drawn_minor * p.cents_per_minor) AS BIGINT)
    ELSE p.low_usd_minor END AS funded_low_usd_minor,
  CASE p.is_partly_drawn WHEN 1 THEN CAST(round(p.drawn_minor * p.cents_per_minor) AS BIGINT)
    ELSE p.high_usd_minor END AS funded_high_usd_minor,
  coalesce(p.balance_minor, CASE p.is_partly_drawn WHEN 1 THEN p.drawn_minor ELSE p.low_minor END
    - coalesce(p.repaid_minor, 0)) AS outstanding_low_minor,
  coalesce(p.balance_minor, CASE p.is_partly_drawn WHEN 1 THEN p.drawn_minor ELSE p.high_minor END
    - coalesce(p.repaid_minor, 0)) AS outstanding_high_minor,
  CASE WHEN p.is_partly_drawn = 0 AND p.balance_minor IS NULL AND p.repaid_minor IS NULL
    THEN p.low_usd_minor
    ELSE CAST(round(coalesce(p.balance_minor, CASE p.is_partly_drawn WHEN 1 THEN p.drawn_minor
      ELSE p.low_minor END - coalesce(p.repaid_minor, 0)) * p.cents_per_minor) AS BIGINT)
    END AS outstanding_low_usd_minor,
  CASE WHEN p.is_partly_drawn = 0 AND p.balance_minor IS NULL AND p.repaid_minor IS NULL
    THEN p.high_usd_minor
    ELSE CAST(round(coalesce(p.balance_minor, CASE p.is_partly_drawn WHEN 1 THEN p.drawn_minor
      ELSE p.high_minor END - coalesce(p.repaid_minor, 0)) * p.cents_per_minor) AS BIGINT)
    END AS outstanding_high_usd_minor
FROM (
  SELECT u.*,
    CASE WHEN u.sp_notch IS NULL THEN 0 ELSE 1 END
      + CASE WHEN u.moodys_notch IS NULL THEN 0 ELSE 1 END
      + CASE WHEN u.fitch_notch IS NULL THEN 0 ELSE 1 END AS agencies,
    coalesce(u.sp_notch, 0) + coalesce(u.moodys_notch, 0) + coalesce(u.fitch_notch, 0) AS notches,
    CASE WHEN u.sp_notch > coalesce(u.moodys_notch, 0) THEN u.sp_notch
      ELSE u.moodys_notch END AS worse_notch,
    CASE WHEN u.fitch_notch > coalesce(u.dbrs_notch, 0) THEN u.fitch_notch
      ELSE u.dbrs_notch END AS other_worse_notch,
    CASE WHEN u.sp_notch < coalesce(u.moodys_notch, 99) THEN u.sp_notch
      ELSE u.moodys_notch END AS better_notch,
    CASE WHEN u.fitch_notch < coalesce(u.dbrs_notch, 99) THEN u.fitch_notch
      ELSE u.dbrs_notch END AS other_better_notch
  FROM (
    SELECT f.tranche_id, f.deal_id, f.issuer_id, f.instrument, f.is_debt, f.private_by_lender,
      f.private_by_market, f.private_as_labelled, f.counted, f.from_on,
      CAST(NULL AS DATE) AS before_on, f.stage_rank, f.is_undated, f.dated_on, f.dated_until,
      f.sp_notch, f.moodys_notch, f.fitch_notch, f.dbrs_notch, f.composite_notch, f.currency,
      f.is_unconverted, f.low_minor, f.high_minor, f.low_usd_minor, f.high_usd_minor,
      f.cents_per_minor, f.is_partly_drawn, f.drawn_minor, f.repaid_minor, f.balance_minor
    FROM tranche_figure f
    UNION ALL
    SELECT f.tranche_id, f.deal_id, f.issuer_id, f.instrument, f.is_debt, f.private_by_lender,
      f.private_by_market, f.private_as_labelled, f.counted, e.from_on, e.before_on,
      CAST(e.stage_rank AS INTEGER), e.is_undated, f.dated_on, f.dated_until, f.sp_notch,
      f.moodys_notch, f.fitch_notch,
      f.dbrs_notch, f.composite_notch, f.currency, f.is_unconverted,
      CAST(CASE e.is_resized WHEN 1 THEN e.size_low_minor ELSE f.low_minor END AS BIGINT),
      CAST(CASE e.is_resized WHEN 1 THEN e.size_high_minor ELSE f.high_minor END AS BIGINT),
      CAST(CASE e.is_resized WHEN 1 THEN round(e.size_low_minor * f.cents_per_minor)
        ELSE f.low_usd_minor END AS BIGINT),
      CAST(CASE e.is_resized WHEN 1 THEN round(e.size_high_minor * f.cents_per_minor)
        ELSE f.high_usd_minor END AS BIGINT),
      f.cents_per_minor, CAST(e.is_partly_drawn AS INTEGER), e.drawn_minor, e.repaid_minor,
      e.balance_minor
    FROM ended_states e
    CROSS JOIN tranche_figure f
    WHERE f.tranche_id = e.tranche_id
  ) u
) p;
