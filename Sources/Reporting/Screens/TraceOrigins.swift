internal import Ledger
internal import SQLite
internal import Tabular

/// How many sources say each value, and how many of their own knowledge.
enum TraceOrigins {
  static func text(
    of claim: TraceClaim, in connection: borrowing Connection
  ) throws -> String {
    let lines = try connection.query(
      """
      SELECT * FROM claim_origins
      WHERE record_kind = ? AND record_key = ? AND attribute = ?
      ORDER BY is_followed DESC, independent_origins DESC, value, amount_minor, amount_low_minor
      """, [claim.recordKind, claim.recordKey, claim.attribute]
    ) { row in
      let value =
        try TraceAmount.text(row, qualifier: "exact") ?? row("value", as: String?.self)
        ?? (claim.attribute == "record" ? "the record" : "words alone")
      let origins = counted(try row("independent_origins"), "independent origin")
      let sources = counted(try row("sources"), "source")
      return "  \(value): \(origins) in \(sources), \(try row("official_sources", as: Int.self)) "
        + "official\n"
    }
    return lines.joined()
  }

  private static func counted(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
