public import SQLite

/// Asks a ledger questions that cannot change it.
public enum QueryRunner {
  /// The whole answer to a saved query.
  ///
  /// `values`: by parameter name without the colon.
  ///
  /// - Throws: as `Question.init` and `forEachRow`.
  public static func run(
    _ query: SavedQuery, values: [String: String], in connection: borrowing Connection
  ) throws -> ResultSet {
    try answer(to: try Question(query, values: values, in: connection), in: connection)
  }

  /// The whole answer to any one statement that only reads.
  ///
  /// - Throws: as `forEachRow`.
  public static func run(
    _ sql: String, values: [String: String] = [:], in connection: borrowing Connection
  ) throws -> ResultSet {
    var result = ResultSet(columns: [], rows: [])
    try forEachRow(of: sql, values: values, in: connection) { names in
      result.columns = names.map { .init(name: $0) }
    } row: { row in
      result.rows.append(try row.values())
    }
    return result
  }

  /// The whole answer to a question, to be held in memory and shown to people.
  ///
  /// - Throws: as `forEachRow`, and `LedgerError.beyondLimit` for more than `limits` allow.
  public static func answer(
    to question: Question, limits: AnswerLimits = AnswerLimits(),
    in connection: borrowing Connection
  ) throws -> ResultSet {
    var result = ResultSet(columns: [], rows: [])
    var held = limits
    try forEachRow(of: question, in: connection) { columns in
      result.columns = columns
    } row: { row in
      let values = try row.values()
      try held.take(values)
      result.rows.append(values)
    }
    return result
  }

  /// Lends each row of an answer, one after the other: a million need no more memory than one.
  ///
  /// - `begin`: is given the columns, before the first row.
  /// - `row`: is given each row.
  ///
  /// - Throws: `LedgerError.notAQuestion` for a statement that would do more than read, and
  ///   `.beyondLimit` (see `QuestionRules`); what the closures throw.
  public static func forEachRow(
    of question: Question, in connection: borrowing Connection,
    begin: ([ResultSet.Column]) throws -> Void, row: (borrowing Row) throws -> Void
  ) throws {
    try forEachRow(of: question.sql, values: question.values, in: connection) { names in
      try begin(question.columns(named: names))
    } row: {
      try row($0)
    }
  }

  private static func forEachRow(
    of sql: String, values: [String: String], in connection: borrowing Connection,
    begin: ([String]) throws -> Void, row: (borrowing Row) throws -> Void
  ) throws {
    try QuestionRules.hold(in: connection) { reader in
      var statement = try reader.prepare(sql)
      for (index, name) in statement.parameterNames.enumerated() {
        let bare = name.map { String($0.dropFirst()) } ?? ""
        try statement.bind(values[bare], at: index + 1)
      }
      try begin(statement.columnNames)
      while try reader.step(&statement) { try statement.withRow { try row($0) } }
    }
  }
}
