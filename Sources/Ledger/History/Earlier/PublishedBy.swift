internal import SQLite

/// What a reader could have known on a day: records whose first source was published later do not
/// count, and neither does what belongs to them.
///
/// A source is published on the first day of its pair, one without on the day it was retrieved, one
/// with neither on no day. A record is known from its own source and from those of claims on it
/// that support it or say the value it follows, whichever came first. A rate is known from its own
/// day. Parties, their names and identifiers are always known: they are no statement of the deal.
struct PublishedBy {
  private static let alwaysKnown: Set<String> = ["party", "party_name", "party_identifier"]
  private static let ownDay = ["fx_rate": "published_on", "benchmark_rate": "fixed_on"]

  /// Sources of after the day; some may be cited all the same.
  private static let late = "temp.late_source"
  private static let cited = "temp.cited_source"

  private let day: String
  private let tables: [RecordedTable]
  /// Those of which numbers of hidden rows are listed, owners before what belongs to them.
  private let listed: [RecordedTable]
  /// Tables with records that an earlier source tells as well.
  private let toldEarlier: Set<String>

  /// Takes away what was published after a day.
  static func hide(
    after day: String, _ rows: inout EarlierRows, in connection: borrowing Connection
  ) throws {
    let published = try PublishedBy(after: day, rows, in: connection)
    try published.list(in: connection)
    for table in rows.tables {
      guard let hidden = published.hidden(table) else { continue }
      let isAny = try connection.value(
        """
        SELECT EXISTS (SELECT 1 FROM \(hidden.list ?? "\(SQLIdentifier(table.name)) t")
          WHERE \(hidden.list == nil ? hidden.condition : "1"))
        """, as: Bool.self)
      guard isAny == true else { continue }
      rows.differences[
        table.name, default: EarlierRows.Difference(table: table, keptThrough: nil)
      ].hidden = hidden
    }
  }

  private init(
    after day: String, _ rows: EarlierRows, in connection: borrowing Connection
  ) throws {
    self.day = day
    tables = rows.tables
    let owners = Set(tables.flatMap { table in Self.owners(of: table).map(\.table) })
    // Of rows that stood otherwise the columns of the table do not tell.
    let listed = tables.filter { table in
      owners.contains(table.name) || table.name == "claim" || Self.ownDay[table.name] != nil
        || rows.differences[table.name]?.hasTables == true
    }.filter { !Self.alwaysKnown.contains($0.name) && $0.name != "source" }
    self.listed = Self.ownersFirst(listed)
    try Self.listSources(after: day, in: connection)
    toldEarlier = try Self.listToldEarlier(tables, in: connection)
  }

  /// What a row's record belongs to, so that it is hidden with it. A claim outlives what it
  /// disputes.
  private static func owners(of table: RecordedTable) -> [RecordedTable.Reference] {
    guard !alwaysKnown.contains(table.name), table.name != "claim", table.name != "source" else {
      return []
    }
    return table.references.filter { !alwaysKnown.contains($0.table) && $0.table != "source" }
  }

  private static func ownersFirst(_ tables: [RecordedTable]) -> [RecordedTable] {
    var (open, ordered) = (tables, [RecordedTable]())
    while !open.isEmpty {
      let next =
        open.firstIndex { table in
          !owners(of: table).contains { owner in
            owner.table != table.name && open.contains { $0.name == owner.table }
          }
        } ?? 0
      ordered.append(open.remove(at: next))
    }
    return ordered
  }

  private static func listSources(
    after day: String, in connection: borrowing Connection
  ) throws {
    for name in [late, cited] {
      try connection.execute("CREATE TABLE \(name) (id INTEGER PRIMARY KEY)")
    }
    try connection.run(
      """
      INSERT INTO \(late) SELECT id FROM source
      WHERE coalesce(published_on, retrieved_on, '9999') > ?
      """, [day])
  }

  private static func listToldEarlier(
    _ tables: [RecordedTable], in connection: borrowing Connection
  ) throws -> Set<String> {
    let kinds = Set(
      try connection.query("SELECT DISTINCT record_table FROM claim") { try $0(0, as: String.self) }
    ).intersection(tables.map(\.name))
    for kind in kinds {
      try connection.execute("CREATE TEMP TABLE told_\(kind) (id INTEGER PRIMARY KEY)")
      try connection.run(
        """
        INSERT OR IGNORE INTO temp.told_\(kind) SELECT record_id FROM claim
        WHERE record_table = ? AND record_id IS NOT NULL AND stance IN ('preferred', 'supports')
          AND source_id NOT IN (SELECT id FROM \(late))
        """, [kind])
    }
    return kinds
  }

