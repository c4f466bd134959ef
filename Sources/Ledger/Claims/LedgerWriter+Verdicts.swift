internal import SQLite

extension LedgerWriter {
  /// What follows for claims when a record is saved.
  struct Verdicts {
    /// The record to save.
    var record: any Record
    /// Claims to save after it.
    var claims: [Claim] = []
    /// Claims on file to bring up to what the record says now.
    var restated: [Claim] = []
  }

  /// A verdict outlives what is saved later: a record that says otherwise than the preferred claim
  /// on one of its attributes keeps the claim's value, and what it says becomes an alternative. A
  /// claim that is only the record's own statement changes with the record.
  func keepingVerdicts<R: Record>(
    of record: R, in transaction: borrowing Transaction
  ) throws -> Verdicts {
    var verdicts = Verdicts(record: record)
    for subject in try Self.followed(in: record, transaction) where !expected.contains(subject) {
      let current = verdicts.record
      guard let claims = Optional(try ClaimBook.claims(on: subject, in: transaction)),
        let followed = claims.first(where: { $0.stance == "preferred" }),
        let place = try AttributePlace.of(subject, in: transaction),
        Swift.type(of: place.record).table == R.table, place.record.key == record.key
      else { continue }
      let incoming = AttributePlace(record: current, field: place.field)
      guard let said = try incoming.stated(in: transaction),
        try !incoming.holds(RecordAttributes.Stated(followed), in: transaction)
      else { continue }
      var own = Claim(key: followed.key)
      (own.recordKind, own.record, own.attribute) = (
        subject.table, subject.record, subject.attribute
      )
      own.value = said.value
      own.amount = said.amount
      own.amount.measureIsDerived = said.amount.measureIsDerived ?? false
      own.origin = record.origin
      if ClaimKey.isStated(followed.key) {
        own.stance = "preferred"
        own.reason = followed.reason
        verdicts.restated.append(own)
        continue
      }
      verdicts.record = try incoming.record(
        saying: RecordAttributes.Stated(followed), in: transaction)
      let isKnown = claims.contains { claim in
        claim.origin.source == own.origin.source
          && ClaimText.agrees(RecordAttributes.Stated(claim), with: said)
      }
      guard !isKnown, own.origin.source != nil else { continue }
      own.stance = "alternative"
      own.key = ClaimKey.made(for: own)
      verdicts.claims.append(own)
    }
    return verdicts
  }

  /// The attributes with a preferred claim whose value may stand in a record.
  private static func followed<R: Record>(
    in record: R, _ transaction: borrowing Transaction
  ) throws -> [ClaimSubject] {
    guard let row = try RecordTables.row(of: record.key, in: R.table, transaction) else {
      return []
    }
    var subjects = try transaction.query(
      """
      SELECT attribute FROM claim
      WHERE record_table = ? AND record_id = ? AND stance = 'preferred' ORDER BY id
      """, [R.table, row]
    ) { ClaimSubject(table: R.table, record: record.key, attribute: try $0(0)) }
    switch record {
    case let event as Event:
      if let deal = event.deal {
        subjects.append(ClaimSubject(table: "deal", record: deal, attribute: event.kind + "_on"))
      }
      if let contract = event.contract {
        subjects.append(
          ClaimSubject(table: "contract", record: contract, attribute: event.kind + "_on"))
      }
    case let treatment as AccountingTreatment:
      subjects.append(
        ClaimSubject(table: "deal", record: treatment.deal, attribute: "balance_sheet"))
    case let identifier as InstrumentIdentifier:
      subjects.append(
        ClaimSubject(table: "tranche", record: identifier.tranche, attribute: identifier.scheme))
    default: break
    }
    return subjects
  }
}
