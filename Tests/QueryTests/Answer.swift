import Ledger
import SQLite
import Seeds

/// Every saved query that ships, by name.
let shippedQueries = Seeds.folder("queries").map(\.path).filter { $0.hasSuffix(".sql") }
  .map { String($0.dropFirst("queries/".count).dropLast(".sql".count)) }

/// The answer to a question as a test states it.
enum Answer {
  /// The day that tests ask about.
  static let day = "2026-06-30"

  /// Asks a saved query; a parameter without a value has the query's own default.
  static func result(
    _ name: String, _ values: [String: String] = [:], in ledger: borrowing Connection
  ) throws -> ResultSet {
    let query = try SavedQueries.find(name, in: ledger)
    var values = values
    if values["as_of"] == nil, query.parameters.contains(where: { $0.name == "as_of" }) {
      values["as_of"] = day
    }
    return try QueryRunner.run(query, values: values, in: ledger)
  }

  /// Some columns of the answer, a line for each row; money in billions.
  static func rows(
    _ name: String, _ columns: String, _ values: [String: String] = [:],
    in ledger: borrowing Connection
  ) throws -> String {
    let result = try result(name, values, in: ledger)
    let wanted = columns.split(separator: " ").compactMap { column in
      result.columns.firstIndex { $0.name == column }
    }
    return result.rows.map { row in
      wanted.map { text(row[$0], unit: result.columns[$0].unit) }.joined(separator: " | ")
    }.joined(separator: "\n")
  }

  /// What some SQL gives, a line for each row.
  static func sql(_ sql: String, in ledger: borrowing Connection) throws -> String {
    try QueryRunner.run(sql, in: ledger).rows.map { row in
      row.map { text($0, unit: nil) }.joined(separator: " | ")
    }.joined(separator: "\n")
  }

  /// A value in full; NULL is `–`.
  static func text(_ value: Value, unit: String?) -> String {
    switch value {
    case .null: return "–"
    case .integer(let number): return String(number)
    case .text(let text): return text
    case .blob(let bytes): return "\(bytes.count) bytes"
    case .real(let number):
      let shown = unit == "money" || unit == "USD" ? number / 1e9 : number
      return shown == shown.rounded() && shown.magnitude < 9e15
        ? String(Int64(shown)) : String(shown)
    }
  }
}
