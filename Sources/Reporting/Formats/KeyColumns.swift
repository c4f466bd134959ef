public import Ledger
internal import SQLite
internal import Tabular

/// The keys that stand beside a column of the names they are of: the first that a table goes
/// without where a terminal is too narrow for it.
public enum KeyColumns {
  /// The result without as many of them as must go, the last ones first, and their names.
  ///
  /// - Parameter width: the width of the terminal.
  public static func fitted(
    _ whole: ResultSet, to width: Int
  ) -> (result: ResultSet, leftOut: [String]) {
    let result = whole.withoutCoverage
    let names = result.columns.map(\.name)
    var keys = names.indices.filter { index in
      names[index].hasSuffix("_key") && names.contains(String(names[index].dropLast(4)))
    }
    guard !keys.isEmpty else { return (result, []) }
    let widths = TableFormat(width: width).table(of: result).naturalWidths
    var kept = Array(names.indices)
    while let last = keys.popLast(), TextTable.lineWidth(kept.map { widths[$0] }) > width {
      kept.removeAll { $0 == last }
    }
    let leftOut = names.indices.filter { !kept.contains($0) }.map { names[$0] }
    return (
      ResultSet(
        columns: kept.map { result.columns[$0] },
        rows: leftOut.isEmpty ? result.rows : result.rows.map { row in kept.map { row[$0] } }),
      leftOut
    )
  }
}
