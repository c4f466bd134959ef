internal import FlowGraph
internal import Ledger
internal import SQLite

/// Columns and cells that the tables of a network share.
enum NetworkTable {
  static func usd(_ cents: Int64?) -> Value { cents.map { .real(Double($0) / 100) } ?? .null }

  /// What is known of a sum; nothing where no amount of it is.
  static func usd(_ sum: FlowSum) -> Value {
    sum.flows > 0 && sum.unknown == sum.flows ? .null : usd(sum.known)
  }

  static func usd(_ cents: Double) -> Value { .real(cents.rounded() / 100) }

  static func percent(_ share: Double?) -> Value {
    share.map { .real(($0 * 100 * 1e4).rounded() / 1e4) } ?? .null
  }

  static func flag(_ flag: Bool?) -> Value { flag.map { .integer($0 ? 1 : 0) } ?? .null }

  static func count(_ count: Int) -> Value { .integer(Int64(count)) }

  /// `name unit` a column.
  static func columns(_ columns: String...) -> [ResultSet.Column] {
    columns.map { column in
      let words = column.split(separator: " ")
      return .init(name: String(words[0]), unit: words.count > 1 ? String(words[1]) : "text")
    }
  }
}
