internal import Ledger
internal import SQLite

/// A row of an answer, by the names of its columns.
struct ResultRow {
  private let values: [String: Value]

  init(_ columns: [ResultSet.Column], _ row: [Value]) {
    values = Dictionary(
      zip(columns.map(\.name), row), uniquingKeysWith: { first, _ in first })
  }

  /// A number; nil where there is none.
  func number(_ name: String) -> Double? {
    switch values[name] {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// A text; empty where there is none.
  func text(_ name: String) -> String {
    if case .text(let text)? = values[name] { text } else { "" }
  }

  /// What lies between two columns, in units of `scale`; nil where the lower one is empty.
  func span(_ low: String, _ high: String, scale: Double = 1e9) -> (low: Double, high: Double)? {
    guard let low = number(low) else { return nil }
    return (low / scale, (number(high) ?? low) / scale)
  }
}

extension ResultSet {
  /// The rows, by the names of their columns.
  var byName: [ResultRow] { rows.map { ResultRow(columns, $0) } }
}
