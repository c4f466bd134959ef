public import SQLite

/// Asks a ledger questions that cannot change it.
public enum QueryRunner {
  /// Runs a saved query.
  ///
  /// - Parameter values: by parameter name without the colon; what is missing is NULL, so that the
  ///   query's own default holds.
  /// - Throws: `LedgerError.query` for a parameter it has not, and for a value that is none of the
  ///   parameter's type: an answer to a misspelt question looks like any other.
  public static func run(
    _ query: SavedQuery, values: [String: String], in connection: borrowing Connection
  ) throws -> ResultSet {
    for name in values.keys.sorted() where !query.parameters.contains(where: { $0.name == name }) {
      let known = query.parameters.map(\.name)
      throw LedgerError.query(
        name: query.name,
        problem: known.isEmpty
          ? "has no parameters"
          : "has no parameter '\(name)', only \(known.joined(separator: ", "))")
    }
    for parameter in query.parameters {
      guard let value = values[parameter.name],
        let problem = try parameter.problem(with: value, in: connection)
      else { continue }
      throw LedgerError.query(name: query.name, problem: "\(parameter.name): \(problem)")
    }
    var result = try run(query.sql, values: values, in: connection)
    let units = Dictionary(
      query.columns.map { ($0.name, $0.unit) }, uniquingKeysWith: { first, _ in first })
    result.columns = result.columns.map { .init(name: $0.name, unit: units[$0.name]) }
    return result
  }

  /// Every row of a view.
  public static func all(of view: String, in connection: borrowing Connection) throws -> ResultSet {
    try run("SELECT * FROM \(SQLIdentifier(view))", in: connection)
  }

  /// Runs any one statement that only reads.
  ///
  /// - Throws: `LedgerError.notAQuestion` for one that would write or yields nothing.
  public static func run(
    _ sql: String, values: [String: String] = [:], in connection: borrowing Connection
  ) throws -> ResultSet {
    guard !SettingText.isPragma(sql) else {
      throw LedgerError.notAQuestion(
        problem: "a pragma is no question; ask as SELECT * FROM pragma_table_info('deal')")
    }
    var statement = try connection.prepare(sql)
    let isReadOnly = statement.isReadOnly
    guard isReadOnly else {
      throw LedgerError.notAQuestion(problem: "this would write; only questions are run here")
    }
    guard statement.columnCount > 0 else {
      throw LedgerError.notAQuestion(problem: "this yields no rows; ask with SELECT")
    }
    for (index, name) in statement.parameterNames.enumerated() {
      let bare = name.map { String($0.dropFirst()) } ?? ""
      try statement.bind(values[bare], at: index + 1)
    }
    let columns = statement.columnNames.map { ResultSet.Column(name: $0) }
    var rows: [[Value]] = []
    while try statement.step() {
      rows.append(try statement.withRow { try $0.values() })
    }
    return ResultSet(columns: columns, rows: rows)
  }
}
