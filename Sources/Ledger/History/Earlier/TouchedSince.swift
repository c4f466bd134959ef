internal import SQLite

/// The parties, deals and contracts whose derived rows may differ from those of an earlier moment,
/// listed in `touched_party`, `touched_deal` and `touched_contract` as a run lists what it touched.
enum TouchedSince {
  /// `subject` lists parties on whose deals the change bears.
  private static let lists = owners + ["party", "subject", "source"]
  private static let owners = ["deal", "contract", "tranche"]
  /// The columns that `note` reads, besides those that refer to records.
  private static let noted: Set<String> = [
    "id", "kind", "record_table", "record_id", "currency", "published_on",
  ]

  /// Lists what follows from rows that differ.
  ///
  /// Tables are named without their schema where the moment in question is meant, which may be laid
  /// over the file by temporary views.
  ///
  /// - Parameters:
  ///   - isEarlier: Whether the rows are derived as of the earlier moment, on which what was added
  ///     since does not bear.
  ///   - read: The tables that what is derived reads; nil for all. Others bear on nothing.
  static func list(
    _ rows: EarlierRows, isEarlier: Bool, read: Set<String>? = nil,
    in database: borrowing some Database & ~Copyable
  ) throws {
    for name in lists {
      try database.execute("CREATE TEMP TABLE touched_\(name) (id INTEGER PRIMARY KEY)")
    }
    try database.execute(
      "CREATE TEMP TABLE touched_rate (currency TEXT, day TEXT, is_of_figures INTEGER)")
    let limits = isEarlier ? rows.differences : [:]
    for difference in rows.differences.values
    where read?.contains(difference.table.name) ?? true {
      let table = difference.table
      // Derived rows are those of the file when the earlier ones are made, and the other way round.
      if difference.hasTables {
        try note(
          table, "\(difference.earlier) t", "1", isOfFigures: !isEarlier, limits: [:],
          in: database)
      }
      for isReplaced in difference.isReplaced {
        try note(
          table, "main.\(SQLIdentifier(table.name)) t", isReplaced, isOfFigures: isEarlier,
          limits: limits, in: database)
      }
      guard let isLost = isLost(difference, rows) else { continue }
      let columns = table.columns.map(\.name).filter { name in
        noted.contains(name) || table.references.contains { $0.column == name }
      }
      try database.execute(
        """
        CREATE TEMP TABLE lost_row AS
        SELECT \(columns.map { "t.\(SQLIdentifier($0))" }.joined(separator: ", "))
        FROM main.\(SQLIdentifier(table.name)) t WHERE \(isLost)
        """)
      try note(
        table, "temp.lost_row t", "1", isOfFigures: isEarlier, limits: limits, in: database)
      try database.execute("DROP TABLE temp.lost_row")
    }
    try follow(rows, in: database)
  }

  /// Which rows `t` are hidden while something they bear on is not; nil for none. Of what is hidden
  /// nothing is derived, so that a record hidden with its parts needs none of them looked at.
  private static func isLost(_ difference: EarlierRows.Difference, _ rows: EarlierRows) -> String? {
    guard let hidden = difference.hidden else { return nil }
    let table = difference.table
    // A record is read with a source that is hidden only where it is hidden itself.
    guard table.name != "source" else { return nil }
    if ["claim", "fx_rate", "party_link"].contains(table.name) { return hidden.condition }
    var bears = table.references.filter { owners.contains($0.table) }.map { reference in
      let isHidden = rows.differences[reference.table]?.hidden?.list.map {
        " AND t.\(reference.column) NOT IN (SELECT id FROM \($0))"
      }
      return "(t.\(reference.column) IS NOT NULL\(isHidden ?? ""))"
    }
    if table.name == "rating_action" {
      bears.append("(t.deal_id IS NULL AND t.tranche_id IS NULL)")
    }
    return bears.isEmpty ? nil : "(\(bears.joined(separator: " OR "))) AND \(hidden.condition)"
  }

  /// Drops the lists.
  static func forget(in database: borrowing some Database & ~Copyable) throws {
    for name in lists + ["rate", "new_rate"] {
      try database.execute("DROP TABLE temp.touched_\(name)")
    }
  }

