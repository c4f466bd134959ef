import SQLite

/// A text of the ledger that may be looked for, and the record it is of.
struct SearchedText {
  let kind: String
  let key: String
  let name: String
  let place: FoundRecord.Place
  let text: String
}

extension SearchedText {
  /// Columns of records whose words are worth looking for, besides their names.
  private static let wordColumns = [
    "notes", "condition", "quote", "use_of_proceeds", "cancellable_terms", "universe",
    "stated_by", "horizon", "reason", "locator", "publisher", "url",
  ]

  /// The texts that match a pattern for each word.
  static func matching(
    _ patterns: [String], in database: borrowing some Database & ~Copyable
  ) throws -> [SearchedText] {
    let names = try read(
      "SELECT record_kind, record_key, record, 'name', record FROM records", "record", patterns,
      in: database)
    let keys = try read(
      "SELECT record_kind, record_key, record, 'key', record_key FROM records", "record_key",
      patterns, in: database)
    let aliases = try read(
      """
      SELECT 'party', p.key, p.name, 'name', n.name
      FROM party_name n JOIN party p ON p.id = n.party_id
      """, "n.name", patterns, in: database)
    let claims = try read(
      "SELECT record_kind, record_key, record, 'words', original FROM claims", "original",
      patterns, in: database)
    let notes = try RecordTables.all.flatMap { table in
      try columns(of: table, in: database).flatMap { column in
        try read(
          """
          SELECT r.record_kind, r.record_key, r.record, 'notes', t."\(column)"
          FROM "\(table)" t JOIN records r ON r.record_kind = '\(table)' AND r.record_id = t.id
          """, "t.\"\(column)\"", patterns, in: database)
      }
    }
    return names + keys + aliases + claims + notes
  }

  /// The names of parties and deals, contracts and statistics, for words that are misspelt.
  static func names(in database: borrowing some Database & ~Copyable) throws -> [SearchedText] {
    try read(
      """
      SELECT 'party', p.key, p.name, 'name', n.name
      FROM party_name n JOIN party p ON p.id = n.party_id
      UNION ALL SELECT record_kind, record_key, record, 'name', record FROM records
      WHERE record_kind IN ('party', 'deal', 'contract', 'observation', 'tranche')
      """, nil, [], in: database)
  }

  private static func columns(
    of table: String, in database: borrowing some Database & ~Copyable
  ) throws -> [String] {
    try database.query("SELECT name FROM pragma_table_info(?)", [table]) {
      try $0(0, as: String.self)
    }.filter(wordColumns.contains)
  }

  private static func read(
    _ select: String, _ column: String?, _ patterns: [String],
    in database: borrowing some Database & ~Copyable
  ) throws -> [SearchedText] {
    let conditions = column.map { column in
      patterns.indices.map { "\(column) LIKE ?\($0 + 1)" }.joined(separator: " AND ")
    }
    let sql = conditions.map { "\(select) WHERE \($0)" } ?? select
    return try database.query(sql, Bindings(patterns)) { row in
      SearchedText(
        kind: try row(0), key: try row(1), name: try row(2),
        place: FoundRecord.Place(rawValue: try row(3)) ?? .notes, text: try row(4))
    }
  }
}
