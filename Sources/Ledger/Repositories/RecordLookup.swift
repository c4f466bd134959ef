internal import Finance
public import SQLite

/// Finds records by what people type.
public enum RecordLookup {
  /// The kinds of record that have a key.
  ///
  /// - Throws: `LedgerError.unknownRecord` with keys that come near, by key or by name.
  public static func kinds(
    of key: String, in database: borrowing some Database & ~Copyable
  ) throws -> [String] {
    let rows = try rows(of: key, in: database)
    guard rows.isEmpty else { return rows.map(\.kind) }
    throw LedgerError.unknownRecord(key: key, similar: try similar(to: key, in: database))
  }

  /// The rows a key names: the kind of each record, and its number in its table.
  public static func rows(
    of key: String, in database: borrowing some Database & ~Copyable
  ) throws -> [(kind: String, number: Int64)] {
    try RecordTables.kinds.compactMap { kind in
      try RecordTables.row(of: key, in: kind, database).map { (kind, $0) }
    }
  }

  /// The key that a text is, or that has it as its name, whatever the case: `Meta` is `meta`.
  ///
  /// `kinds`: the kinds of record it may be; nil for all.
  ///
  /// - Throws: `LedgerError.unknownRecord` where there is none, with what comes near, and `.rule`
  ///   for a name that several parties have.
  public static func key(
    of text: String, kinds: Set<String>? = nil, in database: borrowing some Database & ~Copyable
  ) throws -> String {
    for key in [text, RecordKey.normalised(text)] where !key.isEmpty {
      let found = try rows(of: key, in: database)
      if found.contains(where: { kinds?.contains($0.kind) ?? true }) { return key }
    }
    for kind in ["party", "deal", "contract", "tranche"] where kinds?.contains(kind) ?? true {
      if let key = try key(named: text, kind, in: database) { return key }
    }
    throw LedgerError.unknownRecord(
      key: text, similar: try similar(to: text, kinds: kinds, in: database))
  }

  /// The key of the one record of a kind that has a name.
  private static func key(
    named text: String, _ kind: String, in database: borrowing some Database & ~Copyable
  ) throws -> String? {
    let found =
      try kind == "party"
      ? database.query(
        """
        SELECT DISTINCT p.key FROM party_name n JOIN party p ON p.id = n.party_id
        WHERE n.folded = ? ORDER BY p.key
        """, [PartyName(text).key]
      ) { try $0(0, as: String.self) }
      : database.query(
        "SELECT key FROM \(SQLIdentifier(kind)) WHERE lower(name) = lower(?) ORDER BY key LIMIT 5",
        [text]
      ) { try $0(0, as: String.self) }
    guard found.count > 1 else { return found.first }
    throw LedgerError.rule(
      record: text, rule: "is the name of \(found.joined(separator: " and ")); give the key")
  }

  /// Keys of records that come near a text, by key or by name, the nearest first.
  private static func similar(
    to text: String, kinds: Set<String>? = nil, in database: borrowing some Database & ~Copyable
  ) throws -> [String] {
    let kinds = kinds ?? ["party", "deal", "contract"]
    // Of a short word nearly every other is a misspelling.
    let mostErrors = text.utf8.count < 5 ? 0 : 2
    return try RecordFinder.find(text, in: database).filter {
      kinds.contains($0.kind) && [.key, .name].contains($0.place) && $0.errors <= mostErrors
    }.prefix(5).map(\.key)
  }
}
