extension Check {
  /// Verdicts agree, and no party is above itself.
  static let parties = Check.question(
    "parties",
    looksFor: "verdicts that contradict each other, and parents, sponsors or brands in a circle",
    """
    WITH RECURSIVE same_pair AS (
      SELECT from_party_id AS party_id, to_party_id AS other_id
      FROM party_link WHERE kind = 'same'
      UNION ALL SELECT to_party_id, from_party_id FROM party_link WHERE kind = 'same'
    ),
    class (party_id, other_id) AS (
      SELECT party_id, other_id FROM same_pair
      UNION SELECT c.party_id, s.other_id FROM class c JOIN same_pair s ON s.party_id = c.other_id
    ),
    link AS (
      SELECT l.kind, coalesce(a.identity_id, l.from_party_id) AS from_id,
        coalesce(b.identity_id, l.to_party_id) AS to_id
      FROM party_link l
      LEFT JOIN party_figure a ON a.party_id = l.from_party_id
      LEFT JOIN party_figure b ON b.party_id = l.to_party_id
      WHERE (l.from_on IS NULL OR l.from_on <= date('now'))
        AND (l.before_on IS NULL OR date('now') < l.before_on)
    ),
    step AS (
      SELECT 1 AS way, from_id, to_id FROM link WHERE kind = 'subsidiary'
      UNION ALL SELECT 2, from_id, to_id FROM link WHERE kind IN ('sponsor', 'subsidiary')
      UNION ALL SELECT 3, from_id, to_id FROM link WHERE kind IN ('brand', 'subsidiary')
    ),
    walk (way, start_id, node_id) AS (
      SELECT way, from_id, to_id FROM step
      UNION
      SELECT w.way, w.start_id, s.to_id
      FROM walk w JOIN step s ON s.way = w.way AND s.from_id = w.node_id
    )
    SELECT 'party ' || a.key, 'is held to be different from ' || b.key
      || ', and by other verdicts the same'
    FROM party_link l
    JOIN class c ON c.party_id = l.from_party_id AND c.other_id = l.to_party_id
    JOIN party a ON a.id = l.from_party_id JOIN party b ON b.id = l.to_party_id
    WHERE l.kind = 'different'
    UNION ALL
    SELECT 'party ' || p.key, 'is above itself over a chain of ' || CASE MIN(w.way)
      WHEN 1 THEN 'parents' WHEN 2 THEN 'sponsors and parents' ELSE 'brands and parents' END
    FROM walk w JOIN party p ON p.id = w.start_id WHERE w.node_id = w.start_id
    GROUP BY p.key
    ORDER BY 1
    """)
}
