public import SQLite

extension ClaimBook {
  /// Adds a claim. The first claim on an attribute brings the record's own statement with it, so
  /// that both sides stand in one table.
  ///
  /// - Throws: `ClaimRefused` with every problem; `ReadingError` for a value that cannot be read.
  public mutating func add(
    _ new: NewClaim, in transaction: borrowing Transaction
  ) throws -> Outcome {
    var new = new
    new.subject = try AttributeOwner.of(new.subject, in: transaction)
    let subject = new.subject
    let place = try AttributePlace.of(subject, makes: new.stance == "preferred", in: transaction)
    let claims = try Self.claims(on: subject, in: transaction)
    let held = try Self.held(subject, place: place, in: transaction)
    let claim = try claim(new, place: place, held: held, in: transaction)
    if let known = claims.first(where: { $0.key == claim.key }) {
      guard known.stance == claim.stance else {
        throw ClaimRefused(
          "this claim is on file as \(known.key) (\(known.stance)); change it with "
            + "deals claim prefer or deals claim reject")
      }
      return Outcome(claim: known.key, subject: subject.text, words: "is on file already")
    }
    try requireOneFollowed(claim, claims, place, held, in: transaction)
    try tryOut(claim, place, in: transaction)
    var entry = claim
    if claim.stance == "preferred" { entry.stance = "alternative" }
    try writer.save(entry, in: transaction)
    if claim.stance == "preferred" { try follow(entry, because: new.reason, in: transaction) }
    let said = RecordAttributes.Stated(claim)
    return Outcome(
      claim: claim.key, subject: subject.text,
      words: "\(claim.stance): \(said.isValue ? said.text : claim.original ?? "no value")")
  }

  private func claim(
    _ new: NewClaim, place: AttributePlace?, held: RecordAttributes.Stated?,
    in transaction: borrowing Transaction
  ) throws -> Claim {
    let codes = try CodeLists(transaction)
    let problems = Self.problems(new, codes)
    guard problems.isEmpty else { throw ClaimRefused(problems: problems) }
    var claim = Claim(key: "")
    claim.recordKind = new.subject.table
    claim.record = new.subject.record
    claim.attribute = new.subject.attribute
    claim.stance = new.stance
    if new.words.value != nil {
      let reading = AttributeReading(subject: new.subject, place: place, codes: codes)
      let stated = try reading.read(new.words, in: transaction)
      claim.value = stated.value
      claim.amount = stated.amount
    } else if new.stance == "preferred", let held {
      claim.value = held.value
      claim.amount = held.amount
    }
    claim.amount.measureIsDerived = claim.amount.measureIsDerived ?? false
    claim.original = new.original
    claim.language = new.words.language
    claim.period = new.period
    claim.assertedBy = new.assertedBy
    claim.reportedBy = new.reportedBy
    claim.reason = new.reason
    claim.origin = new.origin
    if let disputed = new.disputes {
      claim.disputes = try Self.find(disputed, in: transaction).key
      claim.disputeKind = new.disputeKind
    }
    claim.key = ClaimKey.made(for: claim)
    return claim
  }

  /// What does not go together, all at once.
  public static func problems(_ new: NewClaim, _ codes: CodeLists) -> [String] {
    var problems: [String] = []
    let attribute = new.subject.attribute
    if attribute.contains(where: { !($0.isASCII && ($0.isLowercase || $0.isNumber) || $0 == "_") })
    {
      problems.append("'\(attribute)' is no attribute: small letters, digits and _")
    }
    if !codes.contains(new.stance, in: "claim_stance") {
      problems.append(
        "'\(new.stance)' is no stance; one of "
          + codes.all(in: "claim_stance").joined(separator: ", "))
    }
    if new.stance == "rejected", new.reason == nil {
      problems.append("a rejected claim needs a reason: --because")
    }
    if new.words.value == nil, new.original == nil, new.stance != "supports",
      new.stance != "preferred"
    {
      problems.append("a claim needs a value, or the words of its source with --original")
    }
    if attribute == "record", new.stance != "supports" {
      problems.append("of the record as a whole a source can only be a support: --stance supports")
    }
    if let kind = new.disputeKind {
      if new.disputes == nil { problems.append("--dispute-kind needs --disputes CLAIM-KEY") }
      if !codes.contains(kind, in: "dispute_kind") {
        problems.append(
          "'\(kind)' is no dispute kind; one of "
            + codes.all(in: "dispute_kind").joined(separator: ", "))
      }
    }
    return problems
  }

  /// Sees to it that one claim on the attribute is followed once this one is there.
  private mutating func requireOneFollowed(
    _ claim: Claim, _ claims: [Claim], _ place: AttributePlace?, _ held: RecordAttributes.Stated?,
    in transaction: borrowing Transaction
  ) throws {
    let subject = ClaimSubject(of: claim)
    guard claim.attribute != "record" else { return }
    let said = RecordAttributes.Stated(claim)
    if let followed = claims.first(where: { $0.stance == "preferred" }) {
      if claim.stance == "supports", said.isValue,
        !ClaimText.agrees(said, with: RecordAttributes.Stated(followed))
      {
        throw ClaimRefused(
          "what is followed of \(subject.text) is \(RecordAttributes.Stated(followed).text), which "
            + "this does not support; add it as an alternative")
      }
      return
    }
    guard claims.allSatisfy({ $0.stance == "supports" }) else {
      throw ClaimRefused(
        "none of the claims on \(subject.text) is followed; mend that first with deals claim "
          + "prefer or deals claim adopt \(subject.text)")
    }
    if claim.stance == "preferred" {
      guard said.isValue else {
        throw ClaimRefused("the record says nothing of \(subject.text) to prefer; give the value")
      }
      if held == nil { return }
      if let place, try place.holds(said, in: transaction) { return }
    }
    guard let place, let held, let source = place.record.origin.source else {
      if claim.stance == "preferred" { return }
      throw ClaimRefused(
        "the record says nothing of \(subject.text) itself; say what is followed first, with "
          + "--stance preferred")
    }
    var own = Claim(key: ClaimKey.stated(of: subject))
    own.recordKind = subject.table
    own.record = subject.record
    own.attribute = subject.attribute
    own.stance = claim.stance == "preferred" ? "alternative" : "preferred"
    own.value = held.value
    own.amount = held.amount
    own.amount.measureIsDerived = held.amount.measureIsDerived ?? false
    own.origin = Origin(source: source, locator: place.record.origin.locator)
    // The reason for rejecting the other is the reason for following the record.
    own.reason = claim.stance == "rejected" ? claim.reason : nil
    try writer.save(own, in: transaction)
  }

  /// Lets the schema judge the value as if it were followed, and takes that back.
  private func tryOut(
    _ claim: Claim, _ place: AttributePlace?, in transaction: borrowing Transaction
  ) throws {
    struct TakenBack: Error {}
    let said = RecordAttributes.Stated(claim)
    guard let place, said.isValue else { return }
    do {
      try transaction.savepoint("trial") {
        var writer = writer
        var record = try place.record(saying: said, in: transaction)
        if var event = record as? Event, event.origin.source == nil {
          event.origin = claim.origin
          record = event
        }
        try writer.replace(record, in: transaction)
        throw TakenBack()
      }
    } catch is TakenBack {}
  }
}
