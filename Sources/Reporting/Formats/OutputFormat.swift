public import Ledger

/// The ways a result can be written. Each is one small file.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns for a terminal.
  case table
  /// Comma-separated values.
  case csv
  /// Tab-separated values.
  case tsv
  /// A list of objects.
  case json
  /// One object a line.
  case ndjson
  /// A table of Markdown.
  case markdown
  /// An Excel workbook, which goes to a file.
  case xlsx
  /// The picture of a saved query that has one.
  case svg

  /// Whether it goes to a file alone, never to a terminal.
  public var needsFile: Bool { self == .xlsx }

  /// Whether people read it, who want an amount with its currency where programs want minor units.
  public var isForPeople: Bool { self == .table || self == .markdown }

  /// Whether what is written has room for where it comes from, so that no file beside it is needed.
  public var holdsOrigin: Bool { self == .markdown || self == .xlsx || self == .svg }

  /// The whole text of a result in this format; empty for one that is no text.
  ///
  /// - Parameters:
  ///   - width: the width of the terminal, for the table; nil for no limit.
  ///   - style: what the table brings out.
  public func text(
    of result: ResultSet, width: Int? = nil, style: TerminalStyle = .plain
  ) -> String {
    switch self {
    case .table: TableFormat(width: width, style: style).text(of: result.withoutCoverage)
    case .markdown: MarkdownFormat().text(of: result.withoutCoverage)
    case .csv, .tsv, .json, .ndjson: RowWriter.text(of: result, self)
    case .xlsx, .svg: ""
    }
  }
}
