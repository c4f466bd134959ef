internal import Ledger
internal import SQLite
internal import Tabular

/// A table of GitHub-flavoured Markdown, numbers as people read them.
struct MarkdownFormat {
  func text(of result: ResultSet) -> String {
    let columns = HumanColumn.all(of: result)
    let cells = result.rows.map { row in zip(columns, row).map { $0.cell($1) } }
    let titles = result.columns.map { Self.escaped(HumanCell.title(of: $0)) }
    let rules = result.columns.indices.map { index in
      cells.contains { $0[index].isNumber } ? "---:" : "---"
    }
    return ([titles, rules] + cells.map { $0.map(Self.text) }).map { fields in
      "| " + fields.joined(separator: " | ") + " |\n"
    }.joined()
  }

  private static func text(_ cell: TableCell) -> String {
    switch cell {
    case .missing: "–"
    case .number(let text): text
    case .text(let text): escaped(text)
    }
  }

  /// The text as code, between as many marks as it takes.
  static func code(_ text: String) -> String {
    let text = TerminalText.neutralised(text)
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? "`\(text)`" : "\(fence) \(text) \(fence)"
  }

  /// The text as it is read, not as marks: nothing of it makes a cell, a link or an element.
  static func escaped(_ text: String) -> String {
    TerminalText.neutralised(text).reduce(into: "") { escaped, character in
      if "\\`*_[]<>|&".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
  }
}

extension TableCell {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
