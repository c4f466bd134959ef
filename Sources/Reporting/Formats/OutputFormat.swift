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

  /// Whether programs read it: exact numbers, every column, nothing but the data.
  public var isForMachines: Bool {
    switch self {
    case .csv, .tsv, .json, .ndjson: true
    case .table, .markdown: false
    }
  }

  /// The whole text of a result in this format.
  ///
  /// - Parameter width: the width of the terminal, for the table; nil for no limit.
  public func text(of result: ResultSet, width: Int? = nil) -> String {
    switch self {
    case .table: TableFormat(width: width).text(of: result.withoutCoverage)
    case .csv: CSVFormat().text(of: result)
    case .tsv: TSVFormat().text(of: result)
    case .json: JSONFormat().text(of: result)
    case .ndjson: NDJSONFormat().text(of: result)
    case .markdown: MarkdownFormat().text(of: result.withoutCoverage)
    }
  }
}
