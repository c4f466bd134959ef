internal import Ledger
internal import Tabular

/// Comma-separated values: exact numbers, nothing but the data, no cell that runs as a formula.
struct CSVFormat {
  func text(of result: ResultSet) -> String {
    let writer = CSVWriter(lineEnd: "\n", guardsFormulas: true)
    var text = writer.line(result.columns.map { .text($0.name) })
    for row in result.rows { text += writer.line(row.map(MachineCell.cell)) }
    return text
  }
}
