internal import Ledger
internal import SQLite

/// What a saved query answered.
struct ReportAnswer {
  let query: SavedQuery
  /// What it was asked with.
  let values: [String: String]
  let result: ResultSet
  let rows: [ResultRow]

  /// - Parameter common: what the whole report is asked with; a query takes what it knows.
  init(
    _ question: ReportQuestion, common: [String: String], in connection: borrowing Connection
  ) throws {
    let query = try SavedQueries.trusted(question.query, in: connection)
    let known = Set(query.parameters.map(\.name))
    values = common.filter { known.contains($0.key) }
      .merging(question.settings) { _, own in own }
    result = try QueryRunner.run(query, values: values, in: connection)
    rows = result.byName
    self.query = query
  }

  /// The currency of its money.
  var currency: String {
    query.parameters.contains { $0.name == "currency" } ? values["currency"] ?? "USD" : "USD"
  }

  /// The command that asks it, as it is typed.
  ///
  /// - Parameter earlier: the options of the earlier state that the report is about.
  func command(earlier: [String]) -> String {
    let options = values.sorted { $0.key < $1.key }.map { name, value in
      switch name {
      case "as_of", "currency", "fx", "stage", "rollup":
        "--\(name.replacing("_", with: "-")) \(value)"
      default: value.contains(" ") ? "--set \"\(name)=\(value)\"" : "--set \(name)=\(value)"
      }
    }
    return (["deals query \(query.name)"] + options + earlier).joined(separator: " ")
  }
}
