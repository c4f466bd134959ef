internal import Ledger
internal import SQLite

/// What a saved query answered.
struct ReportAnswer {
  let query: SavedQuery
  /// What it was asked with.
  let values: [String: String]
  /// Its rows; of a list the first ones.
  let result: ResultSet
  let rows: [ResultRow]
  /// What all of its rows come to.
  let totals: AnswerTotals
  /// Whether there are rows beyond those of `result`.
  var isCut: Bool { totals.rows > rows.count }

  /// - Parameters:
  ///   - common: what the whole report is asked with; a query takes what it knows.
  ///   - referred: the answer that gives the question one of its values.
  init(
    _ question: ReportQuestion, common: [String: String], referred: ReportAnswer? = nil,
    in connection: borrowing Connection
  ) throws {
    let query = try SavedQueries.trusted(question.query, in: connection)
    let known = Set(query.parameters.map(\.name))
    var values = common.filter { known.contains($0.key) }
      .merging(question.settings) { _, own in own }
    if let reference = question.reference {
      values[reference.parameter] = (referred?.rows ?? []).prefix(reference.most)
        .map { $0.text(reference.column) }.joined(separator: " ")
    }
    var (result, totals) = (ResultSet(columns: [], rows: []), AnswerTotals(columns: []))
    let most = question.isList ? ReportTable.most : .max
    try QueryRunner.forEachRow(
      of: Question(query, values: values, in: connection), in: connection
    ) { columns in
      result.columns = columns
      totals = AnswerTotals(columns: columns.map(\.name))
    } row: { row in
      if totals.rows < most { result.rows.append(try row.values()) }
      try totals.add(row)
    }
    (self.query, self.values, self.result, self.totals) = (query, values, result, totals)
    rows = result.byName
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
