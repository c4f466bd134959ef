internal import SQLite

/// What links say about which records totals count: each sum of money once.
///
/// `same_as`: of all records that are one, the one with the best source grade; of equals one that
/// others point at. `amends`, `extends`, `replaces`: only the newer one, unless an event ends the
/// older one on a day. `announces`: never the announcement. `part_of`: a deal's parts, and the deal
/// by what they leave; of contracts the whole, since legs cannot be divided. Taps, refinancings and
/// support change nothing.
enum CountingOnce {
  /// Works the rule out anew from every link, and stores where it differs from what is stored.
  /// What a document says of a record itself stays.
  ///
  /// - Returns: how many records changed.
  static func settle(in transaction: borrowing Transaction) throws -> Int {
    let links = try LinkedRecords(transaction)
    guard !links.isEmpty else { return try clear(except: [:], in: transaction) }
    let reasons = links.reasonsNotToCount()
    var changed = try clear(except: reasons, in: transaction)
    for (record, reason) in reasons.sorted(by: { $0.key < $1.key }) {
      changed += try transaction.run(
        """
        UPDATE \(record.table) SET counted = 0, not_counted_because = ?1, counted_is_derived = 1
        WHERE key = ?2 AND (counted = 1 OR counted_is_derived = 1 AND not_counted_because <> ?1)
        """, [reason, record.key])
    }
    return try changed + settleDivisions(links.wholes(notCounting: reasons), in: transaction)
  }

  /// Counts again what links no longer speak against.
  private static func clear(
    except reasons: [LinkedRecord: String], in transaction: borrowing Transaction
  ) throws -> Int {
    var changed = 0
    for table in ["deal", "contract"] {
      let derived = try transaction.query(
        "SELECT key FROM \(table) WHERE counted_is_derived = 1"
      ) { try $0(0, as: String.self) }
      for key in derived where reasons[LinkedRecord(table: table, key: key)] == nil {
        changed += try transaction.run(
          """
          UPDATE \(table) SET counted = 1, not_counted_because = NULL, counted_is_derived = 0
          WHERE key = ?
          """, [key])
      }
    }
    return changed
  }

  /// Parts tell the whole again, so that a deal's own division is not counted beside them.
  private static func settleDivisions(
    _ wholes: Set<String>, in transaction: borrowing Transaction
  ) throws -> Int {
    let divided = try transaction.query(
      """
      SELECT DISTINCT d.key FROM tranche t JOIN deal d ON d.id = t.deal_id
      WHERE t.counted_is_derived = 1
      """
    ) { try $0(0, as: String.self) }
    var changed = 0
    for key in wholes.union(divided).sorted() {
      changed += try transaction.run(
        wholes.contains(key)
          ? """
          UPDATE tranche SET counted = 0, counted_is_derived = 1,
            not_counted_because = 'told again by the parts of the deal'
          WHERE counted = 1 AND is_remainder = 0
            AND deal_id = (SELECT id FROM deal WHERE key = ?)
          """
          : """
          UPDATE tranche SET counted = 1, counted_is_derived = 0, not_counted_because = NULL
          WHERE counted_is_derived = 1 AND deal_id = (SELECT id FROM deal WHERE key = ?)
          """, [key])
    }
    return changed
  }
}
