internal import Charts
internal import Ledger
internal import SQLite

/// A row of an answer, by the names of its columns.
struct ResultRow {
  /// Shared by all rows of an answer: a dictionary a row would cost more than the answer.
  private let places: [String: Int]
  private let row: [Value]

  fileprivate init(_ places: [String: Int], _ row: [Value]) {
    self.places = places
    self.row = row
  }

  /// A number; nil where there is none.
  func number(_ name: String) -> Double? {
    switch places[name].map({ row[$0] }) {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// A text; empty where there is none.
  func text(_ name: String) -> String {
    if case .text(let text)? = places[name].map({ row[$0] }) { text } else { "" }
  }

  /// What lies between two columns, in units of `scale`; nil where the lower one is empty.
  func span(_ low: String, _ high: String, scale: Double = 1e9) -> Span? {
    guard let low = number(low) else { return nil }
    return Span(low: low / scale, high: (number(high) ?? low) / scale)
  }
}

extension ResultSet {
  /// The rows, by the names of their columns.
  var byName: [ResultRow] {
    let places = Dictionary(
      columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    return rows.map { ResultRow(places, $0) }
  }
}
