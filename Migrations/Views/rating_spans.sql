-- Each agency's actual long-term grades by interval: from the day of the action up to, not
-- including, the day of the next one on the same subject; parties held to be the same are one
-- subject. Undated and expected ratings have none.
CREATE VIEW rating_spans AS
SELECT
  a.rating_key, a.party_id, a.deal_id, a.tranche_id, a.level, a.agency, a.grade, g.notch,
  a.from_on, a.before_on
FROM (
  SELECT coalesce(a.key, 'rating-action/' || a.id) AS rating_key, a.party_id, a.deal_id,
    a.tranche_id, a.level, a.agency, a.grade, a.is_withdrawn, a.acted_until AS from_on,
    CASE WHEN a.tranche_id IS NOT NULL THEN (SELECT MIN(n.acted_until) FROM rating_action n
      WHERE n.tranche_id = a.tranche_id AND n.party_id = a.party_id AND n.level = a.level
        AND n.agency = a.agency AND n.kind = 'actual' AND n.scale <> 'short_term'
        AND (n.acted_until > a.acted_until OR n.acted_until = a.acted_until AND n.id > a.id))
    WHEN a.deal_id IS NOT NULL THEN (SELECT MIN(n.acted_until) FROM rating_action n
      WHERE n.deal_id = a.deal_id AND n.party_id = a.party_id AND n.level = a.level
        AND n.agency = a.agency AND n.kind = 'actual' AND n.scale <> 'short_term'
        AND (n.acted_until > a.acted_until OR n.acted_until = a.acted_until AND n.id > a.id))
    ELSE (SELECT MIN(n.acted_until) FROM rating_action n
      WHERE n.tranche_id IS NULL AND n.deal_id IS NULL
        AND n.party_id IN (SELECT m.party_id FROM party_figure i
          JOIN party_figure m ON m.identity_id = i.identity_id WHERE i.party_id = a.party_id)
        AND n.level = a.level AND n.agency = a.agency
        AND n.kind = 'actual' AND n.scale <> 'short_term'
        AND (n.acted_until > a.acted_until OR n.acted_until = a.acted_until AND n.id > a.id))
    END AS before_on
  FROM rating_action a
  WHERE a.kind = 'actual' AND a.scale <> 'short_term' AND a.acted_until IS NOT NULL
) a
JOIN rating_grade g ON g.agency = a.agency AND g.grade = a.grade
WHERE a.is_withdrawn = 0 AND (a.before_on IS NULL OR a.from_on < a.before_on);
