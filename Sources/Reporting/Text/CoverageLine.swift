public import Ledger

/// How much of the data a result rests on, in one line.
public enum CoverageLine {
  /// The line.
  public static func text(_ coverage: ResultSet.Coverage) -> String {
    var limits: [String] = []
    if coverage.withoutAmount > 0 { limits.append("\(coverage.withoutAmount) without amount") }
    if coverage.unconverted > 0 { limits.append("\(coverage.unconverted) not converted") }
    if coverage.contradicted > 0 {
      limits.append("\(coverage.contradicted) in an unresolved contradiction")
    }
    let used = coverage.rowsUsed
    if used == 0, limits.isEmpty { return "no record of the ledger answers this" }
    let text = used == 0 ? "rests on no amount" : "rests on \(used) record\(used == 1 ? "" : "s")"
    return limits.isEmpty ? text : "\(text); \(limits.joined(separator: ", "))"
  }
}
