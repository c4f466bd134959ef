internal import Ledger
internal import Tabular

/// Tab-separated values, with quotes where a field holds a tab, a quote or a line end: exact
/// numbers, and no cell that runs as a formula.
struct TSVFormat {
  func text(of result: ResultSet) -> String {
    let writer = CSVWriter(separator: "\t", lineEnd: "\n", guardsFormulas: true)
    var text = writer.line(result.columns.map { .text($0.name) })
    for row in result.rows { text += writer.line(row.map(MachineCell.cell)) }
    return text
  }
}
