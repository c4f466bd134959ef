internal import Ledger
internal import SQLite
internal import Tabular

/// An amount of a row, in thousand millions.
enum TraceAmount {
  static func text(_ row: borrowing Row, qualifier: String) throws -> String? {
    let currency: String = try row("currency", as: String?.self) ?? ""
    let measure = try row("measure", as: String?.self).map { ", \($0.words)" } ?? ""
    if let amount: Double = try row("amount") {
      let exact = qualifier == "exact" ? "" : "\(qualifier.words) "
      return "\(exact)\(currency) \(HumanNumber.billions(amount)) bn\(measure)"
    }
    guard let low: Double = try row("amount_low"), let high: Double = try row("amount_high") else {
      return nil
    }
    return "\(currency) \(HumanNumber.billions(low)) to \(HumanNumber.billions(high)) bn\(measure)"
  }
}

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
