extension SQLiteError: CustomStringConvertible {
  /// One sentence; below it the line of SQL and a caret, when it is known where the fault is.
  ///
  /// ```
  /// no such column: typo (SQLITE_ERROR) at line 1, column 8 of the SQL
  ///   SELECT "typo"
  ///          ^
  /// ```
  public var description: String {
    let sentence = reason == .engine ? "\(message) (\(code))" : message
    guard let position, let excerpt else { return sentence }
    return """
      \(sentence) at line \(position.line), column \(position.column) of the SQL
        \(excerpt.line)
        \(excerpt.caret)
      """
  }

  /// The line of SQL with the fault, and a line that puts a caret below it.
  ///
  /// Of a long line only the part around the fault is shown.
  private var excerpt: (line: String, caret: String)? {
    guard let sql, let position else { return nil }
    let widest = 100
    let before = 60
    var line = Array(position.line(of: sql).unicodeScalars)
    var column = position.column - 1
    var padding = ""
    if line.count > widest {
      let start = max(0, min(column - before, line.count - widest))
      let end = min(line.count, start + widest)
      line = Array(line[start..<end]) + (end < line.count ? ["…"] : [])
      column -= start
      padding = start > 0 ? "…" : ""
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line)
    // A tab stays a tab below itself, so that the caret stands where the reader's tabs put it.
    var blanks = String(repeating: " ", count: padding.count)
    for scalar in line.prefix(column) { blanks += scalar == "\t" ? "\t" : " " }
    return (line: padding + String(text), caret: blanks + "^")
  }
}
