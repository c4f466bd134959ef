internal import Finance
public import SQLite

extension DailyValue {
  /// Goes through the exchange rates of a selection in the order they were added, each with its
  /// source's key.
  public static func forEachRate(
    in selection: RecordSelection, of database: borrowing some Database & ~Copyable,
    _ body: (DailyValue, _ source: String) throws -> Void
  ) throws {
    try forEach("fx_rate", "currency, t.published_on, t.units_per_euro", selection, database, body)
  }

  /// Goes through the fixings of a selection in the order they were added, each with its source's
  /// key.
  public static func forEachFixing(
    in selection: RecordSelection, of database: borrowing some Database & ~Copyable,
    _ body: (DailyValue, _ source: String) throws -> Void
  ) throws {
    try forEach("benchmark_rate", "benchmark, t.fixed_on, t.rate_pct", selection, database, body)
  }

  private static func forEach(
    _ table: String, _ columns: String, _ selection: RecordSelection,
    _ database: borrowing some Database & ~Copyable,
    _ body: (DailyValue, _ source: String) throws -> Void
  ) throws {
    let (condition, bindings) = selection.condition(on: table)
    try database.forEachRow(
      """
      SELECT t.\(columns), s.key FROM \(table) t JOIN source s ON s.id = t.source_id
      WHERE \(condition) ORDER BY t.id
      """, bindings
    ) { row in
      try body(
        DailyValue(name: try row(0), day: try row(1), value: try row(2)), try row(3))
    }
  }
}

extension AcceptedFindings {
  /// Goes through the accepted findings of a selection in the order they were accepted.
  public static func forEach(
    in selection: RecordSelection, of database: borrowing some Database & ~Copyable,
    _ body: (Finding, _ reason: String) throws -> Void
  ) throws {
    let (condition, bindings) = selection.condition(on: "accepted_finding")
    try database.forEachRow(
      """
      SELECT t.check_name, t.subject, t.problem, t.reason FROM accepted_finding t
      WHERE \(condition) ORDER BY t.id
      """, bindings
    ) { row in
      let finding = Finding(check: try row(0), subject: try row(1), problem: try row(2))
      try body(finding, try row(3, as: String.self))
    }
  }
}
