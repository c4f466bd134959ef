internal import Finance
internal import SQLite

/// Where the value of an attribute stands: a record, and its columns. Mostly the record is the one
/// a claim is about; a deal's days are on its events.
struct AttributePlace {
  let record: any Record
  let field: AttributeField

  /// The place of an attribute, or nil where no record holds it and claims alone say it, as what a
  /// deal amounts to as a whole.
  ///
  /// - Parameter makes: make the event of a day that no event has yet.
  static func of(
    _ subject: ClaimSubject, makes: Bool = false, in database: borrowing some Database & ~Copyable
  ) throws -> AttributePlace? {
    guard
      let record = try RecordTables.find(table: subject.table, key: subject.record, in: database)
    else { return nil }
    if let field = AttributeField.of(subject.attribute, of: record) {
      return AttributePlace(record: record, field: field)
    }
    if let event = try event(of: subject, makes: makes, in: database) {
      return AttributePlace(
        record: event, field: .days(first: "occurred_on", last: "occurred_until"))
    }
    switch (subject.table, subject.attribute) {
    case ("deal", "balance_sheet"):
      return try part(AccountingTreatment.self, "deal_id", of: subject, in: database).map {
        AttributePlace(record: $0, field: .plain(column: "treatment"))
      }
    case ("tranche", "isin"), ("tranche", "cusip"), ("tranche", "figi"):
      return try part(
        InstrumentIdentifier.self, "tranche_id", of: subject,
        and: "t.scheme = '\(subject.attribute)'", in: database
      ).map { AttributePlace(record: $0, field: .plain(column: "value")) }
    default: return nil
    }
  }

  /// The first record of a kind that belongs to a subject's record, as views take it.
  private static func part<R: Record>(
    _ type: R.Type, _ column: String, of subject: ClaimSubject, and condition: String = "1",
    in database: borrowing some Database & ~Copyable
  ) throws -> R? {
    try database.value(
      """
      SELECT \(R.keyExpression) FROM \(R.table) t
      WHERE t.\(column) = (SELECT id FROM \(subject.table) WHERE key = ?) AND \(condition)
      ORDER BY t.id LIMIT 1
      """, [subject.record], as: String.self
    ).flatMap { try Repository<R>().find($0, in: database) }
  }

  /// The event that holds a day of a deal or contract: `priced_on` is the day of `priced`.
  private static func event(
    of subject: ClaimSubject, makes: Bool, in database: borrowing some Database & ~Copyable
  ) throws -> Event? {
    guard ["deal", "contract"].contains(subject.table), subject.attribute.hasSuffix("_on") else {
      return nil
    }
    let kind = String(subject.attribute.dropLast(3))
    let isKind = try database.value(
      "SELECT EXISTS (SELECT 1 FROM code WHERE list = 'event_kind' AND code = ?)", [kind],
      as: Bool.self)
    guard isKind == true else { return nil }
    let column = subject.table + "_id"
    for condition in ["t.occurred_on IS NOT NULL", "1"] {
      let held = try part(
        Event.self, column, of: subject, and: "t.kind = '\(kind)' AND \(condition)", in: database)
      if let held { return held }
    }
    guard makes else { return nil }
    var event = Event(key: "\(subject.record)/event/\(kind)")
    event.kind = kind
    if subject.table == "deal" {
      event.deal = subject.record
    } else {
      event.contract = subject.record
    }
    return event
  }

  /// What the place holds.
  func stated(in database: borrowing some Database & ~Copyable) throws -> RecordAttributes.Stated? {
    var names: [String: String] = [:]
    if case .party(let column) = field, let key = text(in: column) {
      names[key] = try PartyDirectory.name(of: key, in: database)
    }
    let record = record
    return RecordAttributes.stated(field, in: record) { names[$0] }
  }

  /// Whether the place says what is stated. Parties are compared, not their names.
  func holds(
    _ stated: RecordAttributes.Stated, in database: borrowing some Database & ~Copyable
  ) throws -> Bool {
    guard stated.isValue else { return true }
    if case .party(let column) = field, let name = stated.value {
      let party = try? PartyDirectory.key(of: name, in: database)
      return party == text(in: column)
    }
    guard let held = try self.stated(in: database) else { return false }
    var stated = stated
    stated.value = stated.value.map(columnWord)
    return ClaimText.agrees(stated, with: held)
  }

  /// Documents and their sources say `on` and `off` of a balance sheet, the column what that means.
  func columnWord(_ word: String) -> String {
    guard record is AccountingTreatment, field == .plain(column: "treatment") else { return word }
    return ["on": "consolidated", "off": "not_consolidated"][word] ?? word
  }

  private func text(in column: String) -> String? {
    let record = record
    return Self.text(column, of: record)
  }

  /// The text in a column of a record.
  static func text<R: Record>(_ column: String, of record: R) -> String? {
    R.columns.first { $0.name == column }?.value(in: record).text
  }
}
