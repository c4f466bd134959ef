import Finance
import Ledger
import SQLite
import Tabular

/// Turns pending claims into claim records: finds what each is about, sees to it that of the
/// claims on one attribute exactly one is preferred, and that it says what the record says.
struct ClaimResolution {
  let mapper: DocumentMapper
  /// The days of deals and contracts in the ledger that claims are about.
  let daysOnFile: [ClaimSubject: RecordAttributes.Stated]
  private var batch: Batch { mapper.batch }

  /// Adds every pending claim to the batch.
  ///
  /// - Parameters:
  ///   - stored: looks a record up in the ledger by table and key.
  ///   - preferredKey: the key of the claim the ledger prefers on an attribute of a record.
  ///   - isOnFile: whether the ledger has a claim of a key.
  func resolve(
    stored: (_ table: String, _ key: String) throws -> (any Record)?,
    preferredKey: (_ table: String, _ key: String, _ attribute: String) -> String?,
    isOnFile: (_ claim: String) -> Bool
  ) throws {
    var order: [ClaimSubject] = []
    var bySubject: [ClaimSubject: [PendingClaim]] = [:]
    func note(_ claim: PendingClaim) throws {
      guard let table = try table(of: claim.record, stored: stored) else {
        mapper.problems.add(
          mapper.refused.place(of: claim.record) == nil
            ? claim.place.located("there is no record '\(claim.record)' to claim anything of")
            : mapper.missing("record", claim.record, at: claim.place))
        return
      }
      let subject = ClaimSubject(table: table, record: claim.record, attribute: claim.attribute)
      if bySubject[subject] == nil { order.append(subject) }
      bySubject[subject, default: []].append(claim)
    }
    for claim in mapper.claims { try note(claim) }
    // What is disputed needs a claim to point at.
    for claim in mapper.claims {
      guard let record = claim.disputes, let table = try table(of: record, stored: stored) else {
        if claim.disputes != nil {
          mapper.problems.add(
            claim.place.located("there is no record to dispute"))
        }
        continue
      }
      let subject = ClaimSubject(table: table, record: record, attribute: claim.attribute)
      if bySubject[subject] == nil {
        order.append(subject)
        bySubject[subject] = []
      }
    }
    var preferredKeys: [ClaimSubject: String] = [:]
    var settled: [(ClaimSubject, [PendingClaim])] = []
    for subject in order {
      let record =
        try batch.find(table: subject.table, subject.record)
        ?? stored(subject.table, subject.record)
      let held = preferredKey(subject.table, subject.record, subject.attribute)
      let claims = settle(
        bySubject[subject] ?? [], on: subject, record: record, preferredInLedger: held,
        isOnFile: isOnFile)
      let preferred = claims.first { $0.stance == "preferred" }
      preferredKeys[subject] = preferred.map { key(of: $0, on: subject) } ?? held
      settled.append((subject, claims))
    }
    for (subject, claims) in settled {
      for claim in claims {
        let disputed = try claim.disputes.flatMap { record in
          try table(of: record, stored: stored).map {
            ClaimSubject(table: $0, record: record, attribute: subject.attribute)
          }
        }
        let target = claim.disputedClaim ?? disputed.flatMap { preferredKeys[$0] }
        if claim.disputes != nil, target == nil {
          mapper.problems.add(
            claim.place.located(
              "\(claim.disputes ?? "") has no \(subject.attribute) that could be disputed"))
        }
        write(claim, on: subject, disputing: target)
      }
    }
  }

  private func table(
    of key: String, stored: (String, String) throws -> (any Record)?
  ) throws -> String? {
    let tables = RecordTables.claimable
    if let table = tables.first(where: { batch.contains(table: $0, key) }) { return table }
    return try tables.first { try stored($0, key) != nil }
  }

