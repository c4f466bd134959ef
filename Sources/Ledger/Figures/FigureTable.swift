/// A derived table: how its rows follow from the records.
struct FigureTable: Sendable {
  let name: String
  /// The columns the query yields, in its order.
  let columns: [String]
  /// A SELECT over the records that yields every row the table should hold.
  let query: String

  /// The tables, in the order they are rebuilt.
  static let all: [FigureTable] = [.stateSpans, .tranches, .participations, .legs]
}
