/// A derived table: how its rows follow from the records.
struct FigureTable: Sendable {
  let name: String
  /// The columns the query yields, in its order.
  let columns: [String]
  /// The rows that belong to what a run touched, as a condition on this table.
  let touched: String
  /// A SELECT over the records that yields every row the table should hold, of everything or of
  /// what a run touched.
  let query: @Sendable (FigureScope) -> String

  /// Whether all of its rows are made anew whatever was touched.
  var isWhole: Bool { touched == "1" }

  /// The tables, in the order they are rebuilt.
  static let all: [FigureTable] = [
    .parties, .stateSpans, .tranches, .participations, .lending, .deals, .legs, .contested,
  ]
}

/// What derived rows are made for.
enum FigureScope: Sendable {
  case everything
  /// The parties, deals and contracts listed in `touched_party`, `touched_deal` and
  /// `touched_contract`.
  case touched

  /// A condition on a column that holds the row number of a party.
  func party(_ column: String) -> String { condition(column, in: "touched_party") }

  /// A condition on a column that holds the row number of a deal.
  func deal(_ column: String) -> String { condition(column, in: "touched_deal") }

  /// A condition on a column that holds the row number of a contract.
  func contract(_ column: String) -> String { condition(column, in: "touched_contract") }

  private func condition(_ column: String, in table: String) -> String {
    self == .everything ? "1" : "\(column) IN (SELECT id FROM \(table))"
  }
}
