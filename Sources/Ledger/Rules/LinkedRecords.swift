internal import SQLite

/// A deal or a contract at an end of a link.
struct LinkedRecord: Hashable, Comparable {
  let table: String
  let key: String

  static func < (first: LinkedRecord, second: LinkedRecord) -> Bool {
    (first.table, first.key) < (second.table, second.key)
  }
}

/// The deals and contracts that links join, and what follows for counting them.
struct LinkedRecords {
  private struct Link {
    let kind: String
    let from: LinkedRecord
    let to: LinkedRecord
  }

  /// P before S before A before E before none.
  private var grades: [LinkedRecord: Int] = [:]
  /// Records a document itself takes out of totals.
  private var stated: Set<LinkedRecord> = []
  /// Records that an event ends on a day; they count until then.
  private var ending: Set<LinkedRecord> = []
  private let links: [Link]

  var isEmpty: Bool { links.isEmpty }

  init(_ database: borrowing some Database & ~Copyable) throws {
    links = try database.query(
      """
      SELECT l.kind, fd.key, fc.key, td.key, tc.key FROM deal_link l
      LEFT JOIN deal fd ON fd.id = l.from_deal_id
      LEFT JOIN contract fc ON fc.id = l.from_contract_id
      LEFT JOIN deal td ON td.id = l.to_deal_id LEFT JOIN contract tc ON tc.id = l.to_contract_id
      ORDER BY l.key
      """
    ) { row in
      Link(
        kind: try row(0), from: try Self.end(row, deal: 1, contract: 2),
        to: try Self.end(row, deal: 3, contract: 4))
    }
    for record in Set(links.flatMap { [$0.from, $0.to] }) {
      try database.forEachRow(
        """
        SELECT CASE s.grade WHEN 'P' THEN 1 WHEN 'S' THEN 2 WHEN 'A' THEN 3 WHEN 'E' THEN 4
            ELSE 5 END,
          x.counted = 0 AND x.counted_is_derived = 0,
          EXISTS (SELECT 1 FROM event e WHERE e.\(record.table)_id = x.id
            AND e.binding IN ('lapsed', 'terminated') AND e.occurred_on IS NOT NULL)
        FROM \(record.table) x JOIN source s ON s.id = x.source_id WHERE x.key = ?
        """, [record.key]
      ) { row in
        grades[record] = try row(0)
        if try row(1, as: Bool.self) { stated.insert(record) }
        if try row(2, as: Bool.self) { ending.insert(record) }
      }
    }
  }

  private static func end(_ row: borrowing Row, deal: Int, contract: Int) throws -> LinkedRecord {
    if let key = try row(deal, as: String?.self) { return LinkedRecord(table: "deal", key: key) }
    return LinkedRecord(table: "contract", key: try row(contract))
  }

  /// Every record that links take out of totals, with the reason.
  func reasonsNotToCount() -> [LinkedRecord: String] {
    var reasons: [LinkedRecord: String] = [:]
    for link in links {
      switch link.kind {
      case "amends" where !ending.contains(link.to):
        reasons[link.to] = "amended by \(link.from.key)"
      case "extends" where !ending.contains(link.to):
        reasons[link.to] = "extended by \(link.from.key)"
      case "replaces" where !ending.contains(link.to):
        reasons[link.to] = "replaced by \(link.from.key)"
      case "announces": reasons[link.from] = "announces \(link.to.key)"
      default: break
      }
    }
    for (record, reason) in doubles(without: reasons) { reasons[record] = reason }
    for link in links where link.kind == "part_of" {
      if link.from.table == "contract", link.to.table == "contract", reasons[link.from] == nil {
        reasons[link.from] = "part of \(link.to.key)"
      }
    }
    return reasons.filter { !stated.contains($0.key) }
  }

  /// Deals with a part that counts.
  func wholes(notCounting reasons: [LinkedRecord: String]) -> Set<String> {
    Set(
      links.filter {
        $0.kind == "part_of" && $0.from.table == "deal" && $0.to.table == "deal"
          && reasons[$0.from] == nil && !stated.contains($0.from)
      }.map(\.to.key))
  }

  /// Of each class of records that are one, all but the one that counts.
  private func doubles(without reasons: [LinkedRecord: String]) -> [LinkedRecord: String] {
    var doubles: [LinkedRecord: String] = [:]
    for members in classes() {
      let able = members.filter { !stated.contains($0) && reasons[$0] == nil }
      let kept = able.min { first, second in
        let (one, other) = (grades[first] ?? 5, grades[second] ?? 5)
        if one != other { return one < other }
        let (points, others) = (pointsOn(first), pointsOn(second))
        return points != others ? !points : first < second
      }
      // Where another link took one out already, its reason stays.
      guard let kept else { continue }
      for member in able where member != kept { doubles[member] = "same as \(kept.key)" }
    }
    return doubles
  }

  private func pointsOn(_ record: LinkedRecord) -> Bool {
    links.contains { $0.kind == "same_as" && $0.from == record }
  }

  /// The records joined by `same_as`, directly or through others.
  private func classes() -> [[LinkedRecord]] {
    var neighbours: [LinkedRecord: [LinkedRecord]] = [:]
    for link in links where link.kind == "same_as" {
      neighbours[link.from, default: []].append(link.to)
      neighbours[link.to, default: []].append(link.from)
    }
    var seen: Set<LinkedRecord> = []
    var classes: [[LinkedRecord]] = []
    for start in neighbours.keys.sorted() where !seen.contains(start) {
      var members: [LinkedRecord] = []
      var waiting = [start]
      while let next = waiting.popLast() {
        guard seen.insert(next).inserted else { continue }
        members.append(next)
        waiting += neighbours[next] ?? []
      }
      classes.append(members.sorted())
    }
    return classes
  }
}
