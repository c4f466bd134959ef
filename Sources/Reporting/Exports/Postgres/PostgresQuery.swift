internal import Ledger

/// A saved query as PostgreSQL has it: a view with its defaults, and a function of the same name
/// that takes its parameters.
struct PostgresQuery {
  private let query: SavedQuery
  private let parameters: [String]

  init(_ query: SavedQuery) {
    self.query = query
    parameters = query.parameters.map(\.name)
  }

  var name: String { query.name.map { $0 == "-" ? "_" : String($0) }.joined() }

  /// Why it is left out; nil where nothing speaks against it.
  var obstacle: String? {
    let tokens = SQLToken.read(query.sql).filter { !$0.isSilent }
    let called = zip(tokens, tokens.dropFirst()).filter { $0.1.text == "(" }.map(\.0.keyword)
    let unknown = Self.foreign.intersection(called).sorted().map { $0.lowercased() }
    if !unknown.isEmpty {
      return "it calls \(unknown.joined(separator: ", ")), which "
        + (unknown.count == 1 ? "is" : "are") + " SQLite's alone"
    }
    return tokens.contains { $0.keyword == "GLOB" } ? "it compares with GLOB" : nil
  }

  /// Functions that PostgreSQL lacks, or means otherwise, and `functions.sql` does not give it.
  private static let foreign: Set = [
    "JSON_OBJECT", "JSON_ARRAY", "JSON_GROUP_OBJECT", "JSON_TREE", "JSON_TYPE", "JSON_SET",
    "JSON_PATCH", "JSON_INSERT", "JSON_REPLACE", "JSON_REMOVE", "JSON_VALID", "DATETIME", "TIME",
    "UNIXEPOCH", "TYPEOF", "TOTAL", "IIF", "HEX", "QUOTE", "RANDOM", "RANDOMBLOB", "ZEROBLOB",
    "PRINTF", "LIKELY", "UNLIKELY", "LIKELIHOOD", "UNICODE", "CHAR", "GLOB", "CHANGES",
    "LAST_INSERT_ROWID", "SQLITE_VERSION",
  ]

  /// The statements that make view and function.
  var statements: String {
    let nulls = query.parameters.map { ($0.name, "CAST(NULL AS \(Self.type(of: $0)))") }
    let places = parameters.enumerated().map { ($0.element, "$\($0.offset + 1)") }
    let sql = Self.statement(in: query.sql)
    let view = PostgresStatement(sql, parameters: Dictionary(nulls) { first, _ in first })
    let body = PostgresStatement(sql, parameters: Dictionary(places) { first, _ in first })
    let arguments = query.parameters.map { "\"\($0.name)\" \(Self.type(of: $0)) DEFAULT NULL" }
    let help = query.parameters.map { "\($0.name): \($0.help)" }
    let words = ([query.title, query.definition] + help).joined(separator: "\n")
    let comment = PostgresText.quoted(words)
    return """
      CREATE VIEW ledger_query.\(name) AS
      \(view.text);
      COMMENT ON VIEW ledger_query.\(name) IS \(comment);
      CREATE FUNCTION ledger_query.\(name)(\(arguments.joined(separator: ", ")))
        RETURNS SETOF ledger_query.\(name) LANGUAGE sql STABLE
        SET search_path = ledger_sqlite, ledger, pg_catalog AS $query$
      \(body.text)
      $query$;
      COMMENT ON FUNCTION ledger_query.\(name) IS \(comment);


      """
  }

  /// The statement without its header, which is a comment of the view.
  private static func statement(in sql: String) -> String {
    let lines = sql.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0.hasPrefix("--") || $0.isEmpty }.joined(separator: "\n")
  }

  private static func type(of parameter: SavedQuery.Parameter) -> String {
    if parameter.type == "date" { return "date" }
    return parameter.type.hasPrefix("number") ? "numeric" : "text"
  }
}

/// Text within a statement.
enum PostgresText {
  static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
