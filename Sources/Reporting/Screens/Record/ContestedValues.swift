internal import SQLite

/// Which values of a record rest on an unresolved contradiction.
enum ContestedValues {
  /// Columns of views that show an attribute under other names.
  private static let shownAs: [String: Set<String>] = [
    "amount": ["amount", "amount_low", "amount_high"],
    "name": ["deal", "tranche", "contract", "party"],
    "announced_on": ["announced_on", "announced_until"],
    "payer": ["from_party"], "payee": ["to_party"], "term_years": ["years"],
    "value": ["value", "value_low", "value_high"],
  ]

  /// The columns in which views show an attribute.
  static func columns(showing attribute: String) -> Set<String> {
    shownAs[attribute] ?? [attribute]
  }

  /// The columns of the view that shows a record; those of its events are among them.
  static func columns(
    of kind: String, key: String, in connection: borrowing Connection
  ) throws -> Set<String> {
    let attributes = try connection.query(
      """
      SELECT o.attribute FROM contradiction_owners o
      WHERE o.is_resolved = 0 AND o.record_kind = ?1 AND o.record_key = ?2
      UNION
      SELECT o.attribute FROM contradiction_owners o
      LEFT JOIN deal d ON d.id = o.deal_id
      LEFT JOIN contract c ON c.id = o.contract_id
      WHERE o.is_resolved = 0 AND o.record_kind = 'event'
        AND CASE ?1 WHEN 'deal' THEN d.key WHEN 'contract' THEN c.key END = ?2
      """, [kind, key]
    ) { try $0(0, as: String.self) }
    return attributes.reduce(into: []) { $0.formUnion(columns(showing: $1)) }
  }
}