  /// The claims of one attribute with exactly one preferred, which says what the record says.
  private func settle(
    _ claims: [PendingClaim], on subject: ClaimSubject, record: (any Record)?,
    preferredInLedger held: String?, isOnFile: (String) -> Bool
  ) -> [PendingClaim] {
    guard subject.attribute != "record" else { return claims }
    var claims = claims
    let recordValue = value(of: subject, in: record)
    if claims.contains(where: \.isVerbatim) {
      claims.removeAll(where: \.isImplied)
      let followed = claims.first { $0.stance == "preferred" }
      if let followed { check(followed, on: subject, against: recordValue) }
      return claims
    }
    // A claim the document states speaks for the one that only follows from it.
    if claims.contains(where: { $0.stance == "preferred" && !$0.isImplied }) {
      claims.removeAll { $0.isImplied && $0.stance == "preferred" }
    }
    for index in claims.indices { complete(&claims[index], on: subject, from: recordValue) }
    let preferred = claims.filter { $0.stance == "preferred" }
    if preferred.count > 1 {
      mapper.problems.add(
        preferred[1].place.located(
          "a second claim on \(subject.attribute) is preferred",
          hint: "call it alternative"))
    }
    if let chosen = preferred.first {
      check(chosen, on: subject, against: recordValue)
      if let held, isOverruled(chosen, by: held, on: subject, among: claims, isOnFile) {
        for index in claims.indices where claims[index].stance == "preferred" {
          claims[index].stance = "alternative"
          claims[index].reason = nil
        }
        return claims
      }
      // What only follows from the record gives way to a verdict that is on record.
      if chosen.isImplied, let held, held != key(of: chosen, on: subject) {
        for index in claims.indices where claims[index].isImplied {
          claims[index].stance = "alternative"
        }
      }
      return claims
    }
    if held != nil { return claims }
    if let implied = implied(subject, recordValue, record, among: claims) {
      return [implied] + claims
    }
    if let first = claims.first {
      mapper.problems.add(
        first.place.located(
          "no claim on \(subject.attribute) of \(subject.record) is preferred",
          hint: "the record has no such value of its own; say which claim is followed"))
    }
    return claims
  }

  /// Whether a claim that a document prefers was on file when another one was preferred to it, of
  /// which the document knows nothing: a verdict outlives the same document.
  private func isOverruled(
    _ chosen: PendingClaim, by held: String, on subject: ClaimSubject,
    among claims: [PendingClaim], _ isOnFile: (String) -> Bool
  ) -> Bool {
    let key = key(of: chosen, on: subject)
    return !chosen.isImplied && key != held && isOnFile(key)
      && !claims.contains { self.key(of: $0, on: subject) == held }
  }

  private func value(of subject: ClaimSubject, in record: (any Record)?)
    -> RecordAttributes.Stated?
  {
    if subject.attribute == "amount", let stated = mapper.statedAmounts[subject.record] {
      return RecordAttributes.Stated(amount: stated)
    }
    guard let record else { return nil }
    return RecordAttributes.value(
      of: subject.attribute, in: record, partyName: mapper.parties.name(of:)) ?? day(subject)
  }

  /// The day of a deal or contract, which is its event's.
  private func day(_ subject: ClaimSubject) -> RecordAttributes.Stated? {
    guard ["deal", "contract"].contains(subject.table), subject.attribute.hasSuffix("_on") else {
      return nil
    }
    let key = "\(subject.record)/event/\(subject.attribute.dropLast(3))"
    if let event = batch.find(Event.self, key), let first = event.occurred.on,
      let last = event.occurred.until
    {
      return RecordAttributes.Stated(value: PlainText.days(first, last))
    }
    return daysOnFile[subject]
  }

