import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct HistoryTriggerTests {
  @Test func `every table with a run keeps its updates and deletes, no other one does`() throws {
    let connection = try Workbench.make()
    let kept = try rows(
      """
      SELECT tbl_name, group_concat(name) FROM (SELECT tbl_name, name FROM sqlite_schema
        WHERE type = 'trigger' ORDER BY tbl_name, name) GROUP BY tbl_name
      """, in: connection)
    let recorded = try rows(
      """
      SELECT m.name || ' | ' || m.name || '_keeps_deletes,' || m.name || '_keeps_updates'
      FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'run_id'
      WHERE m.type = 'table' AND m.name <> 'row_history' ORDER BY m.name
      """, in: connection)
    #expect(kept == recorded)
    #expect(kept.count > 15)
  }

  /// What SQL does to a row, and the entries of the log that are left.
  static let changes: [(sql: String, entries: [String])] = [
    ("UPDATE party SET name = name", []),
    ("UPDATE party SET notes = NULL WHERE key = 'meta'", []),
    ("UPDATE party SET kind = 'bank' WHERE key = 'meta'", ["party | 1 | NULL | hyperscaler"]),
    ("DELETE FROM party WHERE key = 'meta'", ["party | 1 | NULL | hyperscaler"]),
    (
      "UPDATE party SET id = 77 WHERE key = 'meta'",
      ["party | 1 | NULL | hyperscaler", "party | 77 | NULL | NULL"]
    ),
    ("INSERT INTO party (key, name) VALUES ('new', 'New')", []),
    (
      "INSERT OR REPLACE INTO party (id, key, name) VALUES (1, 'meta', 'New')",
      ["party | 1 | NULL | hyperscaler"]
    ),
  ]

  @Test(arguments: changes.indices) func `a change leaves what was before`(index: Int) throws {
    let (sql, entries) = Self.changes[index]
    var connection = try Workbench.make()
    // As other tools do it, which leave derived rows to refer to nothing.
    try connection.setForeignKeysEnforced(false)
    try connection.execute(sql)
    let found = try rows(
      """
      SELECT table_name, row_id, run_id, json_extract(before, '$.kind') FROM row_history
      ORDER BY id
      """, in: connection)
    #expect(found == entries)
  }

  /// Values of every kind, in columns that take them.
  static let values: [(column: String, value: Value)] = [
    ("name", .text("007")), ("name", .text("1e5")), ("name", .text("it's \"so\"\n\tand\r\\n")),
    ("name", .text("é€😀\u{1}\u{1F}")), ("name", .text("nul\0here")), ("name", .blob([0, 255, 39])),
    ("line_hash", .integer(9_007_199_254_740_993)), ("line_hash", .integer(.min)),
    ("line_hash", .integer(.max)), ("coupon_pct", .real(0.1 + 0.2)), ("coupon_pct", .null),
    ("coupon_pct", .real(.infinity)), ("coupon_pct", .real(-.infinity)),
    ("coupon_pct", .real(.leastNonzeroMagnitude)), ("coupon_pct", .real(.greatestFiniteMagnitude)),
    ("coupon_pct", .real(5)), ("coupon_pct", .text("six")), ("spread_bps", .blob([])),
  ]

  @Test func `a row comes back bit for bit, whatever it held`() throws {
    var connection = try Workbench.make()
    // A tool may write past the rules of the schema.
    try connection.execute("PRAGMA ignore_check_constraints = ON")
    try Workbench.save(
      [Workbench.deal("d"), try Workbench.tranche("d/a", of: "d", "5 USD")], &connection)
    for (column, value) in Self.values {
      try expectReturn(of: value, in: column, &connection)
    }
  }

  @Test(arguments: UInt64(0)..<4) func `any real comes back`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var connection = try Workbench.make()
    try Workbench.save([Workbench.deal("d")], &connection)
    let reals = (0..<250).map { _ in Double(bitPattern: random.next()) }.filter { !$0.isNaN }
    for (index, real) in reals.enumerated() {
      try connection.execute(
        """
        INSERT INTO tranche (key, deal_id, name, instrument, source_id, coupon_pct)
        VALUES (?, (SELECT id FROM deal WHERE key = 'd'), 'x', 'bond', 1, ?)
        """, ["r/\(index)", real])
    }
    _ = try adopt(&connection)
    try connection.execute("UPDATE tranche SET coupon_pct = 1 WHERE key LIKE 'r/%'")
    let edited = try adopt(&connection) - 1
    _ = try Undo.run(edited, command: "undo", in: &connection)
    let back = try connection.query(
      "SELECT coupon_pct FROM tranche WHERE key LIKE 'r/%' ORDER BY id"
    ) { try $0(0, as: Double.self) }
    #expect(back.map(\.bitPattern) == reals.map(\.bitPattern))
  }

  private func expectReturn(
    of value: Value, in column: String, _ connection: inout Connection
  ) throws {
    let read = "SELECT \(column), typeof(\(column)) FROM tranche WHERE key = 'd/a'"
    try connection.execute(
      "UPDATE tranche SET \(column) = ? WHERE key = 'd/a'", [value])
    _ = try adopt(&connection)
    let before = try connection.query(read) { try $0.values() }
    try connection.execute("DELETE FROM tranche_figure")
    try connection.execute("DELETE FROM tranche WHERE key = 'd/a'")
    let run = try adopt(&connection) - 1
    #expect(try connection.query(read) { try $0.values() } == [])
    _ = try Undo.run(run, command: "undo", in: &connection)
    #expect(try connection.query(read) { try $0.values() } == before, "\(value)")
  }

  /// Lets a run adopt what was edited.
  ///
  /// - Returns: the run after the one that holds the edits.
  private func adopt(_ connection: inout Connection) throws -> Int64 {
    try connection.transaction { transaction in
      let run = try ImportRun.begin(.refresh, command: "test", input: nil, in: transaction)
      try run.finish(ImportRun.Counts(), in: transaction)
      return run.id
    }
  }
}
