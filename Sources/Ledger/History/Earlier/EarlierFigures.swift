internal import SQLite

/// The derived tables as they would be over an earlier state: rows of what differs are made anew,
/// all others are those of the file.
enum EarlierFigures {
  /// Lays them over the file.
  ///
  /// - Parameters:
  ///   - rows: The rows as they stood, which are laid over the file already.
  ///   - selections: What is read in the place of tables that differ.
  ///   - asked: The tables that will be read; nil for all. Of the others there is nothing to read.
  static func show(
    _ rows: EarlierRows, _ selections: [String: String], asked: Set<String>?,
    in connection: borrowing Connection
  ) throws {
    let needed = try FigureTable.needed(for: asked, in: connection)
    for figure in FigureTable.all where !needed.tables.contains(where: { $0.name == figure.name }) {
      // Whoever reads it all the same must not take it for the earlier state.
      try lay(figure.name, "SELECT * FROM temp.figures_nobody_asked_for", connection)
    }
    guard !needed.tables.isEmpty else { return }
    try TouchedSince.list(rows, isEarlier: true, read: needed.read, in: connection)
    let isAny = try connection.value(
      """
      SELECT EXISTS (SELECT 1 FROM temp.touched_deal)
        OR EXISTS (SELECT 1 FROM temp.touched_contract)
        OR EXISTS (SELECT 1 FROM temp.touched_party)
      """, as: Bool.self)
    let figures = try needed.tables.map { figure in
      (figure, try RecordedTable.read(figure.name, in: connection))
    }
    let parts = figures.filter { !$0.0.isWhole }
    let narrowed = isAny == true ? try NearRows.show(rows, read: needed.read, in: connection) : []
    for (figure, table) in parts {
      try makeTables(figure, table, rows, in: connection)
      guard isAny == true else { continue }
      try derive(figure, table, in: connection)
      // Tranches are rated by what their issuers are rated, of whom most stand as they do now.
      let isOfParties = figure.name == FigureTable.parties.name
      if isOfParties { try forgetSame(figure, table, rows, in: connection) }
      let derived = "SELECT \(table.columnList) FROM temp.earlier_\(figure.name)"
      try lay(
        figure.name,
        isOfParties ? try selection(of: figure, table, rows, in: connection) : derived, connection)
    }
    for name in narrowed {
      try lay(name, selections[name], connection)
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
    let limits = limits(of: figure, table, rows)
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

  /// What holds for rows `t` that refer to nothing that came later or is listed as hidden.
  private static func limits(
    of figure: FigureTable, _ table: RecordedTable, _ rows: EarlierRows
  ) -> [String] {
    references(of: figure, table, rows).flatMap { reference in
      let difference = rows.differences[reference.table]
      let later = difference?.keptThrough.map { limit in
        "(t.\(reference.column) IS NULL OR +t.\(reference.column) <= \(limit))"
      }
      let hidden = difference?.hidden?.list.map { list in
        "NOT \(HiddenRows.isListed("t.\(reference.column)", in: list))"
      }
      return [later, hidden].compactMap(\.self)
    }
  }

  /// What tells whether a row is still there. Where it has the number of a record, what this
  /// belongs to is there as long as the record is.
  private static func references(
    of figure: FigureTable, _ table: RecordedTable, _ rows: EarlierRows
  ) -> [RecordedTable.Reference] {
    let own = table.references.first { $0.column == figure.number(of: table) }
    guard let own, let owner = rows.tables.first(where: { $0.name == own.table }) else {
      return table.references
    }
    let implied = Set(owner.references.map(\.table)).subtracting(["party", own.table])
    return table.references.filter { !implied.contains($0.table) }
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
    for reference in references(of: figure, table, rows) {
      guard let difference = rows.differences[reference.table] else { continue }
      if difference.hasTables {
        let gone = """
          SELECT id FROM \(difference.replaced)
          WHERE id NOT IN (SELECT id FROM \(difference.earlier))
          """
        if try connection.value("SELECT EXISTS (\(gone))", as: Bool.self) == true {
          conditions.append("\(reference.column) IN (\(gone))")
        }
      }
      if let hidden = difference.hidden, hidden.list == nil {
        conditions.append(hidden.holds(reference.column, of: difference.table))
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
        + limits(of: figure, table, rows)
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
