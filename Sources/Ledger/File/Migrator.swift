internal import Migrations
public import SQLite

/// Brings a ledger's schema up to this program's, one transaction a step.
public enum Migrator {
  /// The names of the steps a ledger still lacks, in order. Reads only.
  public static func pending(in connection: borrowing Connection) throws -> [String] {
    try pendingSteps(in: connection).map(\.name)
  }

  private static func pendingSteps(in connection: borrowing Connection) throws -> [Migration] {
    Array(Migrations.all.dropFirst(Int(try connection.userVersion)))
  }

  /// Runs every step that is missing, then creates the views, the triggers of
  /// the history and the dictionary again.
  ///
  /// Each step is all or nothing: its tables, the text it ran and the new version are committed
  /// together, and only when every reference in the file still finds its row.
  ///
  /// - Returns: the names of the steps that were run.
  @discardableResult
  public static func migrate(_ connection: inout Connection) throws -> [String] {
    let steps = try pendingSteps(in: connection)
    // References are checked as a whole before each commit; a step may break them on its way.
    try connection.setForeignKeysEnforced(false)
    for step in steps {
      try connection.transaction { transaction in
        try run(step, in: transaction)
      }
    }
    try connection.transaction { transaction in
      try recreateViews(in: transaction)
      try HistoryTriggers.recreate(in: transaction)
      try DataDictionary.rewrite(in: transaction)
    }
    try connection.setForeignKeysEnforced(true)
    return steps.map(\.name)
  }

  private static func run(_ step: Migration, in transaction: borrowing Transaction) throws {
    if step.version == 1 {
      try transaction.execute(
        """
        CREATE TABLE schema_migration (
          version    INTEGER PRIMARY KEY,
          name       TEXT NOT NULL,
          sql        TEXT NOT NULL,
          applied_at TEXT NOT NULL)
        """)
    }
    try transaction.executeScript(step.sql)
    let broken = try transaction.foreignKeyViolations()
    guard broken.isEmpty else {
      throw LedgerError.brokenReferences(
        step: step.name, rows: broken.prefix(10).map { String(describing: $0) })
    }
    try transaction.run(
      """
      INSERT INTO schema_migration (version, name, sql, applied_at)
      VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
      """, [step.version, step.name, step.sql])
    try transaction.setUserVersion(Int32(step.version))
  }

  private static func recreateViews(in transaction: borrowing Transaction) throws {
    for view in Migrations.views.reversed() {
      try transaction.execute("DROP VIEW IF EXISTS \(SQLIdentifier(view.name))")
    }
    for view in Migrations.views {
      try transaction.executeScript(view.sql)
    }
  }

  /// The recorded steps whose text is not this program's.
  public static func rewrittenSteps(in connection: borrowing Connection) throws -> [String] {
    let recorded = try connection.query("SELECT name, sql FROM schema_migration ORDER BY version") {
      (name: try $0(0, as: String.self), sql: try $0(1, as: String.self))
    }
    return zip(recorded, Migrations.all).filter { $0.sql != $1.sql || $0.name != $1.name }
      .map { $0.0.name }
  }
}
