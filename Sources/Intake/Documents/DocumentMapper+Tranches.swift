import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A tranche of a deal.
  func mapTranche(_ reader: ObjectReader, number: Int, of context: DealContext) {
    let key = reader.key("key") ?? placed("\(context.key)/t\(number)")
    var tranche = Tranche(key: key)
    tranche.deal = context.key
    tranche.name = reader.requiredText("name")
    tranche.instrument = reader.code("instrument", in: "instrument") ?? context.kind
    tranche.market = reader.code("market", in: "market")
    tranche.privateLabel = privateLabel(reader)
    tranche.isRemainder = reader.isVerbatim ? reader.flag("is_remainder") ?? false : false
    tranche.seniority = reader.code("seniority", in: "seniority")
    tranche.secured = reader.flag("secured")
    let instrument = tranche.instrument
    let stated = reader.amount(currency: context.currency) {
      context.measure(of: instrument, qualifier: $0)
    }
    tranche.amount = stated.columns
    mapPricing(reader, &tranche, key: key, of: context)
    tranche.matures = mapDate("matures_on", reader, record: key, of: context)
    tranche.statedTenorYears = reader.number("tenor_years")
    tranche.firstCall = reader.days("first_call_on")
    tranche.joins = neededKey("joins", of: "tranche", reader)
    tranche.amortisation = reader.code("amortisation", in: "amortisation")
    (tranche.counted, tranche.notCountedBecause) = counted(reader)
    tranche.countedIsDerived = countedIsDerived(reader, tranche.counted)
    tranche.notes = reader.text("notes")
    tranche.origin = origin(reader, among: context.sources, within: context.origin)
    add(tranche, at: reader.value)
    claimBeside(stated, of: key, origin: tranche.origin, at: reader.value)

    mapIdentifiers(reader, of: tranche, sources: context.sources)
    mapTrancheDates(reader, of: tranche)
    for (number, participant) in reader.objects("participants").enumerated() {
      mapParticipant(participant, key: "\(key)/p\(number + 1)", of: context) {
        $0.tranche = key
      }
    }
    for rating in reader.objects("ratings") {
      mapNestedRating(rating, of: context, deal: nil, tranche: key)
    }
    mapEvents(reader, sources: context.sources) { $0.tranche = key }
    mapParts(reader, of: tranche, in: context)
    reader.finish()
  }

  private func mapPricing(
    _ reader: ObjectReader, _ tranche: inout Tranche, key: String, of context: DealContext
  ) {
    tranche.rateType = reader.code("rate_type", in: "rate_type")
    tranche.couponPercent = reader.number("coupon_pct")
    tranche.spreadBasisPoints = reader.number("spread_bps")
    tranche.spreadHighBasisPoints = reader.number("spread_bps_high")
    tranche.floorPercent = reader.number("floor_pct")
    tranche.issuePricePercent = reader.number("issue_price_pct")
    tranche.yieldPercent = reader.number("yield_pct")
    guard let text = reader.text("benchmark"), let place = reader.member("benchmark") else {
      return
    }
    if let code = reader.known(text, in: "benchmark") {
      tranche.benchmark = code
      return
    }
    // A benchmark in other words keeps them as a claim beside the code that comes nearest.
    let lower = text.lowercased()
    tranche.benchmark = lower.hasPrefix("fed funds") ? "fed_funds" : "reference_rate"
    var claim = PendingClaim(
      record: key, attribute: "benchmark", stance: "preferred",
      source: context.origin.source ?? "", place: place)
    claim.value = tranche.benchmark
    claim.original = text
    claims.append(claim)
  }

  /// A date of a record; one that is no plain day keeps its spelling as a claim.
  private func mapDate(
    _ name: String, _ reader: ObjectReader, record: String, of context: DealContext
  ) -> DayPair {
    let days = reader.days(name)
    guard days.on != days.until, !reader.isVerbatim, let text = reader.text(name),
      let place = reader.member(name)
    else { return days }
    var claim = PendingClaim(
      record: record, attribute: name, stance: "preferred",
      source: context.origin.source ?? "", place: place)
    claim.value = text
    claim.isImplied = true
    claims.append(claim)
    return days
  }

  private func mapIdentifiers(
    _ reader: ObjectReader, of tranche: Tranche, sources: [String]
  ) {
    for identifier in reader.objects("identifiers") {
      let code = identifier.requiredCode("scheme", in: "identifier_scheme")
      var record = InstrumentIdentifier(key: "")
      record.tranche = tranche.key
      record.scheme = code
      record.origin = origin(identifier, among: sources, within: tranche.origin)
      if let scheme = IdentifierScheme(rawValue: code), Self.ofInstruments.contains(scheme) {
        record.value = identifier.identifier("value", scheme: scheme) ?? ""
      } else if !code.isEmpty {
        identifier.refuse(identifier.member("scheme"), "'\(code)' is none of a tranche")
      }
      record.key =
        identifier.key("key")
        ?? RecordKey.normalised("\(tranche.key)/\(code)/\(record.value)")
      if !identifier.has("value") { identifier.refuse(nil, "lacks 'value'") }
      identifier.finish()
      add(record, at: identifier.value)
    }
    for scheme in [IdentifierScheme.isin, .cusip] {
      let name = scheme.rawValue
      guard let value = reader.identifier(name, scheme: scheme),
        let place = reader.member(name)
      else { continue }
      var record = InstrumentIdentifier(
        key: RecordKey.normalised("\(tranche.key)/\(name)/\(value)"))
      record.tranche = tranche.key
      record.scheme = name
      record.value = value
      record.origin = tranche.origin
      add(record, at: place)
    }
  }

  private static let ofInstruments: Set<IdentifierScheme> = [.isin, .cusip, .figi]

  /// Days of pricing and settlement that are the tranche's own.
  private func mapTrancheDates(_ reader: ObjectReader, of tranche: Tranche) {
    for (name, kind) in [("priced_on", "priced"), ("settled_on", "closed")] {
      let days = reader.days(name)
      guard days.on != nil else { continue }
      var event = Event(key: "\(tranche.key)/event/\(kind)")
      event.tranche = tranche.key
      event.kind = kind
      event.occurred = days
      event.origin = tranche.origin
      add(event, at: reader.value)
    }
  }
}
