public import Ledger

/// The ways a result can be written. Each is one small file.
public enum OutputFormat: String, CaseIterable, Sendable {
  case table, csv, json

  /// The whole text of a result in this format.
  ///
  /// - Parameter width: the width of the terminal, for the table; nil for no limit.
  public func text(of result: ResultSet, width: Int? = nil) -> String {
    switch self {
    case .table: TableFormat(width: width).text(of: result.withoutCoverage)
    case .csv: CSVFormat().text(of: result)
    case .json: JSONFormat().text(of: result)
    }
  }
}
