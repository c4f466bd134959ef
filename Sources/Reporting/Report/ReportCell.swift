internal import Ledger

/// A number of the page and where it comes from: a column of some rows of an answer.
struct ReportCell {
  /// What is made of the rows.
  enum Making: String {
    /// The sum of the column; nil where no row has a value.
    case sum
    /// How many rows there are.
    case count
  }

  /// A column, and the texts of it that are taken.
  typealias Filter = (column: String, values: [String])

  let query: String
  let column: String
  let filters: [Filter]
  let making: Making
  let value: Double?

  init(
    _ answer: ReportAnswer, _ column: String, where filters: [Filter] = [],
    _ making: Making = .sum
  ) {
    precondition(
      answer.result.columns.contains { $0.name == column },
      "\(answer.query.name) has no column \(column)")
    query = answer.query.name
    self.column = column
    self.filters = filters
    self.making = making
    guard !filters.isEmpty else {
      value = making == .sum ? answer.totals.sum(column) : Double(answer.totals.rows)
      return
    }
    precondition(!answer.isCut, "\(answer.query.name) is a list, whose rows are not all kept")
    let rows = answer.rows.filter { row in
      filters.allSatisfy { $0.values.contains(Self.word(row, $0.column)) }
    }
    let numbers = rows.compactMap { $0.number(column) }
    value =
      switch making {
      case .sum: numbers.isEmpty ? nil : numbers.reduce(0, +)
      case .count: Double(rows.count)
      }
  }

  /// The rows it is made of, as `bucket=high_yield;currency=USD`.
  var rule: String {
    filters.map { "\($0.column)=\($0.values.joined(separator: ","))" }.joined(separator: ";")
  }

  /// A text or a whole number as a word.
  private static func word(_ row: ResultRow, _ column: String) -> String {
    let text = row.text(column)
    return text.isEmpty ? row.number(column).map(HumanNumber.plain) ?? "" : text
  }
}
