public import SQLite

/// What a ledger is asked: a saved query with its values, or a statement of one's own.
public struct Question: Sendable, Equatable {
  /// The saved query; nil for a statement of one's own.
  public let query: SavedQuery?
  /// The SQL.
  public let sql: String
  /// By parameter name without the colon; what is missing is NULL, so that the query's own default
  /// holds.
  public let values: [String: String]

  /// A statement of one's own.
  public init(statement: String) {
    query = nil
    sql = statement
    values = [:]
  }

  /// A saved query, asked with these values.
  ///
  /// - Throws: `LedgerError.query` for a parameter it has not, and for a value that is none of the
  ///   parameter's type: an answer to a misspelt question looks like any other.
  public init(
    _ query: SavedQuery, values: [String: String] = [:], in connection: borrowing Connection
  ) throws {
    for name in values.keys.sorted() where !query.parameters.contains(where: { $0.name == name }) {
      let known = query.parameters.map(\.name)
      throw LedgerError.query(
        name: query.name,
        problem: known.isEmpty
          ? "has no parameters"
          : "has no parameter '\(name)', only \(known.joined(separator: ", "))")
    }
    var meant = values
    for parameter in query.parameters {
      guard let value = values[parameter.name] else { continue }
      if let problem = try parameter.problem(with: value, in: connection) {
        throw LedgerError.query(name: query.name, problem: "\(parameter.name): \(problem)")
      }
      meant[parameter.name] = try parameter.meaning(of: value, in: connection)
    }
    self.query = query
    sql = query.sql
    self.values = meant
  }

  /// The columns of its answer, with the units that a saved query gives them.
  func columns(named names: [String]) -> [ResultSet.Column] {
    let units = Dictionary(
      (query?.columns ?? []).map { ($0.name, $0.unit) }, uniquingKeysWith: { first, _ in first })
    return names.map { .init(name: $0, unit: units[$0]) }
  }
}
