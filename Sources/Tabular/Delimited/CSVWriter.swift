/// Writes rows as comma-separated values (RFC 4180).
///
/// A missing value is an empty field and an empty text is `""`, so that a reader that cares can
/// tell them apart.
public struct CSVWriter: Sendable {
  /// What stands between two fields.
  public let separator: Character
  /// What ends a line; RFC 4180 has CRLF.
  public let lineEnd: String
  /// Whether a text that a spreadsheet would take for a formula gets an apostrophe before it.
  ///
  /// Text from strangers that begins with `=`, `+`, `-`, `@`, a tab or a line end can run commands
  /// when it is opened in a spreadsheet (OWASP, CSV injection). Numbers are never touched.
  public let guardsFormulas: Bool

  /// A writer; by default with commas, CRLF, and the text as it is.
  public init(separator: Character = ",", lineEnd: String = "\r\n", guardsFormulas: Bool = false) {
    precondition(separator != "\"" && !separator.isNewline, "a separator is no quote or line end")
    self.separator = separator
    self.lineEnd = lineEnd
    self.guardsFormulas = guardsFormulas
  }

  /// One line with its end.
  public func line(_ cells: [TableCell]) -> String {
    if cells == [.missing] { return "\"\"" + lineEnd }
    return cells.map(field).joined(separator: String(separator)) + lineEnd
  }

  private func field(_ cell: TableCell) -> String {
    switch cell {
    case .missing: ""
    case .number(let text): quoted(text)
    case .text(""): "\"\""
    case .text(let text): quoted(guardsFormulas && Self.isFormula(text) ? "'" + text : text)
    }
  }

  private func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\n" || scalar == "\r" || Character(scalar) == separator
    }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    let doubled = text.unicodeScalars.reduce(into: "") { doubled, scalar in
      doubled += scalar == "\"" ? "\"\"" : String(scalar)
    }
    return "\"\(doubled)\""
  }

  private static func isFormula(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}
