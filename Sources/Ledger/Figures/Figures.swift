public import SQLite

/// The derived tables: what default answers read instead of computing it again.
public enum Figures {
  /// Makes every derived row anew.
  public static func rebuild(in transaction: borrowing Transaction) throws {
    for table in FigureTable.all {
      try transaction.run("DELETE FROM \(table.name)")
      try transaction.run(insertion(table, .everything))
    }
  }

  /// Makes the derived rows of what a run touched anew.
  static func rebuild(
    _ touched: TouchedRecords, in transaction: borrowing Transaction
  ) throws {
    try touched.list(in: transaction)
    try rebuildListed(in: transaction)
    try TouchedRecords.forget(in: transaction)
  }

  /// Makes the derived rows anew of what differs from an earlier moment.
  static func rebuild(
    since moment: LedgerMoment, in transaction: borrowing Transaction
  ) throws {
    let rows = try EarlierRows(at: moment, in: transaction)
    try TouchedSince.list(rows, isEarlier: false, in: transaction)
    for table in FigureTable.all {
      for reference in try RecordedTable.read(table.name, in: transaction).references
      where rows.differences[reference.table]?.hasTables == true {
        // What is gone has no figures any more.
        try transaction.run(
          """
          DELETE FROM \(table.name)
          WHERE \(reference.column) IN (SELECT id FROM temp.replaced_\(reference.table))
            AND \(reference.column) NOT IN (SELECT id FROM \(reference.table))
          """)
      }
    }
    try rebuildListed(in: transaction)
    try TouchedSince.forget(in: transaction)
    try rows.forget(in: transaction)
  }

  private static func rebuildListed(in transaction: borrowing Transaction) throws {
    // A query over empty lists yields nothing, and takes longer to be compiled than to be asked.
    let filled = try TouchedRecords.lists.filter { list in
      try transaction.value("SELECT EXISTS (SELECT * FROM \(list))", as: Bool.self) == true
    }
    for table in FigureTable.all {
      try transaction.run("DELETE FROM \(table.name) WHERE \(table.touched)")
      let isEmpty = !table.isWhole && !filled.contains(where: table.query(.touched).contains)
      if !isEmpty { try transaction.run(insertion(table, .touched)) }
    }
  }

  /// Derived tables whose rows are not what the records give, with how many rows differ.
  public static func stale(in database: borrowing some Database & ~Copyable) throws
    -> [(table: String, rows: Int)]
  {
    var found: [(table: String, rows: Int)] = []
    for table in FigureTable.all {
      let stored = "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name)"
      let due = "SELECT * FROM (\(table.query(.everything)))"
      let rows = try database.value(
        """
        SELECT (SELECT COUNT(*) FROM (\(stored) EXCEPT \(due)))
          + (SELECT COUNT(*) FROM (\(due) EXCEPT \(stored)))
        """, as: Int.self)
      if let rows, rows > 0 { found.append((table.name, rows)) }
    }
    return found
  }

  private static func insertion(_ table: FigureTable, _ scope: FigureScope) -> String {
    "INSERT INTO \(table.name) (\(table.columns.joined(separator: ", "))) \(table.query(scope))"
  }
}