  /// A preferred claim without a value means the record's; an amount lacks what the record gives.
  private func complete(
    _ claim: inout PendingClaim, on subject: ClaimSubject, from record: RecordAttributes.Stated?
  ) {
    if let name = claim.value, let key = mapper.parties.known(name),
      ["issuer", "payer", "payee", "party", "subject", "holder", "owner", "agent"]
        .contains(subject.attribute)
    {
      claim.value = mapper.parties.name(of: key)
    }
    let saysNothing = claim.value == nil && !claim.amount.hasFigure
    if saysNothing, claim.stance == "preferred", let record {
      claim.value = record.value
      claim.amount = record.amount
    }
    guard claim.amount.hasFigure else { return }
    if claim.amount.measure == nil {
      claim.amount.measure = record?.amount.measure
      claim.amount.measureIsDerived = record?.amount.measureIsDerived ?? false
    }
  }

  private func check(
    _ claim: PendingClaim, on subject: ClaimSubject, against record: RecordAttributes.Stated?
  ) {
    guard let record else { return }
    let agrees =
      ClaimText.agrees(
        RecordAttributes.Stated(value: claim.value, amount: claim.amount), with: record)
    if !agrees {
      mapper.problems.add(
        claim.place.located(
          "the preferred claim on \(subject.attribute) of "
            + "\(subject.record) is not what the record says",
          hint: "the record has \(record.value ?? "another amount")"))
    }
  }

  /// The record's own statement as a claim, where others are held against it. The reason for
  /// rejecting those is the reason for following it.
  private func implied(
    _ subject: ClaimSubject, _ value: RecordAttributes.Stated?, _ record: (any Record)?,
    among claims: [PendingClaim]
  ) -> PendingClaim? {
    guard let value, let record, let source = record.origin.source
    else { return nil }
    let place = claims.first?.place ?? batch.place(table: subject.table, subject.record)
    guard let place else { return nil }
    var claim = PendingClaim(
      record: subject.record, attribute: subject.attribute, stance: "preferred", source: source,
      place: place)
    claim.value = value.value
    claim.amount = value.amount
    claim.locator = record.origin.locator
    claim.isImplied = true
    let isSettled = !claims.isEmpty && claims.allSatisfy { $0.stance == "rejected" }
    claim.reason = isSettled ? claims.compactMap(\.reason).first : nil
    return claim
  }

  /// Named by what it is about and by what it says, so that the same claim is found again. What
  /// follows from the record itself changes with the record.
  private func key(of claim: PendingClaim, on subject: ClaimSubject) -> String {
    if let key = claim.key { return key }
    if claim.isImplied { return ClaimKey.stated(of: subject) }
    return ClaimKey.made(
      for: subject,
      saying: [claim.source, claim.value, claim.original, claim.locator]
        + ClaimKey.words(claim.amount)
        + [
          claim.assertedBy?.string, claim.reportedBy?.string, claim.disputes,
          claim.period.on?.description,
          claim.period.until?.description,
        ])
  }

  private func write(_ claim: PendingClaim, on subject: ClaimSubject, disputing disputed: String?) {
    var record = Claim(key: key(of: claim, on: subject))
    record.recordKind = subject.table
    record.record = subject.record
    record.attribute = subject.attribute
    record.stance = claim.stance
    record.value = claim.value
    record.amount = claim.amount
    record.period = claim.period
    record.original = claim.original
    record.language = claim.language
    record.origin = Origin(source: claim.source, locator: claim.locator)
    func party(_ place: JSONValue?) -> String? {
      guard let place else { return nil }
      let key = mapper.party(at: place, context: subject.record, origin: record.origin)
      return key.isEmpty ? nil : key
    }
    record.assertedBy = party(claim.assertedBy)
    record.reportedBy = party(claim.reportedBy)
    record.reason = claim.reason
    record.disputes = disputed
    record.disputeKind = claim.disputeKind
    // The same claim told twice is one.
    if !mapper.batch.add(record, at: claim.place),
      mapper.batch.find(Claim.self, record.key)?.stance != record.stance
    {
      mapper.problems.add(
        claim.place.located("the same claim stands above with another stance"))
    }
  }
}
