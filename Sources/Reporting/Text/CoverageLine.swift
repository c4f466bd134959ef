public import Ledger

/// How much of the data a result rests on, in one line.
public enum CoverageLine {
  /// The line.
  public static func text(_ coverage: ResultSet.Coverage) -> String {
    var text = "rests on \(coverage.rowsUsed) record\(coverage.rowsUsed == 1 ? "" : "s")"
    var limits: [String] = []
    if coverage.withoutAmount > 0 { limits.append("\(coverage.withoutAmount) without amount") }
    if coverage.unconverted > 0 { limits.append("\(coverage.unconverted) not converted") }
    if coverage.contradicted > 0 {
      limits.append("\(coverage.contradicted) in an unresolved contradiction")
    }
    if !limits.isEmpty { text += "; " + limits.joined(separator: ", ") }
    return text
  }
}
