internal import SQLite

/// The derived tables as they would be over an earlier state: rows of what differs are made anew,
/// all others are those of the file.
enum EarlierFigures {
  /// Lays them over the file, after `TouchedSince` has listed what may differ.
  static func show(_ rows: EarlierRows, in connection: borrowing Connection) throws {
    let isAny = try connection.value(
      """
      SELECT EXISTS (SELECT 1 FROM temp.touched_deal)
        OR EXISTS (SELECT 1 FROM temp.touched_contract)
        OR EXISTS (SELECT 1 FROM temp.touched_party)
      """, as: Bool.self)
    let figures = try FigureTable.all.map { figure in
      (figure, try RecordedTable.read(figure.name, in: connection))
    }
    let parts = figures.filter { !$0.0.isWhole }
    let narrowed = isAny == true ? try NearRows.show(rows, in: connection) : []
    for (figure, table) in parts {
      try makeTables(figure, table, rows, in: connection)
      guard isAny == true else { continue }
      try derive(figure, table, in: connection)
      try lay(
        figure.name, "SELECT \(table.columnList) FROM temp.earlier_\(figure.name)", connection)
    }
    for name in narrowed {
      try lay(name, try rows.differences[name]?.selection(in: connection), connection)
    }
    for (figure, table) in parts {
      if isAny == true { try forgetSame(figure, table, rows, in: connection) }
      try lay(figure.name, try selection(of: figure, table, rows, in: connection), connection)
    }
    for (figure, table) in figures where figure.isWhole {
      try makeTables(figure, table, rows, in: connection)
      try derive(figure, table, in: connection)
      try forgetSame(figure, table, rows, in: connection)
      try lay(figure.name, try selection(of: figure, table, rows, in: connection), connection)
    }
  }

  /// Puts a view in the place of a table, or takes away the one there is.
  static func lay(
    _ name: String, _ selection: String?, _ connection: borrowing Connection
  ) throws {
    try connection.execute("DROP VIEW IF EXISTS temp.\(SQLIdentifier(name))")
    guard let selection else { return }
    try connection.execute("CREATE TEMP VIEW \(SQLIdentifier(name)) AS \(selection)")
  }

  /// What can be read instead of a derived table; nil where nothing differs.
  private static func selection(
    of figure: FigureTable, _ table: RecordedTable, _ rows: EarlierRows,
    in connection: borrowing Connection
  ) throws -> String? {
    let limits = limits(of: table, rows)
    let isStale = try hasRows("stale_\(figure.name)", in: connection)
    let isDerived = try hasRows("earlier_\(figure.name)", in: connection)
    guard isStale || isDerived || !limits.isEmpty else { return nil }
    let stale = isStale ? ["t.rowid NOT IN (SELECT id FROM temp.stale_\(figure.name))"] : []
    let view = EarlierView(
      table: table, number: figure.number(of: table),
      earlier: isDerived ? "temp.earlier_\(figure.name)" : nil, isKept: stale + limits,
      isShown: nil)
    return try view.selection(in: connection)
  }

  /// What holds for rows `t` that refer to nothing that came later.
  private static func limits(of table: RecordedTable, _ rows: EarlierRows) -> [String] {
    table.references.compactMap { reference in
      rows.differences[reference.table]?.keptThrough.map { limit in
        "(t.\(reference.column) IS NULL OR +t.\(reference.column) <= \(limit))"
      }
    }
  }

  private static func hasRows(
    _ table: String, in connection: borrowing Connection
  ) throws -> Bool {
    try connection.value("SELECT EXISTS (SELECT 1 FROM temp.\(table))", as: Bool.self) ?? false
  }

  /// Makes `earlier_NAME`, for the rows derived anew, and `stale_NAME` with the numbers of rows of
  /// the file that do not hold.
  private static func makeTables(
    _ figure: FigureTable, _ table: RecordedTable, _ rows: EarlierRows,
    in connection: borrowing Connection
  ) throws {
    let columns = table.columns.enumerated().map { index, column in
      let isNumber = index == 0 && column.type == "INTEGER"
      return "\(SQLIdentifier(column.name)) \(column.type)\(isNumber ? " PRIMARY KEY" : "")"
    }
    try connection.execute(
      "CREATE TEMP TABLE earlier_\(figure.name) (\(columns.joined(separator: ", ")))")
    try connection.execute("CREATE TEMP TABLE stale_\(figure.name) (id INTEGER PRIMARY KEY)")
    var conditions = [figure.touched]
    for reference in table.references {
      let difference = rows.differences[reference.table]
      if difference?.hasTables == true {
        conditions.append(
          """
          \(reference.column) IN (SELECT id FROM temp.replaced_\(reference.table)
            WHERE id NOT IN (SELECT id FROM temp.earlier_\(reference.table)))
          """)
      }
      if difference?.hasHidden == true {
        conditions.append("\(reference.column) IN (SELECT id FROM temp.hidden_\(reference.table))")
      }
    }
    for condition in conditions {
      try connection.run(
        """
        INSERT OR IGNORE INTO temp.stale_\(figure.name)
        SELECT rowid FROM main.\(figure.name) WHERE \(condition)
        """)
    }
  }

