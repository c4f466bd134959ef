internal import SQLite

/// The triggers that keep what rows held, whichever tool changes them, and the indexes by which
/// rows without a run are found at once. Made from the schema, so that no column is forgotten.
///
/// An entry of `row_history` holds the row before a change as a JSON object. Reals are written with
/// as many digits as bring back the same bits; bytes, and texts with control characters other than
/// the ends of lines and tabs, as `{"blob": "…"}` and `{"text": "…"}` in hexadecimal.
///
/// The entry `null` says that there was no such row: it stands for the new number of a row whose
/// number was changed, and for rows that an undo brings back. Adding a row is not logged; the row's
/// `run_id` tells when it came.
enum HistoryTriggers {
  /// Takes the triggers away and makes them again for every recorded table there is.
  static func recreate(in transaction: borrowing Transaction) throws {
    let old = try transaction.query(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'trigger' AND (name = tbl_name || '_keeps_updates'
        OR name = tbl_name || '_keeps_deletes')
      """
    ) { try $0(0, as: String.self) }
    for name in old { try transaction.execute("DROP TRIGGER \(SQLIdentifier(name))") }
    for table in try RecordedTable.all(in: transaction) {
      try transaction.execute(onUpdate(of: table))
      try transaction.execute(onDelete(from: table))
      try transaction.execute(
        """
        CREATE INDEX IF NOT EXISTS \(SQLIdentifier(table.name + "_without_run"))
        ON \(SQLIdentifier(table.name)) (id) WHERE run_id IS NULL
        """)
    }
  }

  /// The text of every trigger a ledger has, by name.
  static func texts(in database: borrowing some Database & ~Copyable) throws -> [String: String] {
    var texts: [String: String] = [:]
    for table in try RecordedTable.all(in: database) {
      texts[table.name + "_keeps_updates"] = onUpdate(of: table)
      texts[table.name + "_keeps_deletes"] = onDelete(from: table)
    }
    return texts
  }

  /// Whether a trigger on a table has the name of one of these.
  static func isName(_ name: String, on table: String) -> Bool {
    name == table + "_keeps_updates" || name == table + "_keeps_deletes"
  }

  /// Every connection reads the triggers, so that they are short: each column stands in one list,
  /// of its name, its value and what it becomes.
  private static func onUpdate(of table: RecordedTable) -> String {
    let values = table.columns.enumerated().map { index, column in
      let name = SQLIdentifier(column.name)
      // Adopting a row that was added with another tool changes nothing that it says.
      let after =
        column.name == "run_id"
        ? "CASE WHEN old.run_id IS NOT NULL THEN new.run_id END" : "new.\(name)"
      let sign = index == 0 ? "+" : ""
      return "('\(column.name)',\(sign)old.\(name),\(sign)\(after))"
    }
    return """
      CREATE TRIGGER \(SQLIdentifier(table.name + "_keeps_updates"))
      AFTER UPDATE ON \(SQLIdentifier(table.name))
      BEGIN
        \(insertion(table, row: "old.id", before: "x.before"))
        FROM (SELECT CASE WHEN sum(column2 IS NOT column3) > 0 THEN \(image) END AS before
          FROM (VALUES \(values.joined(separator: ",")))) x
        WHERE x.before IS NOT NULL;
        \(insertion(table, row: "new.id", before: "'null'")) WHERE new.id IS NOT old.id;
      END
      """
  }

  private static func onDelete(from table: RecordedTable) -> String {
    let values = table.columns.enumerated().map { index, column in
      "('\(column.name)',\(index == 0 ? "+" : "")old.\(SQLIdentifier(column.name)))"
    }
    return """
      CREATE TRIGGER \(SQLIdentifier(table.name + "_keeps_deletes"))
      AFTER DELETE ON \(SQLIdentifier(table.name))
      BEGIN
        \(insertion(table, row: "old.id", before: image))
        FROM (VALUES \(values.joined(separator: ",")));
      END
      """
  }

  private static func insertion(_ table: RecordedTable, row: String, before: String) -> String {
    """
    INSERT INTO row_history (table_name, row_id, run_id, changed_at, before)
    SELECT '\(table.name)', \(row), (SELECT id FROM import_run WHERE finished_at IS NULL),
      strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), \(before)
    """
  }

  /// The row before the change, from a list of names and values. The sign before the first values
  /// keeps their type and their name from the list.
  private static let image = """
    '{' || group_concat('"' || column1 || '":' || CASE typeof(column2)
      WHEN 'null' THEN 'null' WHEN 'integer' THEN CAST(column2 AS TEXT)
      WHEN 'real' THEN CASE WHEN column2 - column2 IS NOT NULL THEN quote(column2)
        WHEN column2 > 0 THEN '9e999' ELSE '-9e999' END
      WHEN 'blob' THEN '{"blob":"' || hex(column2) || '"}'
      ELSE CASE WHEN instr(column2, char(0)) > 0 OR \(escaped) GLOB \(controlCharacter)
        THEN '{"text":"' || hex(column2) || '"}' ELSE '"' || \(escaped) || '"' END END) || '}'
    """

  /// A text as JSON writes it, but for the rare control characters. Functions of JSON may not stand
  /// in a trigger where a connection does not trust the schema.
  private static let escaped = [
    (#"'\'"#, #"'\\'"#), (#"'"'"#, #"'\"'"#), ("char(10)", #"'\n'"#), ("char(13)", #"'\r'"#),
    ("char(9)", #"'\t'"#),
  ].reduce("column2") { "replace(\($0), \($1.0), \($1.1))" }

  private static let controlCharacter = "'*[' || char(1) || '-' || char(31) || ']*'"
}
