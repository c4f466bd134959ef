internal import Ledger
public import SQLite
internal import Tabular

/// Every claim behind a value: who says what, in which words, where, which one is followed and why,
/// and how many say it of their own knowledge.
public enum TraceScreen {
  /// The claims on a record, or on one attribute of it.
  ///
  /// - Parameter subject: `KEY` or `KEY.attribute`. The claims on a deal's tranches and on a
  ///   contract's legs are told with it.
  /// - Throws: `LedgerError.unknownRecord` when there is no such record.
  public static func text(of subject: String, in connection: borrowing Connection) throws -> String
  {
    let (named, attributeNamed) = try ClaimSubject.split(subject, in: connection)
    let (key, attribute) = try owner(of: named, attributeNamed, in: connection)
    var text = try origin(of: key, in: connection)
    let claims = try TraceClaim.all(of: key, attribute, in: connection)
    var heading = ""
    for (index, claim) in claims.enumerated() {
      if claim.heading != heading {
        heading = claim.heading
        text += SafeText.lines("\(heading)\n")
      }
      text += SafeText.lines(claim.text)
      let isLast = index + 1 == claims.count || claims[index + 1].heading != heading
      if isLast { text += SafeText.lines(try TraceOrigins.text(of: claim, in: connection)) }
    }
    if claims.isEmpty {
      text +=
        try held(attribute, of: key, in: connection)
        ?? (isKnown(attribute, of: key, in: connection)
          ? "Nothing more is said of \(subject): its own source stands for every value.\n"
          : "No value of \(subject) is known: no source on record gives one.\n")
    }
    return text
  }

  /// Where the claims of an attribute are: an axis is an event's, a role a participation's.
  private static func owner(
    of key: String, _ attribute: String?, in connection: borrowing Connection
  ) throws -> (String, String?) {
    guard let attribute else { return (key, nil) }
    for table in try RecordLookup.kinds(of: key, in: connection) {
      let subject = ClaimSubject(table: table, record: key, attribute: attribute)
      let owner = try subject.owner(in: connection)
      if owner != subject { return (owner.record, owner.attribute) }
    }
    return (key, attribute)
  }

  private static func origin(of key: String, in connection: borrowing Connection) throws -> String {
    var text = ""
    for (table, number) in try RecordLookup.rows(of: key, in: connection) where table != "source" {
      let line = try connection.first(
        """
        SELECT s.title, s.publisher, s.published_on, s.url, s.grade, x.locator, s.published_until,
          CASE WHEN s.grade = 'P' OR s.kind = 'filing' THEN 'official' END
        FROM \(SQLIdentifier(table)) x JOIN source s ON s.id = x.source_id WHERE x.id = ?
        """, [number]
      ) { row in
        let words: [String?] = [
          try row(0), try row(1), try TraceDays.text(row(2), row(6)), try row(3),
          try row(4, as: String?.self).map { "grade \($0)" }, try row(7), try row(5),
        ]
        return words.compactMap { $0 }.joined(separator: " · ")
      }
      if let line { text += "\(table) \(key)\n  stated by: \(TerminalText.neutralised(line))\n" }
    }
    return text
  }

  /// The value of an attribute on which there is no claim; nil where there is none to tell.
  private static func held(
    _ attribute: String?, of key: String, in connection: borrowing Connection
  ) throws -> String? {
    guard let attribute else { return nil }
    for table in try RecordLookup.kinds(of: key, in: connection)
    where RecordTables.claimable.contains(table) {
      let subject = ClaimSubject(table: table, record: key, attribute: attribute)
      guard let value = try ClaimBook.stated(subject, in: connection) else { continue }
      return SafeText.lines(
        "\(table) \(key) · \(attribute)\n  on record: \(value.text)\n"
          + "  no claim stands behind it alone: the record's own source says it\n")
    }
    return nil
  }

  /// Whether a record has a value of an attribute. A word that is no attribute of it is a slip to
  /// tell.
  private static func isKnown(
    _ attribute: String?, of key: String, in connection: borrowing Connection
  ) throws -> Bool {
    guard let attribute else { return true }
    for (table, number) in try RecordLookup.rows(of: key, in: connection) {
      let columns = try connection.query(
        "SELECT name FROM pragma_table_info(?)", [table]
      ) { try $0(0, as: String.self) }
      let names = ["", "_id", "_minor", "_low_minor"].map { attribute + $0 }
        .filter(columns.contains)
      guard !names.isEmpty else { continue }
      for name in names {
        let value = try connection.value(
          "SELECT \(SQLIdentifier(name)) FROM \(SQLIdentifier(table)) WHERE id = ?", [number],
          as: Value.self)
        if value ?? .null != .null { return true }
      }
      return false
    }
    throw LedgerError.unknownAttribute(record: key, attribute: attribute)
  }
}