  private static func derive(
    _ figure: FigureTable, _ table: RecordedTable, in connection: borrowing Connection
  ) throws {
    // Numbers of spans are compared with each other, so that no two may be the same.
    let isNumbered = figure.isNumbered(table)
    let number = isNumbered ? "\(table.columns[0].name), " : ""
    let last =
      isNumbered ? "(SELECT MAX(rowid) FROM main.\(figure.name)) + row_number() OVER (), " : ""
    let names = figure.columns.joined(separator: ", ")
    try connection.run(
      """
      INSERT INTO temp.earlier_\(figure.name) (\(number)\(names))
      SELECT \(last)\(names) FROM (\(figure.query(.touched)))
      """)
    try EarlierRows.copyIndexes(of: figure.name, to: "earlier", in: connection)
  }

  /// Rows that turned out as they are in the file need no other in their place.
  private static func forgetSame(
    _ figure: FigureTable, _ table: RecordedTable, _ rows: EarlierRows,
    in connection: borrowing Connection
  ) throws {
    let key =
      figure.number(of: table).flatMap { figure.isNumbered(table) ? nil : [$0] }
      ?? (figure.isNumbered(table) ? table.references.map(\.column) : ["record_id"])
    try connection.execute("CREATE TEMP TABLE same_row (earlier INTEGER, id INTEGER PRIMARY KEY)")
    for column in key {
      let others =
        figure.columns.filter { $0 != column }.map { "e.\($0) IS t.\($0)" }
        + limits(of: table, rows)
      try connection.run(
        """
        INSERT OR IGNORE INTO temp.same_row
        SELECT e.rowid, t.rowid FROM temp.stale_\(figure.name) s
        CROSS JOIN main.\(figure.name) t CROSS JOIN temp.earlier_\(figure.name) e
        WHERE t.rowid = s.id AND e.\(column) = t.\(column)
          AND \(others.joined(separator: " AND "))
        """)
    }
    try connection.run(
      """
      DELETE FROM temp.earlier_\(figure.name)
      WHERE rowid IN (SELECT earlier FROM temp.same_row)
      """)
    try connection.run(
      "DELETE FROM temp.stale_\(figure.name) WHERE id IN (SELECT id FROM temp.same_row)")
    try connection.execute("DROP TABLE temp.same_row")
  }
}

extension FigureTable {
  /// Whether its rows have numbers of their own, which tell nothing of what they are about.
  fileprivate func isNumbered(_ table: RecordedTable) -> Bool {
    table.has("id") && !columns.contains("id")
  }

  /// The column that holds the number of its rows; nil where there is none.
  fileprivate func number(of table: RecordedTable) -> String? {
    guard let first = table.columns.first, first.type == "INTEGER" else { return nil }
    return first.name
  }
}

/// The rows, as they stood, that belong to deals and contracts to be derived anew. While that is
/// done they stand for their tables, so that it costs what these deals cost, however large the
/// ledger: joined through the whole of a table with changed rows, each join would first copy it.
enum NearRows {
  private static let subjects = ["deal", "contract", "tranche"]

  /// Puts them in the place of their tables.
  ///
  /// - Returns: the tables.
  static func show(_ rows: EarlierRows, in connection: borrowing Connection) throws -> [String] {
    try connection.run(
      """
      INSERT OR IGNORE INTO temp.touched_tranche
      SELECT id FROM tranche WHERE deal_id IN (SELECT id FROM temp.touched_deal)
      """)
    var narrowed: [String] = []
    for table in rows.tables {
      var conditions = table.references.filter { subjects.contains($0.table) }.map {
        "t.\($0.column) IN (SELECT id FROM temp.touched_\($0.table))"
      }
      if subjects.contains(table.name) {
        conditions.append("t.id IN (SELECT id FROM temp.touched_\(table.name))")
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
