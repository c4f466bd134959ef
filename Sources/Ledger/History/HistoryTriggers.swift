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

  private static func onUpdate(of table: RecordedTable) -> String {
    // Adopting a row that was added with another tool changes nothing that it says.
    let differences = table.columns.map { column in
      let name = SQLIdentifier(column.name)
      let differs = "old.\(name) IS NOT new.\(name)"
      return column.name == "run_id" ? "old.run_id IS NOT NULL AND \(differs)" : differs
    }
    return """
      CREATE TRIGGER \(SQLIdentifier(table.name + "_keeps_updates"))
      AFTER UPDATE ON \(SQLIdentifier(table.name))
      WHEN \(differences.joined(separator: " OR "))
      BEGIN
        \(insertion(table, row: "old.id", before: image(of: table)));
        \(insertion(table, row: "new.id", before: "'null'")) WHERE new.id IS NOT old.id;
      END
      """
  }

  private static func onDelete(from table: RecordedTable) -> String {
    """
    CREATE TRIGGER \(SQLIdentifier(table.name + "_keeps_deletes"))
    AFTER DELETE ON \(SQLIdentifier(table.name))
    BEGIN
      \(insertion(table, row: "old.id", before: image(of: table)));
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

  /// The row before the change. The sign before the first value keeps its type from the others.
  private static func image(of table: RecordedTable) -> String {
    let values = table.columns.enumerated().map { index, column in
      "('\(column.name)', \(index == 0 ? "+" : "")old.\(SQLIdentifier(column.name)))"
    }
    return """
      (SELECT '{' || group_concat('"' || column1 || '":' || CASE typeof(column2)
        WHEN 'null' THEN 'null'
        WHEN 'integer' THEN CAST(column2 AS TEXT)
        WHEN 'real' THEN CASE WHEN column2 - column2 IS NOT NULL THEN quote(column2)
          WHEN column2 > 0 THEN '9e999' ELSE '-9e999' END
        WHEN 'blob' THEN '{"blob":"' || hex(column2) || '"}'
        ELSE CASE WHEN instr(column2, char(0)) > 0 OR \(escaped) GLOB \(controlCharacter)
          THEN '{"text":"' || hex(column2) || '"}' ELSE '"' || \(escaped) || '"' END END) || '}'
      FROM (VALUES \(values.joined(separator: ", "))))
      """
  }

  /// A text as JSON writes it, but for the rare control characters. Functions of JSON may not stand
  /// in a trigger where a connection does not trust the schema.
  private static let escaped = [
    (#"'\'"#, #"'\\'"#), (#"'"'"#, #"'\"'"#), ("char(10)", #"'\n'"#), ("char(13)", #"'\r'"#),
    ("char(9)", #"'\t'"#),
  ].reduce("column2") { "replace(\($0), \($1.0), \($1.1))" }

  private static let controlCharacter = "'*[' || char(1) || '-' || char(31) || ']*'"
}
