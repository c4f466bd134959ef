internal import SQLite

/// The derived tables as they would be over an earlier state: rows of what differs are made anew,
/// all others are those of the file.
enum EarlierFigures {
  /// Lays them over the file, after `TouchedSince` has listed what may differ.
  static func show(_ rows: EarlierRows, in connection: borrowing Connection) throws {
    for figure in FigureTable.all {
      let table = try RecordedTable.read(figure.name, in: connection)
      try derive(figure, table, rows, in: connection)
      let limits = table.references.compactMap { reference in
        rows.differences[reference.table]?.keptThrough.map { limit in
          "(t.\(reference.column) IS NULL OR +t.\(reference.column) <= \(limit))"
        }
      }
      let isStale = try isAny("stale_\(figure.name)", in: connection)
      let isDerived = try isAny("earlier_\(figure.name)", in: connection)
      guard isStale || isDerived || !limits.isEmpty else { continue }
      let kept = (isStale ? ["t.rowid NOT IN (SELECT id FROM temp.stale_\(figure.name))"] : [])
        + limits
      let condition = kept.isEmpty ? "" : " WHERE \(kept.joined(separator: " AND "))"
      let derived =
        isDerived
        ? " UNION ALL SELECT \(table.columnList) FROM temp.earlier_\(figure.name)" : ""
      try connection.execute(
        """
        CREATE TEMP VIEW \(figure.name) AS
        SELECT \(table.columnList) FROM main.\(figure.name) t\(condition)\(derived)
        """)
    }
  }

  private static func isAny(
    _ table: String, in connection: borrowing Connection
  ) throws -> Bool {
    try connection.value("SELECT EXISTS (SELECT 1 FROM temp.\(table))", as: Bool.self) ?? false
  }

  /// Makes `earlier_NAME`, the rows derived anew, and `stale_NAME`, the numbers of rows of the file
  /// that do not hold.
  private static func derive(
    _ figure: FigureTable, _ table: RecordedTable, _ rows: EarlierRows,
    in connection: borrowing Connection
  ) throws {
    let columns = table.columns.enumerated().map { index, column in
      "\(SQLIdentifier(column.name)) \(column.type)\(index == 0 ? " PRIMARY KEY" : "")"
    }
    try connection.execute(
      "CREATE TEMP TABLE earlier_\(figure.name) (\(columns.joined(separator: ", ")))")
    try connection.execute("CREATE TEMP TABLE stale_\(figure.name) (id INTEGER PRIMARY KEY)")
    let isGone = table.references.map { reference in
      let difference = rows.differences[reference.table]
      let replaced = """
         OR \(reference.column) IN (SELECT id FROM temp.replaced_\(reference.table)
          WHERE id NOT IN (SELECT id FROM temp.earlier_\(reference.table)))
        """
      let hidden = " OR \(reference.column) IN (SELECT id FROM temp.hidden_\(reference.table))"
      return (difference?.hasTables == true ? replaced : "")
        + (difference?.hasHidden == true ? hidden : "")
    }
    try connection.run(
      """
      INSERT INTO temp.stale_\(figure.name) SELECT rowid FROM main.\(figure.name)
      WHERE \(figure.touched)\(isGone.joined())
      """)
    // Numbers of spans are compared with each other, so that no two may be the same.
    let isNumbered = !figure.columns.contains(table.columns[0].name)
    let number = isNumbered ? "\(table.columns[0].name), " : ""
    let last =
      isNumbered ? "(SELECT MAX(rowid) FROM main.\(figure.name)) + row_number() OVER (), " : ""
    let names = figure.columns.joined(separator: ", ")
    try connection.run(
      """
      INSERT INTO temp.earlier_\(figure.name) (\(number)\(names))
      SELECT \(last)\(names) FROM (\(figure.query(.touched)))
      """)
    try EarlierRows.copyIndexes(of: figure.name, in: connection)
  }
}
