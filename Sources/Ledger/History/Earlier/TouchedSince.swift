internal import SQLite

/// The parties, deals and contracts whose derived rows may differ from those of an earlier moment,
/// listed in `touched_party`, `touched_deal` and `touched_contract` as a run lists what it touched.
enum TouchedSince {
  /// `subject` lists parties on whose deals the change bears.
  private static let lists = ["deal", "contract", "tranche", "party", "subject", "source"]

  /// Lists what follows from rows that differ.
  ///
  /// Tables are named without their schema where the moment in question is meant, which may be laid
  /// over the file by temporary views.
  ///
  /// - Parameter isEarlier: Whether the rows are derived as of the earlier moment, on which what
  ///   was added since does not bear.
  static func list(
    _ rows: EarlierRows, isEarlier: Bool, in database: borrowing some Database & ~Copyable
  ) throws {
    for name in lists {
      try database.execute("CREATE TEMP TABLE touched_\(name) (id INTEGER PRIMARY KEY)")
    }
    try database.execute("CREATE TEMP TABLE touched_rate (currency TEXT, day TEXT)")
    for difference in rows.differences.values {
      if difference.hasTables {
        try note(difference.table, "\(difference.earlier) t", "1", in: database)
      }
      for isReplaced in difference.isReplaced {
        try note(
          difference.table, "main.\(SQLIdentifier(difference.table.name)) t", isReplaced,
          limits: isEarlier ? rows.differences : [:], in: database)
      }
    }
    try follow(in: database)
  }

  /// Drops the lists.
  static func forget(in database: borrowing some Database & ~Copyable) throws {
    for name in lists + ["rate"] { try database.execute("DROP TABLE temp.touched_\(name)") }
  }

  /// Takes note of what rows of a relation `t` refer to.
  ///
  /// - Parameter limits: Row numbers behind them are not listed.
  private static func note(
    _ table: RecordedTable, _ relation: String, _ condition: String,
    limits: [String: EarlierRows.Difference] = [:],
    in database: borrowing some Database & ~Copyable
  ) throws {
    func add(
      _ column: String, to list: String, of target: String? = nil, where more: String = "1"
    ) throws {
      let limit = limits[target ?? list]?.keptThrough.map { " AND t.\(column) <= \($0)" } ?? ""
      try database.run(
        """
        INSERT OR IGNORE INTO temp.touched_\(list)
        SELECT t.\(column) FROM \(relation)
        WHERE \(condition) AND t.\(column) IS NOT NULL AND \(more)\(limit)
        """)
    }
    if lists.contains(table.name) { try add("id", to: table.name) }
    for reference in table.references
    where ["deal", "contract", "tranche"].contains(reference.table) {
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
      for kind in ["deal", "contract", "tranche"] {
        try add("record_id", to: kind, where: "t.record_table = '\(kind)'")
      }
    case "fx_rate":
      try database.run(
        """
        INSERT INTO temp.touched_rate SELECT t.currency, t.published_on FROM \(relation)
        WHERE \(condition)
        """)
    default: break
    }
  }

  /// From tranches, parties, sources and rates to deals and contracts.
  private static func follow(in database: borrowing some Database & ~Copyable) throws {
    try database.execute("CREATE INDEX temp.touched_rate_by_day ON touched_rate (day)")
    let hasRates = try database.value(
      "SELECT EXISTS (SELECT 1 FROM temp.touched_rate)", as: Bool.self)
    for (list, kinds) in [("party", TouchedRecords.everyLink), ("subject", ["same"])] {
      try database.run(
        """
        INSERT OR IGNORE INTO temp.touched_\(list)
        \(TouchedRecords.connected(byAnyOf: kinds, from: "SELECT id FROM temp.touched_\(list)"))
        """)
    }
    for statement in toDeals + (hasRates == true ? dated : []) {
      try database.run("INSERT OR IGNORE INTO temp.\(statement)")
    }
  }

  private static let toDeals = [
    "touched_deal SELECT deal_id FROM tranche WHERE id IN (SELECT id FROM temp.touched_tranche)",
    "touched_deal SELECT id FROM deal WHERE issuer_id IN (SELECT id FROM temp.touched_subject)",
    """
    touched_deal SELECT coalesce(q.deal_id, t.deal_id) FROM participation q
    LEFT JOIN tranche t ON t.id = q.tranche_id
    WHERE q.party_id IN (SELECT id FROM temp.touched_subject)
    """,
    """
    touched_deal SELECT id FROM deal
    WHERE EXISTS (SELECT 1 FROM temp.touched_source) AND source_id IN (
      SELECT id FROM temp.touched_source)
    """,
    """
    touched_contract SELECT id FROM contract
    WHERE EXISTS (SELECT 1 FROM temp.touched_source) AND source_id IN (
      SELECT id FROM temp.touched_source)
    """,
  ]

  private static let dated = RateReach.statements(hasRate)

  private static func hasRate(_ figure: String, _ currency: String) -> String {
    """
    \(figure).dated_until >= (SELECT MIN(day) FROM temp.touched_rate)
      AND \(figure).dated_until <= (SELECT date(MAX(day), '+7 days') FROM temp.touched_rate)
      AND EXISTS (SELECT 1 FROM temp.touched_rate r WHERE r.currency IN ('USD', \(currency))
      AND r.day >= date(\(figure).dated_until, '-7 days') AND r.day <= \(figure).dated_until)
    """
  }
}
