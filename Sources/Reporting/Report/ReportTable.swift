internal import Ledger
internal import SQLite
internal import Tabular

/// A table of the page: some columns of an answer, and a number of its rows.
struct ReportTable {
  /// A column, and what stands above it.
  struct Column {
    let title: String
    let unit: String?
    let index: Int
  }

  /// A cell as it is shown.
  struct Cell {
    let text: String
    let isNumber: Bool
  }

  let columns: [Column]
  let rows: [[Cell]]
  /// The record that a row is about, where it has one.
  let keys: [String?]
  /// How many rows the answer has beyond these.
  let more: Int

  /// The most rows that a page shows.
  static let most = 25

  /// - Parameters:
  ///   - titles: names of columns, and what stands above them.
  ///   - key: the column of the record's key, where rows are about records.
  init(_ answer: ReportAnswer, _ titles: [(String, String)], key: String? = nil, most: Int = most) {
    let names = answer.result.columns.map(\.name)
    columns = titles.compactMap { name, title in
      names.firstIndex(of: name).map { index in
        let unit = answer.result.columns[index].unit
        return Column(title: Self.heading(title, unit), unit: unit, index: index)
      }
    }
    let shown = answer.result.rows.prefix(most)
    rows = shown.map { [columns] row in
      columns.map { Self.cell(row[$0.index], unit: $0.unit) }
    }
    keys = answer.rows.prefix(most).map { row in
      key.map { row.text($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    more = answer.totals.rows - shown.count
  }

  /// A table that is no query's answer.
  init(titles: [String], rows: [[String]], numbers: Set<Int>, keys: [String?]) {
    columns = titles.enumerated().map { Column(title: $1, unit: nil, index: $0) }
    self.rows = rows.map { row in
      row.enumerated().map { Cell(text: $1, isNumber: numbers.contains($0)) }
    }
    self.keys = keys
    more = 0
  }

  private static func heading(_ title: String, _ unit: String?) -> String {
    switch unit {
    case "USD", "money": "\(title), bn"
    case "percent": "\(title), %"
    case "basis points": "\(title), bp"
    default: title
    }
  }

  private static func cell(_ value: Value, unit: String?) -> Cell {
    switch HumanCell.cell(value, unit: unit) {
    case .missing: Cell(text: "–", isNumber: false)
    case .number(let text): Cell(text: text, isNumber: true)
    case .text(let text): Cell(text: ReportWords.plain(text), isNumber: false)
    }
  }
}
