internal import SQLite

/// What a reader could have known on a day: records whose first source was published later do not
/// count, and neither does what belongs to them.
///
/// A source is published on the first day of its pair, one without on the day it was retrieved, one
/// with neither on no day. A record is known from its own source and from those of claims on it
/// that support it or say the value it follows, whichever came first. A rate is known from its own
/// day. Parties, their names and identifiers are always known: they are no statement of the deal.
enum PublishedBy {
  private static let alwaysKnown: Set<String> = ["party", "party_name", "party_identifier"]
  private static let ownDay = ["fx_rate": "published_on", "benchmark_rate": "fixed_on"]

  /// Takes away what was published after a day.
  static func hide(
    after day: String, _ rows: inout EarlierRows, in connection: borrowing Connection
  ) throws {
    try listHidden(after: day, rows.tables, in: connection)
    try keepCited(rows.tables, in: connection)
    for table in rows.tables {
      let isAny = try connection.value(
        "SELECT EXISTS (SELECT 1 FROM temp.hidden_\(table.name))", as: Bool.self)
      guard isAny == true else { continue }
      rows.differences[
        table.name, default: EarlierRows.Difference(table: table, keptThrough: nil)
      ].hasHidden = true
    }
  }

  private static func listHidden(
    after day: String, _ tables: [RecordedTable], in connection: borrowing Connection
  ) throws {
    for table in tables {
      try connection.execute("CREATE TEMP TABLE hidden_\(table.name) (id INTEGER PRIMARY KEY)")
    }
    try connection.run(
      """
      INSERT INTO temp.hidden_source SELECT id FROM source
      WHERE coalesce(published_on, retrieved_on, '9999') > ?
      """, [day])
    try connection.execute(
      "CREATE TEMP TABLE known_by_claim (record_table TEXT, record_id INTEGER)")
    try connection.run(
      """
      INSERT INTO temp.known_by_claim SELECT record_table, record_id FROM claim
      WHERE stance IN ('preferred', 'supports')
        AND source_id NOT IN (SELECT id FROM temp.hidden_source)
      """)
    try connection.execute(
      "CREATE INDEX temp.known_by_claim_by_record ON known_by_claim (record_table, record_id)")
    for table in tables where table.name != "source" && !alwaysKnown.contains(table.name) {
      let name = SQLIdentifier(table.name)
      if let column = ownDay[table.name] {
        try connection.run(
          "INSERT INTO temp.hidden_\(table.name) SELECT id FROM \(name) WHERE \(column) > ?", [day])
      } else if table.has("source_id") {
        try connection.run(
          """
          INSERT INTO temp.hidden_\(table.name) SELECT t.id FROM \(name) t
          WHERE t.source_id IN (SELECT id FROM temp.hidden_source)
            AND NOT EXISTS (SELECT 1 FROM temp.known_by_claim k
              WHERE k.record_table = ?1 AND k.record_id = t.id)
          """, [table.name])
      }
    }
    var grown = Set(tables.map(\.name))
    while !grown.isEmpty { grown = try hideParts(tables, of: grown, in: connection) }
  }

  /// What belongs to a record that is hidden is hidden too.
  ///
  /// - Parameter owners: The tables of which more rows were hidden than were looked at before.
  /// - Returns: the tables of which more rows are hidden now.
  private static func hideParts(
    _ tables: [RecordedTable], of owners: Set<String>, in connection: borrowing Connection
  ) throws -> Set<String> {
    let recorded = Set(tables.map(\.name)).subtracting(alwaysKnown).subtracting(["source"])
    var grown: Set<String> = []
    for table in tables where !alwaysKnown.contains(table.name) {
      let name = SQLIdentifier(table.name)
      // A claim outlives what it disputes.
      for reference in table.references
      where recorded.contains(reference.table) && owners.contains(reference.table)
        && table.name != "claim"
      {
        let hidden = try connection.run(
          """
          INSERT OR IGNORE INTO temp.hidden_\(table.name) SELECT id FROM \(name)
          WHERE \(reference.column) IN (SELECT id FROM temp.hidden_\(reference.table))
          """)
        if hidden > 0 { grown.insert(table.name) }
      }
    }
    for kind in recorded.intersection(owners) where recorded.contains("claim") {
      let hidden = try connection.run(
        """
        INSERT OR IGNORE INTO temp.hidden_claim SELECT id FROM claim
        WHERE record_table = ? AND record_id IN (SELECT id FROM temp.hidden_\(kind))
        """, [kind])
      if hidden > 0 { grown.insert("claim") }
    }
    return grown
  }

  /// A later source stays where a record is read with it that an earlier one tells as well.
  private static func keepCited(
    _ tables: [RecordedTable], in connection: borrowing Connection
  ) throws {
    for table in tables
    where table.has("source_id") && !alwaysKnown.contains(table.name) && ownDay[table.name] == nil {
      try connection.run(
        """
        DELETE FROM temp.hidden_source WHERE id IN (
          SELECT t.source_id FROM \(SQLIdentifier(table.name)) t
          WHERE t.id NOT IN (SELECT id FROM temp.hidden_\(table.name)))
        """)
    }
  }
}
