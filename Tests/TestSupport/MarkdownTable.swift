/// A table of a page in Markdown.
public enum MarkdownTable {
  /// Its lines, the header first; empty where there are no rows.
  public static func text(_ header: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    let lines = [header, header.map { _ in "---" }] + rows.map { $0.map(cell) }
    return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let line = text.replacing("|", with: "\\|").replacing("\n", with: " ")
    // Code is shown as it stands.
    return line.hasPrefix("`") ? line : line.replacing("<", with: "&lt;")
  }
}
