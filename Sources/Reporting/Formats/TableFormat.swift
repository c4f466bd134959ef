internal import Ledger
internal import SQLite
internal import Tabular

/// An aligned table for people.
struct TableFormat {
  let width: Int?

  func text(of result: ResultSet) -> String {
    var table = TextTable(
      columns: result.columns.map { TextColumn(HumanCell.title(of: $0)) },
      maximumColumnWidth: width == nil ? nil : 48, maximumWidth: width, missing: "–")
    for row in result.rows {
      table.append(zip(result.columns, row).map { HumanCell.cell($1, unit: $0.unit) })
    }
    return table.text
  }
}
