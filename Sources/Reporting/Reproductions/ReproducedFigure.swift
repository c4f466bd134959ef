internal import Ledger
public import SQLite

/// A published figure beside what the ledger answers.
public struct ReproducedFigure: Sendable {
  /// A figure as someone published it.
  public struct Statement: Sendable {
    /// What is counted, as the source has it.
    public let metric: String
    /// What it is counted over.
    public let universe: String?
    /// The window: a day, or the first and the last.
    public let window: String?
    /// Who says so.
    public let statedBy: String?
    /// The day it was stated, `YYYY-MM-DD`.
    public let statedOn: String?
    /// The figure in its unit.
    public let value: Double
    /// `bn`, `percent`, …
    public let unit: String
    /// The title of the source.
    public let source: String
    /// Its address.
    public let address: String?
  }

  /// A record that stands behind the answer.
  public struct Part: Sendable {
    /// Its key.
    public let key: String
    /// Its part, in the unit of the figure.
    public let value: Double
  }

  /// What was asked.
  public let reproduction: Reproduction
  /// What is published.
  public let statement: Statement
  /// What the ledger answers, in the same unit.
  public let rebuilt: Double
  /// The records behind it, of a query.
  public let parts: [Part]

  /// What is rebuilt over what is stated, less one.
  public var deviation: Double { rebuilt / statement.value - 1 }

  /// Asks the ledger.
  ///
  /// - Throws: `ReproductionProblem` where the statement or the answer is missing.
  public init(_ reproduction: Reproduction, in connection: borrowing Connection) throws {
    guard let statement = try Statement(reproduction.statement, in: connection) else {
      throw ReproductionProblem("\(reproduction.statement): the ledger has no such figure")
    }
    self.reproduction = reproduction
    self.statement = statement
    switch reproduction.ask {
    case .sql(let sql):
      let result = try QueryRunner.run(sql, in: connection)
      guard let value = result.rows.first?.first.flatMap(Self.number) else {
        throw ReproductionProblem("\(reproduction.statement): its question has no answer")
      }
      (rebuilt, parts) = (value, [])
    case .query(let name, let values, let column):
      let query = try SavedQueries.trusted(name, in: connection)
      let result = try QueryRunner.run(query, values: values, in: connection)
      guard let place = result.columns.firstIndex(where: { $0.name == column }) else {
        throw ReproductionProblem("\(reproduction.statement): \(name) has no column '\(column)'")
      }
      let scale = statement.unit == "bn" ? 1e9 : 1
      parts = result.rows.compactMap { row in
        guard let value = Self.number(row[place]), case .text(let key)? = row.first else {
          return nil
        }
        return Part(key: key, value: value / scale)
      }
      rebuilt = parts.reduce(0) { $0 + $1.value }
    }
  }

  private static func number(_ value: Value) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }
}

extension ReproducedFigure.Statement {
  fileprivate init?(_ key: String, in connection: borrowing Connection) throws {
    let found = try connection.first(
      """
      SELECT metric, universe,
        coalesce(period_start_on || ' to ', '') || coalesce(period_end_on, ''), stated_by,
        stated_on, value, unit, source, source_url
      FROM observations WHERE observation_key = ? AND value IS NOT NULL
      """, [key]
    ) { row in
      let window = try row(2, as: String.self)
      return ReproducedFigure.Statement(
        metric: try row(0), universe: try row(1), window: window.isEmpty ? nil : window,
        statedBy: try row(3), statedOn: try row(4), value: try row(5), unit: try row(6),
        source: try row(7), address: try row(8))
    }
    guard let found else { return nil }
    self = found
  }
}
