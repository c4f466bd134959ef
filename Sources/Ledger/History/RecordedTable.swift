internal import SQLite

/// A table whose rows carry the run that added them. What such rows held before is kept in
/// `row_history`; derived tables have no `run_id` and are made anew instead.
struct RecordedTable: Sendable {
  /// A column as the schema declares it.
  struct Column: Sendable {
    let name: String
    let type: String
  }

  /// A column that holds row numbers of another table.
  struct Reference: Sendable {
    let column: String
    let table: String
  }

  let name: String
  let columns: [Column]
  let references: [Reference]

  var hasKey: Bool { has("key") }

  func has(_ column: String) -> Bool { columns.contains { $0.name == column } }

  /// Its columns, to be written into a statement.
  var columnList: String { columns.map { "\(SQLIdentifier($0.name))" }.joined(separator: ", ") }

  /// Its columns, to be declared for a temporary table without the rules of the schema.
  var declaration: String {
    columns.map { column in
      column.name == "id"
        ? "id INTEGER PRIMARY KEY" : "\(SQLIdentifier(column.name)) \(column.type)"
    }.joined(separator: ", ")
  }

  /// Every one the schema of a ledger has, by name: the tables whose `run_id` refers to a run.
  static func all(in database: borrowing some Database & ~Copyable) throws -> [RecordedTable] {
    let names = try database.query(
      """
      SELECT m.name FROM main.sqlite_schema m
      WHERE m.type = 'table' AND m.name <> 'row_history'
        AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name, 'main') f
          WHERE f."from" = 'run_id' AND f."table" = 'import_run')
        AND EXISTS (SELECT 1 FROM pragma_table_info(m.name, 'main') c
          WHERE c.name = 'id' AND c.pk = 1)
      ORDER BY m.name
      """
    ) { try $0(0, as: String.self) }
    return try names.map { try read($0, in: database) }
  }

  /// One table of the file as its schema declares it.
  static func read(
    _ name: String, in database: borrowing some Database & ~Copyable
  ) throws -> RecordedTable {
    let columns = try database.query(
      "SELECT name, type FROM pragma_table_info(?, 'main') ORDER BY cid", [name]
    ) { Column(name: try $0(0), type: try $0(1)) }
    let references = try database.query(
      """
      SELECT "from", "table" FROM pragma_foreign_key_list(?, 'main')
      WHERE "table" <> 'import_run' ORDER BY "from"
      """, [name]
    ) { Reference(column: try $0(0), table: try $0(1)) }
    return RecordedTable(name: name, columns: columns, references: references)
  }
}
