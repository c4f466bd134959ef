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
            AND t.id NOT IN (SELECT k.record_id FROM temp.known_by_claim k
              WHERE k.record_table = ?1 AND k.record_id IS NOT NULL)
          """, [table.name])
      }
    }
    try hideParts(tables, in: connection)
    try hideClaims(tables, in: connection)
  }

  /// What belongs to a record that is hidden is hidden too, and so on, until nothing more is.
  private static func hideParts(
    _ tables: [RecordedTable], in connection: borrowing Connection
  ) throws {
    let recorded = Set(tables.map(\.name)).subtracting(alwaysKnown).subtracting(["source"])
    // A claim outlives what it disputes.
    let parts = tables.filter { recorded.contains($0.name) && $0.name != "claim" }
      .flatMap { table in
        table.references.filter { recorded.contains($0.table) }.map { (table.name, $0) }
      }
    let owners = Set(parts.map(\.1.table))
    // Those whose owners have lost rows since they were looked at; what others belong to first.
    var open =
      parts.indices.filter { owners.contains(parts[$0].0) }
      + parts.indices.filter { !owners.contains(parts[$0].0) }
    while !open.isEmpty {
      let index = open.removeFirst()
      let (name, reference) = parts[index]
      let hidden = try connection.run(
        """
        INSERT OR IGNORE INTO temp.hidden_\(name) SELECT id FROM \(SQLIdentifier(name))
        WHERE \(reference.column) IN (SELECT id FROM temp.hidden_\(reference.table))
        """)
      guard hidden > 0 else { continue }
      open += parts.indices.filter { parts[$0].1.table == name && !open.contains($0) }
    }
  }

  /// Claims on what is hidden.
  private static func hideClaims(
    _ tables: [RecordedTable], in connection: borrowing Connection
  ) throws {
    let kinds = try connection.query("SELECT DISTINCT record_table FROM claim") {
      try $0(0, as: String.self)
    }
    for kind in tables.map(\.name)
    where kinds.contains(kind) && !alwaysKnown.contains(kind) && kind != "source" {
      try connection.run(
        """
        INSERT OR IGNORE INTO temp.hidden_claim SELECT id FROM claim
        WHERE record_table = ? AND record_id IN (SELECT id FROM temp.hidden_\(kind))
        """, [kind])
    }
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
