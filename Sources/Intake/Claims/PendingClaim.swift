import Finance
import Ledger
import Tabular

/// A claim whose record, party names and disputed claim are looked up once every record is known.
struct PendingClaim {
  var record: String
  let attribute: String
  var stance: String
  var value: String?
  var amount = AmountColumns()
  var original: String?
  var language: String?
  var period = DayPair()
  /// Who says it and through whom, as the document names them.
  var assertedBy: JSONValue?
  var reportedBy: JSONValue?
  var reason: String?
  /// The key of the record whose claim on the same attribute is disputed.
  var disputes: String?
  var disputeKind: String?
  var source: String
  var locator: String?
  /// Follows from the document itself; gives way to a claim the document states.
  var isImplied = false
  /// Stated word for word: nothing is added to it and nothing stands for it.
  var isVerbatim = false
  /// The key the document gives it.
  var key: String?
  /// The key of the very claim it disputes.
  var disputedClaim: String?
  let place: JSONValue

  init(record: String, attribute: String, stance: String, source: String, place: JSONValue) {
    self.record = record
    self.attribute = attribute
    self.stance = stance
    self.source = source
    self.place = place
  }
}

extension DocumentMapper {
  /// The claims inside a document; `on` names another record of it.
  func mapClaims(_ reader: ObjectReader, on key: String, sources: [String]) {
    for claim in reader.objects("claims") {
      mapClaim(claim, on: claim.key("on") ?? key, sources: sources)
      claim.finish()
    }
  }

  /// A claim document of its own.
  func mapClaimDocument(_ reader: ObjectReader) {
    let sources = reader.has("sources") ? citedSources(reader) : []
    mapClaim(reader, on: reader.requiredKey("on"), sources: sources)
    reader.finish()
  }

  private func mapClaim(_ reader: ObjectReader, on record: String, sources: [String]) {
    var claim = PendingClaim(
      record: record, attribute: reader.requiredText("attribute"),
      stance: reader.requiredCode("stance", in: "claim_stance"),
      source: source(reader, among: sources) ?? "", place: reader.value)
    if claim.source.isEmpty { reader.refuse(nil, "cites no source") }
    claim.value = reader.scalar("value")
    let amount = reader.amount(currency: nil) { _ in nil }.columns
    if amount.hasFigure || reader.isVerbatim { claim.amount = amount }
    claim.original = reader.text("original")
    claim.language = reader.text("language")
    claim.period = period(reader)
    claim.isVerbatim = reader.isVerbatim
    if claim.isVerbatim {
      claim.key = reader.key("key")
      claim.disputedClaim = reader.key("disputed_claim")
      // Also of what is no amount: "about 12.5".
      claim.amount.qualifier = reader.code("qualifier", in: "qualifier")
      claim.amount.measureIsDerived =
        reader.isDerived("measure_is_derived") ?? (amount.hasFigure ? false : nil)
    }
    claim.assertedBy = reader.named("asserted_by")
    claim.reportedBy = reader.named("reported_by")
    claim.reason = reader.text("reason")
    claim.disputes = reader.key("disputes")
    claim.disputeKind = reader.code("dispute_kind", in: "dispute_kind")
    claim.locator = reader.text("locator")
    if claim.stance == "rejected", claim.reason == nil {
      reader.refuse(nil, "is rejected, but 'reason' is missing")
    }
    claims.append(claim)
  }

  /// `as_of`, or `period_start` to `period_end`.
  private func period(_ reader: ObjectReader) -> DayPair {
    let day = reader.days("as_of")
    var period = DayPair()
    period.on = reader.days("period_start").on ?? day.on
    period.until = reader.days("period_end").until ?? day.until
    if (period.on == nil) != (period.until == nil) {
      reader.refuse(nil, "needs both period_start and period_end")
      return DayPair()
    }
    return period
  }

  /// Sources after the first support the record without a value of their own.
  func supportingClaims(
    _ sources: [String], on key: String, table: String, at place: JSONValue
  ) {
    for source in Set(sources.dropFirst()).sorted() where source != sources.first {
      claims.append(
        PendingClaim(
          record: key, attribute: "record", stance: "supports", source: source, place: place))
    }
  }
}
