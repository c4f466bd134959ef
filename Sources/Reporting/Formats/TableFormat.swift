internal import Ledger
internal import SQLite
internal import Tabular

/// An aligned table for people.
struct TableFormat {
  let width: Int?
  var style = TerminalStyle.plain
  /// Columns that are never cut.
  var whole: Set<String> = []

  func text(of result: ResultSet) -> String {
    // Only the first line, which is no data, carries marks of ours.
    var lines = table(of: result).lines
    if let titles = lines.first { lines[0] = style.bold(titles) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The table before it is made to fit a line.
  func table(of result: ResultSet) -> TextTable {
    var table = TextTable(
      columns: result.columns.map {
        TextColumn(HumanCell.title(of: $0), isWhole: whole.contains($0.name))
      },
      maximumColumnWidth: width == nil ? nil : 48, maximumWidth: width, missing: "–")
    let columns = HumanColumn.all(of: result)
    for row in result.rows {
      table.append(zip(columns, row).map { $0.cell($1) })
    }
    return table
  }
}
