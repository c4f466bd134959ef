internal import SQLite

/// The rows, as they stood, that belong to deals and contracts to be derived anew. While that is
/// done they stand for their tables, so that it costs what these deals cost, however large the
/// ledger: joined through the whole of a table with changed rows, each join would first copy it.
enum NearRows {
  private static let subjects = ["deal", "contract", "tranche"]

  /// Puts them in the place of their tables, of those that are read for what is derived.
  ///
  /// - Returns: the tables.
  static func show(
    _ rows: EarlierRows, read: Set<String>, in connection: borrowing Connection
  ) throws -> [String] {
    try connection.run(
      """
      INSERT OR IGNORE INTO temp.touched_tranche
      SELECT id FROM tranche WHERE deal_id IN (SELECT id FROM temp.touched_deal)
      """)
    var narrowed: [String] = []
    for table in rows.tables where read.contains(table.name) {
      // All of a deal's tranches are listed, whatever else they refer to.
      var conditions =
        subjects.contains(table.name)
        ? ["t.id IN (SELECT id FROM temp.touched_\(table.name))"]
        : table.references.filter { subjects.contains($0.table) }.map {
          "t.\($0.column) IN (SELECT id FROM temp.touched_\($0.table))"
        }
      guard !conditions.isEmpty else { continue }
      // Ratings of an issuer stand for its bonds.
      if table.name == "rating_action" {
        conditions.append("t.deal_id IS NULL AND t.tranche_id IS NULL")
      }
      try collect(table, conditions, in: connection)
      narrowed.append(table.name)
    }
    for name in narrowed {
      try EarlierFigures.lay(name, "SELECT * FROM temp.near_\(name)", connection)
    }
    return narrowed
  }

  private static func collect(
    _ table: RecordedTable, _ conditions: [String], in connection: borrowing Connection
  ) throws {
    try connection.execute("CREATE TEMP TABLE near_\(table.name) (\(table.declaration))")
    for condition in conditions {
      try connection.run(
        """
        INSERT OR IGNORE INTO temp.near_\(table.name)
        SELECT \(table.columnList) FROM \(SQLIdentifier(table.name)) t WHERE \(condition)
        """)
    }
    try EarlierRows.copyIndexes(of: table.name, to: "near", in: connection)
  }
}
