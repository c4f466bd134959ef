internal import Ledger
public import SQLite
internal import Seeds

/// The ledger as a script of `psql`: tables with their data, keys and references, the views, and
/// the saved queries as functions.
public enum PostgresExport {
  /// A query that is left out, and why.
  public struct Omission: Sendable, Equatable {
    /// The query's name.
    public let name: String
    /// Why PostgreSQL cannot answer it.
    public let reason: String
  }

  /// Writes the script piece by piece.
  ///
  /// - Returns: the saved queries that it lacks.
  /// - Throws: `SQLiteError`, `LedgerError.query`, and what `put` throws.
  public static func write(
    of connection: borrowing Connection, _ put: (String) throws -> Void
  ) throws -> [Omission] {
    let queries = try SavedQueries.all(in: connection)
    let omitted = queries.compactMap { query in
      PostgresQuery(query).obstacle.map { Omission(name: query.name, reason: $0) }
    }
    let hash = try LedgerHash.current(in: connection)?.description ?? "none"
    try put(PostgresWords.head(ledger: hash, omitted: omitted))
    try put(PostgresWords.functions(Seeds.text("postgres/functions.sql") ?? ""))
    let references = try writeTables(of: connection, put)
    try put("\n-- Keys of other tables\n\n\(references.joined(separator: "\n"))\n\nANALYZE;\n")
    try writeViews(of: connection, put)
    try writeWords(of: connection, put)
    let kept = queries.filter { PostgresQuery($0).obstacle == nil }
    try put("\n-- Saved queries: a view with the defaults, and a function with parameters\n\n")
    for query in kept where query.isShipped { try put(PostgresQuery(query).statements) }
    try put("COMMIT;\n")
    let own = kept.filter { !$0.isShipped }
    if !own.isEmpty {
      try put(PostgresWords.own)
      for query in own { try put(PostgresQuery(query).statements) }
    }
    return omitted
  }

  /// Tables, their rows and indexes.
  ///
  /// - Returns: the statements that add the references between them.
  private static func writeTables(
    of connection: borrowing Connection, _ put: (String) throws -> Void
  ) throws -> [String] {
    try put("\n-- Tables\n\nSET LOCAL search_path = ledger, pg_catalog;\n\n")
    let indexes = try LedgerSchema.indexes(in: connection)
    var references: [String] = []
    for definition in try LedgerSchema.tables(in: connection) {
      let table = PostgresTable(definition)
      let own = indexes.filter { $0.table == table.name }
      try put(table.statement(keyedBy: own.first { $0.sql.hasPrefix(PostgresWords.uniqueIndex) }))
      let columns = try StoredRows.columns(of: table.name, in: connection)
      let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      try put("COPY \(table.name) (\(names)) FROM stdin;\n")
      try StoredRows.forEach(of: table.name, in: connection) { try put(PostgresRows.line($0)) }
      try put("\\.\n")
      for index in own { try put(SQLToken.read(index.sql).plain.text + ";\n") }
      try put("\n")
      references += table.references
    }
    return references
  }

  private static func writeViews(
    of connection: borrowing Connection, _ put: (String) throws -> Void
  ) throws {
    try put("\n-- Views\n\nSET LOCAL search_path = ledger_sqlite, ledger, pg_catalog;\n\n")
    for view in try LedgerSchema.views(in: connection) {
      let statement = PostgresStatement(view.sql).text
      try put(
        statement.replacing(view.name, with: "ledger.\(view.name)", maxReplacements: 1) + ";\n\n")
    }
  }

  /// What the dictionary says, where other tools look for it.
  private static func writeWords(
    of connection: borrowing Connection, _ put: (String) throws -> Void
  ) throws {
    for (kind, definitions) in [
      ("TABLE", try LedgerSchema.tables(in: connection)),
      ("VIEW", try LedgerSchema.views(in: connection)),
    ] {
      for definition in definitions {
        guard let object = try DescribedObject(definition.name, in: connection) else { continue }
        try put(
          "COMMENT ON \(kind) ledger.\(object.name) IS \(PostgresText.quoted(object.meaning));\n")
        for column in object.columns {
          let words = column.unit.map { "\(column.meaning) (\($0))" } ?? column.meaning
          try put(
            "COMMENT ON COLUMN ledger.\(object.name).\"\(column.name)\" IS "
              + "\(PostgresText.quoted(words));\n")
        }
      }
    }
  }
}
