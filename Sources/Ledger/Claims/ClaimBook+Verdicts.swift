public import SQLite

extension ClaimBook {
  /// Makes a claim the one that is followed. With a reason the matter is settled, without one it is
  /// followed for now.
  ///
  /// - Throws: `LedgerError.unknownClaim`; `ClaimRefused` for a claim that holds no value.
  public mutating func prefer(
    _ key: String, because reason: String?, in transaction: borrowing Transaction
  ) throws -> Outcome {
    let claim = try Self.find(key, in: transaction)
    let subject = ClaimSubject(of: claim)
    guard claim.stance != "supports" else {
      throw ClaimRefused(
        "\(key) supports \(subject.text) and holds no value of its own; prefer one that does")
    }
    if claim.stance == "preferred", reason == nil || reason == claim.reason,
      try Self.disagreement(of: claim, in: transaction) == nil
    {
      return Outcome(claim: key, subject: subject.text, words: "is followed already")
    }
    let before = try Self.held(
      subject, place: try AttributePlace.of(subject, in: transaction), in: transaction)
    let kept = claim.stance == "preferred" ? claim.reason : nil
    try follow(claim, because: reason ?? kept, in: transaction)
    let now = RecordAttributes.Stated(claim).text
    let was = before.map(\.text).flatMap { $0 == now ? nil : ", was \($0)" } ?? ""
    let how = reason == nil && kept == nil ? "followed for now" : "followed"
    return Outcome(claim: key, subject: subject.text, words: "\(how): \(now)\(was)")
  }

  /// Holds a claim to be wrong, for a reason. Where nothing is left to hold against the one that is
  /// followed, that reason settles the matter.
  ///
  /// - Throws: `LedgerError.unknownClaim`; `ClaimRefused` for the claim that is followed.
  public mutating func reject(
    _ key: String, because reason: String, in transaction: borrowing Transaction
  ) throws -> Outcome {
    var claim = try Self.find(key, in: transaction)
    let subject = ClaimSubject(of: claim)
    let claims = try Self.claims(on: subject, in: transaction)
    guard claim.stance != "preferred" else {
      let others = claims.filter { $0.stance == "alternative" || $0.stance == "rejected" }
      throw ClaimRefused(
        "\(key) is the one that is followed; "
          + (others.isEmpty
            ? "add another claim on \(subject.text) and prefer it first"
            : "prefer another first: " + others.map(\.key).joined(separator: ", ")))
    }
    guard claim.stance != "supports" else {
      throw ClaimRefused("\(key) supports \(subject.text) and says nothing that could be wrong")
    }
    if claim.stance == "rejected", claim.reason == reason {
      return Outcome(claim: key, subject: subject.text, words: "is rejected already")
    }
    claim.stance = "rejected"
    claim.reason = reason
    try writer.replace(claim, in: transaction)
    let open = claims.contains { $0.stance == "alternative" && $0.key != key }
    if !open, var followed = claims.first(where: { $0.stance == "preferred" }),
      followed.reason == nil
    {
      followed.reason = reason
      try writer.replace(followed, in: transaction)
    }
    return Outcome(
      claim: key, subject: subject.text,
      words: "rejected: \(RecordAttributes.Stated(claim).text)")
  }

  /// Turns what another tool wrote into a record into its preferred claim.
  ///
  /// `source`: the key of the source that says so; without one the record's own.
  ///
  /// - Throws: `ClaimRefused` where there is nothing to adopt.
  public mutating func adopt(
    _ named: ClaimSubject, source: String?, because reason: String?,
    in transaction: borrowing Transaction
  ) throws -> Outcome {
    let subject = try AttributeOwner.of(named, in: transaction)
    let claims = try Self.claims(on: subject, in: transaction)
    guard claims.contains(where: { $0.stance != "supports" }) else {
      throw ClaimRefused(
        "nobody claims anything of \(subject.text): its own source stands, and there is nothing "
          + "to adopt")
    }
    guard let place = try AttributePlace.of(subject, in: transaction) else {
      throw ClaimRefused(
        "no column holds \(subject.text), its claims are all there is; use deals claim prefer")
    }
    let preferred = claims.first { $0.stance == "preferred" }
    if let preferred, try place.holds(RecordAttributes.Stated(preferred), in: transaction) {
      return Outcome(
        claim: preferred.key, subject: subject.text, words: "agrees with its preferred claim")
    }
    guard let held = try place.stated(in: transaction) else {
      throw ClaimRefused(
        "the record says nothing of \(subject.text) any more; prefer a claim: "
          + claims.map(\.key).joined(separator: ", "))
    }
    let claim = try adopted(held, on: subject, place, claims, source: source)
    if !claims.contains(where: { $0.key == claim.key }) {
      try writer.save(claim, in: transaction)
    }
    try follow(claim, because: reason, in: transaction)
    // The columns are as they were; what follows from them is made anew.
    writer.touch(place.record)
    return Outcome(claim: claim.key, subject: subject.text, words: "adopted: \(held.text)")
  }

  /// The claim that says what the record says: one on file, or a new one.
  private func adopted(
    _ held: RecordAttributes.Stated, on subject: ClaimSubject, _ place: AttributePlace,
    _ claims: [Claim], source: String?
  ) throws -> Claim {
    let known = claims.first { claim in
      claim.stance == "alternative" && claim.value == held.value
        && ClaimText.agrees(RecordAttributes.Stated(claim), with: held)
        && (source == nil || claim.origin.source == source)
    }
    if let known { return known }
    guard let source = source ?? place.record.origin.source else {
      throw ClaimRefused("name who says so: --source KEY")
    }
    var claim = Claim(key: "")
    claim.recordKind = subject.table
    claim.record = subject.record
    claim.attribute = subject.attribute
    claim.stance = "alternative"
    claim.value = held.value
    claim.amount = held.amount
    claim.amount.measureIsDerived = held.amount.measureIsDerived ?? false
    claim.origin = Origin(source: source)
    claim.key = ClaimKey.made(for: claim)
    return claim
  }
}
