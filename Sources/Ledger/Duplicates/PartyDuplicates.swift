internal import Finance
public import SQLite

/// Proposes parties that may be one; a person decides (``PartyJudgement``).
public enum PartyDuplicates {
  /// Pairs of parties that may be one, the likeliest first, without those on which a verdict was
  /// given: score from 0 to 1, keys and names, how many records name each, the reasons in words.
  ///
  /// `least`: the least score that is told.
  public static func candidates(
    atLeast least: Double, in database: borrowing some Database & ~Copyable
  ) throws -> ResultSet {
    let parties = try read(database)
    var finder = DuplicateFinder(parties: parties, judged: try judged(database))
    let found = finder.candidates(atLeast: least)
    let counts = found.isEmpty ? [:] : try recordCounts(database)
    let columns = [
      "score", "party_key", "party", "records", "other_key", "other", "other_records", "reasons",
    ].map { ResultSet.Column(name: $0, unit: $0.hasSuffix("records") ? "count" : nil) }
    return ResultSet(
      columns: columns,
      rows: found.map { candidate in
        let (one, other) = (parties[candidate.first], parties[candidate.second])
        return [
          .real(candidate.score), .text(one.key), .text(one.name),
          .integer(counts[one.key] ?? 0), .text(other.key), .text(other.name),
          .integer(counts[other.key] ?? 0), .text(candidate.reasons.joined(separator: "; ")),
        ]
      })
  }

  private static func read(
    _ database: borrowing some Database & ~Copyable
  ) throws -> [ComparedParty] {
    var places: [Int64: Int] = [:]
    var parties: [ComparedParty] = []
    try database.forEachRow(
      """
      SELECT p.id, p.key, p.name, p.kind, p.country, coalesce(f.identity_id, p.id),
        coalesce(f.parent_id, p.id), coalesce(f.sponsor_id, p.id), coalesce(f.brand_id, p.id)
      FROM party p LEFT JOIN party_figure f ON f.party_id = p.id ORDER BY p.key
      """
    ) { row in
      places[try row(0)] = parties.count
      parties.append(
        ComparedParty(
          key: try row(1), name: try row(2), kind: try row(3), country: try row(4),
          identity: try row(5), family: [try row(6), try row(7), try row(8)]))
    }
    try database.forEachRow("SELECT party_id, folded, name FROM party_name") { row in
      guard let place = places[try row(0)] else { return }
      if PartyName(try row(2)).isAnonymous { return }
      parties[place].names.append(try row(1))
    }
    try database.forEachRow("SELECT party_id, scheme, value FROM party_identifier") { row in
      guard let place = places[try row(0)] else { return }
      parties[place].identifiers.append((scheme: try row(1), value: try row(2)))
    }
    return parties
  }

  private static func judged(
    _ database: borrowing some Database & ~Copyable
  ) throws -> Set<[Int64]> {
    Set(
      try database.query(
        """
        SELECT a.identity_id, b.identity_id FROM party_link l
        JOIN party_figure a ON a.party_id = l.from_party_id
        JOIN party_figure b ON b.party_id = l.to_party_id
        WHERE l.kind IN ('same', 'different', 'unsure')
        """
      ) { [try $0(0, as: Int64.self), try $0(1)].sorted() })
  }

  /// How many records name each party, over every table that refers to parties.
  private static func recordCounts(
    _ database: borrowing some Database & ~Copyable
  ) throws -> [String: Int64] {
    let columns = try database.query(
      """
      SELECT s.name, f."from" FROM sqlite_schema s, pragma_foreign_key_list(s.name) f
      WHERE s.type = 'table' AND f."table" = 'party' AND s.name NOT LIKE 'party~_%' ESCAPE '~'
        AND s.name NOT LIKE '%~_figure' ESCAPE '~' ORDER BY 1, 2
      """
    ) { (table: try $0(0, as: String.self), column: try $0(1, as: String.self)) }
    let parts = columns.map {
      "SELECT \(SQLIdentifier($0.column)) AS id, COUNT(*) AS records"
        + " FROM \(SQLIdentifier($0.table)) GROUP BY 1"
    }
    var counts: [String: Int64] = [:]
    try database.forEachRow(
      """
      SELECT p.key, SUM(n.records) FROM (\(parts.joined(separator: " UNION ALL "))) n
      JOIN party p ON p.id = n.id GROUP BY p.id
      """
    ) { row in counts[try row(0, as: String.self)] = try row(1) }
    return counts
  }
}
