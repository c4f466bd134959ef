internal import Ledger
internal import Tabular

/// A saved query as Datasette offers it.
struct DatasetteQuery {
  private let query: SavedQuery

  init(_ query: SavedQuery) { self.query = query }

  func write(to writer: inout JSONWriter) {
    writer.name(query.name)
    writer.beginObject()
    writer.member("title", query.title)
    writer.member("description_html", description)
    writer.member("sql", sql)
    writer.member("params", list: query.parameters.map(\.name))
    writer.endObject()
  }

  /// The query as it is, but for what Datasette gives it: of a field that is left empty an empty
  /// text, where the query waits for NULL to take its default.
  var sql: String {
    let tokens = SQLToken.read(query.sql).map { token in
      token.kind == .parameter ? SQLToken.word("nullif(\(token.text), '')") : token
    }
    return tokens.text
  }

  private var description: String {
    var html = "<p>\(XMLText.escaped(query.definition))</p>"
    if !query.parameters.isEmpty {
      html += "<dl>"
      for parameter in query.parameters {
        let choices = parameter.choices.map { " (\($0.joined(separator: ", ")))" } ?? ""
        html +=
          "<dt><code>\(XMLText.escaped(parameter.name))</code></dt>"
          + "<dd>\(XMLText.escaped(parameter.help + choices))</dd>"
      }
      html += "</dl>"
    }
    guard !query.columns.isEmpty else { return html }
    html += "<details><summary>Columns</summary><dl>"
    for column in query.columns {
      html +=
        "<dt><code>\(XMLText.escaped(column.name))</code> \(XMLText.escaped(column.unit))</dt>"
        + "<dd>\(XMLText.escaped(column.meaning))</dd>"
    }
    return html + "</dl></details>"
  }
}
