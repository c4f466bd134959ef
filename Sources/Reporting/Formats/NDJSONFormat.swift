internal import Ledger
internal import Tabular

/// One object a line, with exact numbers (newline-delimited JSON).
struct NDJSONFormat {
  func text(of result: ResultSet) -> String {
    result.rows.reduce(into: "") { text, row in
      var writer = JSONWriter(style: .compact)
      JSONFormat.write(row, of: result.columns, to: &writer)
      writer.newline()
      text += writer.text
    }
  }
}
