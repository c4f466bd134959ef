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

  /// Keys of parties, deals and contracts whose key or name holds the text.
  private static func similar(
    to text: String, in database: borrowing some Database & ~Copyable
  ) throws -> [String] {
    guard !text.isEmpty else { return [] }
    return try database.query(
      """
      SELECT DISTINCT record_key FROM records
      WHERE record_kind IN ('party', 'deal', 'contract')
        AND (instr(record_key, lower(?1)) > 0 OR instr(lower(record), lower(?1)) > 0)
      ORDER BY length(record_key), record_key LIMIT 5
      """, [text]
    ) { try $0(0) }
  }
}