  /// Which rows of a table are hidden; nil where none can be.
  private func hidden(_ table: RecordedTable) -> HiddenRows? {
    if table.name == "source" {
      return HiddenRows(anyOf: [
        "(t.id IN (SELECT id FROM \(Self.late)) AND t.id NOT IN (SELECT id FROM \(Self.cited)))"
      ])
    }
    if listed.contains(where: { $0.name == table.name }) { return HiddenRows(list: list(table)) }
    let conditions = reasons(table)
    return conditions.isEmpty ? nil : HiddenRows(anyOf: conditions)
  }

  private func list(_ table: RecordedTable) -> String { "temp.hidden_\(table.name)" }

  /// Why a row `t` is hidden: its own day, its source's, or that of a record it belongs to.
  private func reasons(_ table: RecordedTable) -> [String] {
    guard !Self.alwaysKnown.contains(table.name) else { return [] }
    if let column = Self.ownDay[table.name] { return ["coalesce(t.\(column) > ?, 0)"] }
    let own = table.has("source_id") ? [isLate(table)] : []
    return own
      + Self.owners(of: table).map { owner in
        HiddenRows.isListed("t.\(owner.column)", in: "temp.hidden_\(owner.table)")
      }
  }

  private func isLate(_ table: RecordedTable) -> String {
    let isLate = HiddenRows.isListed("t.source_id", in: Self.late)
    guard toldEarlier.contains(table.name) else { return isLate }
    return "(\(isLate) AND t.id NOT IN (SELECT id FROM temp.told_\(table.name)))"
  }

  /// Lists what is hidden of tables that others belong to, and which late sources stay.
  private func list(in connection: borrowing Connection) throws {
    for table in listed {
      try connection.execute("CREATE TABLE \(list(table)) (id INTEGER PRIMARY KEY)")
    }
    for table in listed {
      try connection.run(
        """
        INSERT INTO \(list(table)) SELECT t.id FROM \(SQLIdentifier(table.name)) t
        WHERE \(reasons(table).joined(separator: " OR "))
        """, Self.ownDay[table.name] == nil ? [] : [day])
    }
    try listParts(in: connection)
    try listClaims(in: connection)
    try keepCited(in: connection)
  }

  /// What belongs to a record of its own table, or of one that was listed later, until nothing more
  /// is hidden.
  private func listParts(in connection: borrowing Connection) throws {
    let order = Dictionary(uniqueKeysWithValues: listed.enumerated().map { ($1.name, $0) })
    let parts = listed.flatMap { table in
      Self.owners(of: table).filter { order[$0.table] != nil }.map { (table, $0) }
    }
    var open = parts.indices.filter { index in
      (order[parts[index].1.table] ?? 0) >= (order[parts[index].0.name] ?? 0)
    }
    while !open.isEmpty {
      let (table, owner) = parts[open.removeFirst()]
      let hidden = try connection.run(
        """
        INSERT OR IGNORE INTO \(list(table)) SELECT id FROM \(SQLIdentifier(table.name))
        WHERE \(owner.column) IN (SELECT id FROM temp.hidden_\(owner.table))
        """)
      guard hidden > 0 else { continue }
      open += parts.indices.filter { parts[$0].1.table == table.name && !open.contains($0) }
    }
  }

  /// Claims on what is hidden.
  private func listClaims(in connection: borrowing Connection) throws {
    for table in tables
    where toldEarlier.contains(table.name) && !Self.alwaysKnown.contains(table.name)
      && table.name != "source"
    {
      guard let hidden = hidden(table) else { continue }
      try connection.run(
        """
        INSERT OR IGNORE INTO temp.hidden_claim SELECT c.id FROM claim c
        WHERE c.record_table = ? AND \(hidden.holds("c.record_id", of: table))
        """, [table.name])
    }
  }

  /// A later source stays where a record is read with it that an earlier one tells as well.
  private func keepCited(in connection: borrowing Connection) throws {
    for table in tables
    where toldEarlier.contains(table.name) && table.has("source_id")
      && !Self.alwaysKnown.contains(table.name) && Self.ownDay[table.name] == nil
    {
      guard let hidden = hidden(table) else { continue }
      try connection.run(
        """
        INSERT OR IGNORE INTO \(Self.cited) SELECT t.source_id FROM \(SQLIdentifier(table.name)) t
        WHERE t.id IN (SELECT id FROM temp.told_\(table.name)) AND t.source_id IS NOT NULL
          AND NOT \(hidden.condition)
        """)
    }
  }
}
