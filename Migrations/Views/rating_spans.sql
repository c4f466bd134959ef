-- Each agency's actual long-term grades by interval: from the day of the action up to, not
-- including, the day of the next one on the same subject. Undated and expected ratings have none.
CREATE VIEW rating_spans AS
SELECT
  a.key AS rating_key, a.party_id, a.deal_id, a.tranche_id, a.level, a.agency, a.grade, g.notch,
  a.from_on, a.before_on
FROM (
  SELECT key, party_id, deal_id, tranche_id, level, agency, grade, is_withdrawn,
    acted_until AS from_on,
    lead(acted_until) OVER (
      PARTITION BY party_id, deal_id, tranche_id, level, agency ORDER BY acted_until, id
    ) AS before_on
  FROM rating_action
  WHERE kind = 'actual' AND scale <> 'short_term' AND acted_until IS NOT NULL
) a
JOIN rating_grade g ON g.agency = a.agency AND g.grade = a.grade
WHERE a.is_withdrawn = 0 AND (a.before_on IS NULL OR a.from_on < a.before_on);