  /// Takes note of what rows of a relation `t` refer to.
  ///
  /// - Parameters:
  ///   - isOfFigures: Whether the derived rows of the file were made with these rows.
  ///   - limits: Row numbers behind them are not listed.
  private static func note(
    _ table: RecordedTable, _ relation: String, _ condition: String, isOfFigures: Bool,
    limits: [String: EarlierRows.Difference], in database: borrowing some Database & ~Copyable
  ) throws {
    func add(
      _ column: String, to list: String, of target: String? = nil, where more: String = "1"
    ) throws {
      // The sign keeps an index over the whole table from being preferred to a few rows.
      let limit = limits[target ?? list]?.keptThrough.map { " AND +t.\(column) <= \($0)" } ?? ""
      try database.run(
        """
        INSERT OR IGNORE INTO temp.touched_\(list)
        SELECT t.\(column) FROM \(relation)
        WHERE \(condition) AND +t.\(column) IS NOT NULL AND \(more)\(limit)
        """)
    }
    if lists.contains(table.name) { try add("id", to: table.name) }
    for reference in table.references
    where owners.contains(reference.table) {
      try add(reference.column, to: reference.table)
    }
    switch table.name {
    case "party": try add("id", to: "subject", of: "party")
    case "party_link":
      for end in ["from_party_id", "to_party_id"] {
        try add(end, to: "party")
        try add(end, to: "subject", of: "party", where: "t.kind = 'same'")
      }
    case "rating_action":
      try add(
        "party_id", to: "subject", of: "party",
        where: "t.tranche_id IS NULL AND t.deal_id IS NULL")
    case "claim":
      for kind in owners {
        try add("record_id", to: kind, where: "t.record_table = '\(kind)'")
      }
    case "fx_rate":
      try database.run(
        """
        INSERT INTO temp.touched_rate SELECT t.currency, t.published_on, ? FROM \(relation)
        WHERE \(condition)
        """, [isOfFigures])
    default: break
    }
  }

  /// From tranches, parties, sources and rates to deals and contracts.
  private static func follow(
    _ rows: EarlierRows, in database: borrowing some Database & ~Copyable
  ) throws {
    for (list, kinds) in [("party", TouchedRecords.everyLink), ("subject", ["same"])] {
      try database.run(
        """
        INSERT OR IGNORE INTO temp.touched_\(list)
        \(TouchedRecords.connected(byAnyOf: kinds, from: "SELECT id FROM temp.touched_\(list)"))
        """)
    }
    for (list, statement) in toDeals where try hasRows("touched_\(list)", in: database) {
      try database.run("INSERT OR IGNORE INTO temp.\(statement)")
    }
    try followRates(rows, in: database)
  }

  private static func hasRows(
    _ table: String, in database: borrowing some Database & ~Copyable
  ) throws -> Bool {
    try database.value("SELECT EXISTS (SELECT 1 FROM temp.\(table))", as: Bool.self) ?? false
  }

  /// By the list that has to have rows for it.
  private static let toDeals = [
    (
      "tranche",
      "touched_deal SELECT deal_id FROM tranche WHERE id IN (SELECT id FROM temp.touched_tranche)"
    ),
    (
      "subject",
      "touched_deal SELECT id FROM deal WHERE issuer_id IN (SELECT id FROM temp.touched_subject)"
    ),
    (
      "subject",
      """
      touched_deal
      SELECT coalesce(q.deal_id, (SELECT t.deal_id FROM tranche t WHERE t.id = q.tranche_id))
      FROM participation q WHERE q.party_id IN (SELECT id FROM temp.touched_subject)
      """
    ),
    (
      "source",
      "touched_deal SELECT id FROM deal WHERE source_id IN (SELECT id FROM temp.touched_source)"
    ),
    (
      "source",
      """
      touched_contract SELECT id FROM contract
      WHERE source_id IN (SELECT id FROM temp.touched_source)
      """
    ),
  ]

  /// A rate bears on what was converted with it. One that the derived rows of the file were made
  /// without may be nearer to the day of others, which were converted with an older one or not.
  private static func followRates(
    _ rows: EarlierRows, in database: borrowing some Database & ~Copyable
  ) throws {
    try database.execute(
      """
      CREATE TEMP TABLE touched_new_rate AS SELECT currency, day FROM temp.touched_rate
      GROUP BY currency, day HAVING MAX(is_of_figures) = 0
      """)
    guard try hasRows("touched_rate", in: database) else { return }
    let hasNew = try hasRows("touched_new_rate", in: database)
    let statements = RateReach.statements { figure, currency in
      let isUsed = isUsed(figure, currency)
      return hasNew ? "(\(isUsed) OR \(isNearer(figure, currency)))" : isUsed
    }
    for (list, select) in statements {
      let hidden = rows.differences[String(list.dropFirst("touched_".count))]?.hidden?.list
      let isShown = hidden.map { " WHERE id NOT IN (SELECT id FROM \($0))" } ?? ""
      try database.run("INSERT OR IGNORE INTO temp.\(list) SELECT id FROM (\(select))\(isShown)")
    }
  }

  private static func isUsed(_ figure: String, _ currency: String) -> String {
    """
    (\(figure).fx_on IN (SELECT day FROM temp.touched_rate)
      AND (\(figure).fx_on IN (SELECT day FROM temp.touched_rate WHERE currency = 'USD')
        OR (\(currency), \(figure).fx_on) IN (SELECT currency, day FROM temp.touched_rate)))
    """
  }

  private static func isNearer(_ figure: String, _ currency: String) -> String {
    """
    (\(figure).dated_until >= (SELECT MIN(day) FROM temp.touched_new_rate)
      AND \(figure).dated_until <= (SELECT date(MAX(day), '+7 days') FROM temp.touched_new_rate)
      AND EXISTS (SELECT 1 FROM temp.touched_new_rate r WHERE r.currency IN ('USD', \(currency))
        AND r.day >= date(\(figure).dated_until, '-7 days') AND r.day <= \(figure).dated_until))
    """
  }
}
