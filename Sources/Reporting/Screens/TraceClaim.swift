internal import Finance
internal import Ledger
internal import SQLite
internal import Tabular

/// One claim as the trace tells it.
struct TraceClaim {
  let recordKind: String
  let recordKey: String
  let attribute: String
  /// The claim in lines.
  let text: String

  /// What stands above the claims on one attribute.
  var heading: String { "\(recordKind) \(recordKey) · \(attribute)" }

  /// The claims on a record and its parts, or on one attribute.
  static func all(
    of key: String, _ attribute: String?, in connection: borrowing Connection
  ) throws -> [TraceClaim] {
    try connection.query(
      """
      SELECT c.*, p.incomparable_because, p.dispute_kind AS difference, p.is_same,
        p.is_within, p.is_resolved
      FROM claims c
      LEFT JOIN comparisons p ON p.contradiction_key = c.claim_key
      WHERE (c.record_key = ?1 OR substr(c.record_key, 1, length(?1) + 1) = ?1 || '/')
        AND (?2 IS NULL OR c.attribute = ?2)
      ORDER BY c.record_key, c.record_kind, c.attribute, c.stance <> 'preferred', c.stance,
        c.claim_key
      """, [key, attribute]
    ) { row in
      TraceClaim(
        recordKind: try row("record_kind"), recordKey: try row("record_key"),
        attribute: try row("attribute"), text: try text(row))
    }
  }

  private static func text(_ row: borrowing Row) throws -> String {
    let stance: String = try row("stance")
    let mark =
      [
        "preferred": "followed", "alternative": "also said", "rejected": "rejected",
        "supports": "supported by",
      ][stance] ?? stance
    var text = "  \(mark): \(try value(row))"
    if let original: String = try row("original") {
      let language = try row("language", as: String?.self).map { " (\($0))" } ?? ""
      text += "  “\(original)”\(language)"
    }
    let words: [String?] = [
      try row("source"), try row("publisher"),
      try TraceDays.text(row("published_on"), row("published_until")),
      try row("locator"), try row("source_url"),
      try row("source_grade", as: String?.self).map { "grade \($0)" },
    ]
    text += "\n    source: \(words.compactMap { $0 }.joined(separator: " · "))\n"
    if let chain = try chain(row) { text += "    said by: \(chain)\n" }
    if let because = try row("reason", as: String?.self) { text += "    because: \(because)\n" }
    if let difference = try difference(row, stance) { text += "    \(difference)\n" }
    return text + "    claim: \(try row("claim_key", as: String.self))\n"
  }

  /// Who asserts it, through whom, in whose pages.
  private static func chain(_ row: borrowing Row) throws -> String? {
    let asserted: String? = try row("asserted_by")
    let reported: String? = try row("reported_by")
    guard asserted != nil || reported != nil else { return nil }
    let steps = [asserted, reported, try row("publisher", as: String?.self)].compactMap { $0 }
    return steps.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
      .joined(separator: " → ")
  }

  /// What a claim has to do with the one that is followed, or with the one it disputes.
  private static func difference(_ row: borrowing Row, _ stance: String) throws -> String? {
    let kind: String? = try row("difference")
    if let disputed: String = try row("disputes_claim_key") {
      return "disputes \(disputed)" + (kind.map { ": \($0)" } ?? "")
    }
    if let because: String = try row("incomparable_because") {
      if because == "value" { return "gives no value to compare" }
      return "cannot be compared with what is followed: another \(because)"
    }
    guard let kind else {
      return try row("is_same", as: Int?.self) == 1 ? "says the same as what is followed" : nil
    }
    if kind == "rounding" { return "agrees at the last digit of the rounder one: rounding" }
    let open = try row("is_resolved", as: Int?.self) == 1 ? "" : ", unresolved"
    let within =
      try row("is_within", as: Int?.self) == 1 ? "; one lies within what the other leaves open" : ""
    return "contradicts what is followed\(open): \(kind)\(within)"
  }

  private static func value(_ row: borrowing Row) throws -> String {
    let amount = try TraceAmount.text(
      row, qualifier: row("qualifier", as: String?.self) ?? "exact")
    let period = try days(row)
    if let amount { return amount + period }
    let value: String? = try row("value")
    let stance: String = try row("stance")
    let attribute: String = try row("attribute")
    return
      (value
      ?? (stance != "supports"
        ? "words alone"
        : attribute == "record" ? "the record" : "what is followed"))
      + period
  }

  private static func days(_ row: borrowing Row) throws -> String {
    guard let first: Day = try row("period_first_on"), let last: Day = try row("period_last_on"),
      let period = TraceDays.text(first, last)
    else { return "" }
    return first == last ? ", as of \(period)" : ", for \(period)"
  }
}

/// Days as the source knew them: 2025-10 for some day of October 2025.
enum TraceDays {
  static func text(_ first: Day?, _ last: Day?) -> String? {
    guard let first else { return nil }
    return (try? DateSpan(first: first, last: last ?? first))?.description ?? first.description
  }
}
