internal import Ledger
public import SQLite
internal import Tabular

/// Every claim behind a value: who says what, in which words, where, and which one is followed.
public enum TraceScreen {
  /// The claims on a record, or on one attribute of it.
  ///
  /// - Parameter subject: `KEY` or `KEY.attribute`. The claims on a deal's tranches and on a
  ///   contract's legs are told with it.
  /// - Throws: `LedgerError.unknownRecord` when there is no such record.
  public static func text(of subject: String, in connection: borrowing Connection) throws -> String
  {
    let (key, attribute) = try split(subject, in: connection)
    let claims = try connection.query(
      """
      SELECT record_kind, record_key, attribute, stance, value, currency, amount, amount_low,
        amount_high, qualifier, measure, original, source, publisher, published_on, source_url,
        source_grade, locator, reason, asserted_by, reported_by
      FROM claims
      WHERE (record_key = ?1 OR substr(record_key, 1, length(?1) + 1) = ?1 || '/')
        AND (?2 IS NULL OR attribute = ?2)
      ORDER BY record_key, attribute, stance <> 'preferred', stance, claim_key
      """, [key, attribute]
    ) { row in try claim(row) }
    var text = try origin(of: key, in: connection)
    for claim in claims { text += SafeText.lines(claim) }
    if claims.isEmpty {
      try requireAttribute(attribute, of: key, in: connection)
      text += "Nothing more is said of \(subject): its own source stands for every value.\n"
    }
    return text
  }

  /// A key may hold points, so the longest key that exists is taken.
  private static func split(_ subject: String, in connection: borrowing Connection) throws
    -> (String, String?)
  {
    func exists(_ key: String) throws -> Bool {
      try !RecordLookup.rows(of: key, in: connection).isEmpty
    }
    if try exists(subject) { return (subject, nil) }
    if let point = subject.lastIndex(of: ".") {
      let key = String(subject[..<point])
      if try exists(key) { return (key, String(subject[subject.index(after: point)...])) }
    }
    _ = try RecordLookup.kinds(of: subject, in: connection)
    return (subject, nil)
  }

  private static func origin(of key: String, in connection: borrowing Connection) throws -> String {
    var text = ""
    for (table, number) in try RecordLookup.rows(of: key, in: connection) where table != "source" {
      let line = try connection.first(
        """
        SELECT s.title, s.publisher, s.published_on, s.url, s.grade, x.locator
        FROM \(SQLIdentifier(table)) x JOIN source s ON s.id = x.source_id WHERE x.id = ?
        """, [number]
      ) { row in
        let words: [String?] = [
          try row(0), try row(1), try row(2, as: String?.self), try row(3),
          try row(4, as: String?.self).map { "grade \($0)" }, try row(5),
        ]
        return words.compactMap { $0 }.joined(separator: " · ")
      }
      if let line { text += "\(table) \(key)\n  stated by: \(TerminalText.neutralised(line))\n" }
    }
    return text
  }

  /// A word that is no attribute of the record is a slip to tell.
  private static func requireAttribute(
    _ attribute: String?, of key: String, in connection: borrowing Connection
  ) throws {
    guard let attribute else { return }
    for table in try RecordLookup.kinds(of: key, in: connection) {
      let columns = try connection.query(
        "SELECT name FROM pragma_table_info(?)", [table]
      ) { try $0(0, as: String.self) }
      let names = [attribute, attribute + "_id", attribute + "_minor"]
      if names.contains(where: columns.contains) { return }
    }
    throw LedgerError.unknownAttribute(record: key, attribute: attribute)
  }

  private static func claim(_ row: borrowing Row) throws -> String {
    let stance: String = try row("stance")
    let mark =
      [
        "preferred": "followed", "alternative": "also said", "rejected": "rejected",
        "supports": "supported by",
      ][stance] ?? stance
    let kind: String = try row("record_kind")
    let record: String = try row("record_key")
    let attribute: String = try row("attribute")
    var text = "\(kind) \(record) · \(attribute)\n  \(mark): \(try value(row))"
    if let original: String = try row("original") { text += "  “\(original)”" }
    let words: [String?] = [
      try row("source"), try row("publisher"), try row("published_on", as: String?.self),
      try row("locator"), try row("source_url"),
      try row("source_grade", as: String?.self).map { "grade \($0)" },
      try row("asserted_by", as: String?.self).map { "says \($0)" },
      try row("reported_by", as: String?.self).map { "through \($0)" },
    ]
    text += "\n  source: \(words.compactMap { $0 }.joined(separator: " · "))\n"
    if let reason: String = try row("reason") { text += "  because: \(reason)\n" }
    return text
  }

  private static func value(_ row: borrowing Row) throws -> String {
    let currency: String = try row("currency", as: String?.self) ?? ""
    let measure = try row("measure", as: String?.self).map { ", \($0)" } ?? ""
    let qualifier: String = try row("qualifier", as: String?.self) ?? ""
    if let amount: Double = try row("amount") {
      let exact = qualifier == "exact" || qualifier.isEmpty ? "" : "\(qualifier.words) "
      return "\(exact)\(currency) \(HumanNumber.billions(amount)) bn\(measure)"
    }
    if let low: Double = try row("amount_low"), let high: Double = try row("amount_high") {
      return
        "\(currency) \(HumanNumber.billions(low)) to \(HumanNumber.billions(high)) bn\(measure)"
    }
    return try row("value", as: String?.self) ?? "the record"
  }
}
