public import SQLite

/// Finds records by what people type.
public enum RecordLookup {
  /// The kinds of record that have a key.
  ///
  /// - Throws: `LedgerError.unknownRecord` with keys that come near, by key or by name.
  public static func kinds(
    of key: String, in database: borrowing some Database & ~Copyable
  ) throws -> [String] {
    let kinds = try database.query(
      "SELECT record_kind FROM records WHERE record_key = ?", [key]
    ) { try $0(0, as: String.self) }
    guard kinds.isEmpty else { return kinds }
    throw LedgerError.unknownRecord(key: key, similar: try similar(to: key, in: database))
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
