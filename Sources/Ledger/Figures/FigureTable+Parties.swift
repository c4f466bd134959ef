extension FigureTable {
  /// Whom a party is counted with: its identity, its ultimate parent, its ultimate sponsor, its
  /// brand.
  ///
  /// The identity of a class of parties held to be the same is the first recorded whose kind is
  /// known, else the first recorded: what is recorded later never changes under which name the
  /// class goes. The parent is the end of the subsidiary links, from identity to identity. The
  /// sponsor is the end of the way that takes a sponsor link where there is one, else a subsidiary
  /// link; the brand that of brand and subsidiary links. Of several links that hold today, the one
  /// to the party recorded first. Links in a circle end at the first recorded party of it.
  static let parties = FigureTable(
    name: "party_figure",
    columns: ["party_id", "identity_id", "parent_id", "sponsor_id", "brand_id"],
    touched: """
      party_id IN (SELECT id FROM touched_party) OR party_id NOT IN (SELECT id FROM party)
      """,
    query: { scope in
      """
      WITH RECURSIVE same_pair AS (
        SELECT from_party_id AS party_id, to_party_id AS other_id
        FROM party_link WHERE kind = 'same' AND \(scope.party("from_party_id"))
        UNION ALL
        SELECT to_party_id, from_party_id
        FROM party_link WHERE kind = 'same' AND \(scope.party("from_party_id"))
      ),
      class (party_id, other_id) AS (
        SELECT party_id, other_id FROM same_pair
        UNION
        SELECT c.party_id, s.other_id FROM class c JOIN same_pair s ON s.party_id = c.other_id
      ),
      identity AS (
        SELECT c.party_id, coalesce(
          MIN(CASE WHEN o.kind <> 'unknown' THEN o.id END), MIN(o.id)) AS identity_id
        FROM class c JOIN party o ON o.id = c.other_id GROUP BY c.party_id
      ),
      link AS (
        SELECT l.kind, coalesce(a.identity_id, l.from_party_id) AS from_id,
          coalesce(b.identity_id, l.to_party_id) AS to_id
        FROM party_link l
        LEFT JOIN identity a ON a.party_id = l.from_party_id
        LEFT JOIN identity b ON b.party_id = l.to_party_id
        WHERE l.kind IN ('subsidiary', 'sponsor', 'brand') AND \(scope.party("l.from_party_id"))
          AND (l.from_on IS NULL OR l.from_on <= date('now'))
          AND (l.before_on IS NULL OR date('now') < l.before_on)
      ),
      above AS (
        SELECT from_id, MIN(CASE kind WHEN 'subsidiary' THEN to_id END) AS parent_id,
          MIN(CASE kind WHEN 'sponsor' THEN to_id END) AS sponsor_id,
          MIN(CASE kind WHEN 'brand' THEN to_id END) AS brand_id
        FROM link WHERE from_id <> to_id GROUP BY from_id
      ),
      step AS (
        SELECT 1 AS way, from_id, parent_id AS to_id FROM above WHERE parent_id IS NOT NULL
        UNION ALL
        SELECT 2, from_id, coalesce(sponsor_id, parent_id) FROM above
        WHERE coalesce(sponsor_id, parent_id) IS NOT NULL
        UNION ALL
        SELECT 3, from_id, coalesce(brand_id, parent_id) FROM above
        WHERE coalesce(brand_id, parent_id) IS NOT NULL
      ),
      walk (way, start_id, node_id) AS (
        SELECT way, from_id, to_id FROM step
        UNION
        SELECT w.way, w.start_id, s.to_id
        FROM walk w JOIN step s ON s.way = w.way AND s.from_id = w.node_id
      ),
      top AS (
        SELECT w.way, w.start_id, coalesce(
          MIN(CASE WHEN s.to_id IS NULL THEN w.node_id END),
          MIN(CASE WHEN z.node_id IS NOT NULL THEN w.node_id END)) AS top_id
        FROM walk w
        LEFT JOIN step s ON s.way = w.way AND s.from_id = w.node_id
        LEFT JOIN walk z ON z.way = w.way AND z.start_id = w.node_id AND z.node_id = w.node_id
        GROUP BY w.way, w.start_id
      ),
      tops AS (
        SELECT start_id, MAX(CASE way WHEN 1 THEN top_id END) AS parent_id,
          MAX(CASE way WHEN 2 THEN top_id END) AS sponsor_id,
          MAX(CASE way WHEN 3 THEN top_id END) AS brand_id
        FROM top GROUP BY start_id
      ),
      own AS (
        SELECT p.id AS party_id, coalesce(i.identity_id, p.id) AS identity_id
        FROM party p LEFT JOIN identity i ON i.party_id = p.id WHERE \(scope.party("p.id"))
      )
      SELECT o.party_id, o.identity_id, coalesce(t.parent_id, o.identity_id) AS parent_id,
        coalesce(t.sponsor_id, o.identity_id) AS sponsor_id,
        coalesce(t.brand_id, o.identity_id) AS brand_id
      FROM own o LEFT JOIN tops t ON t.start_id = o.identity_id
      """
    })
}
