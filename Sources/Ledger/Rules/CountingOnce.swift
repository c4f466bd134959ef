public import SQLite

/// What links say about which of two records totals count.
public enum CountingOnce {
  /// Marks the records that links make double as not counted, with the reason.
  ///
  /// `same_as`: the one with the better source grade counts, of equals the one pointed at.
  /// `amends`, `extends`, `replaces`: only the newer one, unless an event ends the older one on a
  /// day. `announces`: never the announcement. `part_of`: the parts, and the whole by what they
  /// leave. Taps, refinancings and support change nothing here.
  ///
  /// - Returns: how many records changed.
  public static func apply(
    _ links: [String], in transaction: borrowing Transaction
  ) throws -> Int {
    var changed = 0
    for key in links {
      guard let link = try Repository<DealLink>().find(key, in: transaction),
        let from = link.fromRecord, let to = link.toRecord
      else { continue }
      switch link.kind {
      case "same_as":
        let fromIsBetter = try grade(of: from, in: transaction) < grade(of: to, in: transaction)
        let (kept, dropped) = fromIsBetter ? (from, to) : (to, from)
        changed += try stopCounting(dropped, because: "same as \(kept.key)", in: transaction)
      case "amends", "extends", "replaces":
        let word = ["amends": "amended", "extends": "extended", "replaces": "replaced"][link.kind]
        // One that lapsed ends on its day by itself, and counted until then.
        guard try !endsByItself(to, in: transaction) else { continue }
        changed += try stopCounting(
          to, because: "\(word ?? link.kind) by \(from.key)", in: transaction)
      case "announces":
        changed += try stopCounting(from, because: "announces \(to.key)", in: transaction)
      case "part_of":
        changed += try countPartsOnce(from, of: to, in: transaction)
      default: break
      }
    }
    return changed
  }

  /// The parts of a deal count, and the deal only by what they leave: its own tranches tell the
  /// same money again. The legs of a contract cannot be divided, so there the whole counts.
  private static func countPartsOnce(
    _ part: DealLink.End, of whole: DealLink.End, in transaction: borrowing Transaction
  ) throws -> Int {
    guard whole.table == "deal", part.table == "deal" else {
      guard whole.table == part.table else { return 0 }
      return try stopCounting(part, because: "part of \(whole.key)", in: transaction)
    }
    return try transaction.run(
      """
      UPDATE tranche SET counted = 0, not_counted_because = 'told again by the parts of the deal'
      WHERE counted = 1 AND is_remainder = 0
        AND deal_id = (SELECT id FROM deal WHERE key = ?1)
        AND EXISTS (SELECT 1 FROM deal WHERE key = ?2 AND counted = 1)
      """, [whole.key, part.key])
  }

  private static func endsByItself(
    _ record: DealLink.End, in transaction: borrowing Transaction
  ) throws -> Bool {
    try transaction.value(
      """
      SELECT EXISTS (SELECT 1 FROM event e JOIN \(record.table) x ON x.id = e.\(record.table)_id
        WHERE x.key = ? AND e.binding IN ('lapsed', 'terminated') AND e.occurred_on IS NOT NULL)
      """, [record.key], as: Bool.self) ?? false
  }

  /// P before S before A before E before none.
  private static func grade(
    of record: DealLink.End, in transaction: borrowing Transaction
  ) throws -> Int {
    try transaction.value(
      """
      SELECT CASE s.grade WHEN 'P' THEN 1 WHEN 'S' THEN 2 WHEN 'A' THEN 3 WHEN 'E' THEN 4
        ELSE 5 END
      FROM \(record.table) x JOIN source s ON s.id = x.source_id WHERE x.key = ?
      """, [record.key], as: Int.self) ?? 5
  }

  private static func stopCounting(
    _ record: DealLink.End, because reason: String, in transaction: borrowing Transaction
  ) throws -> Int {
    try transaction.run(
      """
      UPDATE \(record.table) SET counted = 0, not_counted_because = ?
      WHERE key = ? AND counted = 1
      """, [reason, record.key])
  }
}

extension DealLink {
  /// A deal or a contract at one end of a link.
  struct End {
    let table: String
    let key: String
  }

  var fromRecord: End? {
    fromDeal.map { End(table: "deal", key: $0) }
      ?? fromContract.map { End(table: "contract", key: $0) }
  }

  var toRecord: End? {
    toDeal.map { End(table: "deal", key: $0) }
      ?? toContract.map { End(table: "contract", key: $0) }
  }
}
