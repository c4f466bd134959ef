import Finance
import Ledger
import Tabular

/// What the parts of a deal's document need to know of the whole.
struct DealContext {
  let key: String
  let kind: String
  let issuer: String
  let currency: String?
  let status: StatusEvents.Status
  /// The keys of the sources the document cites.
  let sources: [String]
  let origin: Origin

  /// The measure of an amount in the deal, where the document gives none.
  func measure(of instrument: String, qualifier: String) -> String? {
    MeasureRules.ofTranche(
      instrument: instrument, qualifier: qualifier, evidence: status.evidence,
      binding: status.binding, funding: status.funding)
  }
}

extension DocumentMapper {
  /// A deal with its tranches, participants, ratings, events, links and claims.
  func mapDeal(_ reader: ObjectReader) {
    let key = reader.requiredKey("key")
    let sources = citedSources(reader)
    let origin = Origin(source: sources.first, locator: reader.text("locator"))
    var deal = Deal(key: key)
    // Of a deal on record only what is new must be said.
    let known = dealsOnRecord[key]
    let hint = known == nil ? "a deal that is not on record needs it" : nil
    deal.name = reader.text("name") ?? known?.name ?? reader.requiredText("name", hint: hint)
    deal.kind =
      reader.has("kind") || known == nil
      ? reader.requiredCode("kind", in: "deal_kind", hint: hint) : known?.kind ?? ""
    deal.issuer = requiredParty("issuer", reader, context: key, origin: origin)
    deal.country = reader.country("issuer_country")
    deal.market = reader.code("market", in: "market")
    deal.privateLabel = privateLabel(reader)
    deal.recourse = reader.code("recourse", in: "recourse")
    deal.useOfProceeds = reader.text("use_of_proceeds")
    deal.quote = reader.text("quote")
    (deal.counted, deal.notCountedBecause) = counted(reader)
    deal.countedIsDerived = countedIsDerived(reader, deal.counted)
    deal.notes = reader.text("notes")
    deal.origin = origin

    let status = status(
      reader, kind: deal.kind, hasClosed: reader.has("closed_on"),
      onRecord: statuses[Deal.table, key])
    unfunded.note(
      key, hasClosed: reader.has("closed_on"),
      binding: status.binding.flatMap { Binding(rawValue: $0) },
      funding: status.funding.flatMap { Funding(rawValue: $0) },
      isDerived: status.fundingIsDerived)
    let stated = reader.amount(currency: nil) { qualifier in
      MeasureRules.ofTranche(
        instrument: deal.kind, qualifier: qualifier, evidence: status.evidence,
        binding: status.binding, funding: status.funding)
    }
    deal.currency = stated.columns.currency
    add(deal, at: reader.value)

    let context = DealContext(
      key: key, kind: deal.kind, issuer: deal.issuer, currency: deal.currency, status: status,
      sources: sources, origin: origin)
    mapStatedAmount(stated, of: context, at: reader)
    mapDealEvents(reader, context)
    mapRoles(reader, context)
    mapBalanceSheet(reader, context)
    for (number, tranche) in reader.objects("tranches").enumerated() {
      mapTranche(tranche, number: number + 1, of: context)
    }
    for rating in reader.objects("ratings") {
      mapNestedRating(rating, of: context, deal: key, tranche: nil)
    }
    mapParts(reader, of: context)
    mapLinks(reader, from: key, table: Deal.table, sources: sources)
    mapClaims(reader, on: key, sources: sources)
    supportingClaims(sources, on: key, table: Deal.table, at: reader.value)
    reader.finish()
  }

  /// `yes` or `no`, also written true or false.
  func privateLabel(_ reader: ObjectReader) -> String? {
    guard let place = reader.member("private_label") else { return nil }
    if let flag = place.boolean { return flag ? "yes" : "no" }
    let text = reader.text("private_label")
    if text != "yes", text != "no" { reader.refuse(place, "must be yes or no") }
    return text
  }

  func counted(_ reader: ObjectReader) -> (Bool?, String?) {
    let counted = reader.flag("counted")
    let because = reader.text("not_counted_because")
    if counted == false, because == nil {
      reader.refuse(nil, "is not counted, but 'not_counted_because' is missing")
    }
    if counted != false, because != nil {
      reader.refuse(reader.member("not_counted_because"), "needs \"counted\": false beside it")
    }
    return (counted, because)
  }

  /// A document's own word is not derived, unless it repeats what links decided.
  func countedIsDerived(_ reader: ObjectReader, _ counted: Bool?) -> Bool? {
    counted.map { _ in reader.isDerived("counted_is_derived") ?? false }
  }

  /// The deal's own amount is a claim.
  private func mapStatedAmount(
    _ stated: StatedAmount, of context: DealContext, at reader: ObjectReader
  ) {
    guard stated.columns.hasFigure else { return }
    statedAmounts[context.key] = stated.columns
    var claim = PendingClaim(
      record: context.key, attribute: "amount", stance: "preferred",
      source: context.origin.source ?? "", place: reader.value)
    claim.amount = stated.columns
    claim.locator = context.origin.locator
    claim.isImplied = true
    claims.append(claim)
    claimBeside(stated, of: context.key, origin: context.origin, at: reader.value)
  }

  /// What an option could add to an amount, or the ends given beside it, are claims and never
  /// part of it.
  func claimBeside(
    _ stated: StatedAmount, of record: String, origin: Origin, at place: JSONValue
  ) {
    guard stated.ceiling != nil || stated.beside != nil else { return }
    var claim = PendingClaim(
      record: record, attribute: "amount", stance: "alternative", source: origin.source ?? "",
      place: place)
    claim.amount = stated.columns
    claim.locator = origin.locator
    if let ceiling = stated.ceiling {
      claim.amount.minor = ceiling
      claim.amount.qualifier = "up_to"
      claim.amount.measure = "ceiling"
      claim.amount.measureIsDerived = false
    } else if let beside = stated.beside {
      claim.amount.minor = nil
      claim.amount.lowMinor = beside.low
      claim.amount.highMinor = beside.high
      claim.amount.qualifier = "range"
    }
    claims.append(claim)
  }

  /// Sponsor, tenant, guarantors and participants, numbered in this order.
  private func mapRoles(_ reader: ObjectReader, _ context: DealContext) {
    var number = 0
    func add(_ role: String, at place: JSONValue) {
      number += 1
      var participation = Participation(key: "\(context.key)/p\(number)")
      participation.deal = context.key
      participation.party = party(at: place, context: context.key, origin: context.origin)
      participation.role = role
      participation.origin = context.origin
      self.add(participation, at: place)
    }
    for role in ["sponsor", "tenant"] {
      if let place = reader.named(role) { add(role, at: place) }
    }
    for place in reader.list("guarantors") { add("guarantor", at: place) }
    for participant in reader.objects("participants") {
      number += 1
      mapParticipant(participant, key: "\(context.key)/p\(number)", of: context) {
        $0.deal = context.key
      }
    }
  }

  func mapParticipant(
    _ reader: ObjectReader, key: String, of context: DealContext,
    _ place: (inout Participation) -> Void
  ) {
    let given = reader.key("key")
    var participation = Participation(key: given ?? key)
    if given != nil { namedKeys.insert(participation.key) }
    place(&participation)
    participation.origin = origin(reader, among: context.sources, within: context.origin)
    participation.party = requiredParty(
      "party", reader, context: context.key, origin: participation.origin)
    participation.role = reader.requiredCode("role", in: "participation_role")
    participation.sharePercent = reader.number("share_pct")
    let stated = reader.amount(currency: context.currency) {
      context.measure(of: context.kind, qualifier: $0)
    }
    participation.amount = stated.columns
    participation.notes = reader.text("notes")
    reader.finish()
    add(participation, at: reader.value)
    claimBeside(stated, of: participation.key, origin: participation.origin, at: reader.value)
  }

  /// `balance_sheet` is how the sponsor, else the tenant, else the issuer accounts for the deal.
  private func mapBalanceSheet(_ reader: ObjectReader, _ context: DealContext) {
    guard let treatment = reader.code("balance_sheet", in: "treatment") else { return }
    let holder = (reader.named("sponsor") ?? reader.named("tenant")).map {
      party(at: $0, context: context.key, origin: context.origin)
    }
    addTreatment(
      treatment, of: context.key, party: holder ?? context.issuer, origin: context.origin,
      at: reader.value)
  }

  func addTreatment(
    _ treatment: String, of deal: String, party: String, origin: Origin, at place: JSONValue,
    _ more: (inout AccountingTreatment) -> Void = { _ in }
  ) {
    var record = AccountingTreatment(key: "\(deal)/treatment/\(party)")
    record.deal = deal
    record.party = party
    record.treatment =
      ["on": "consolidated", "off": "not_consolidated"][treatment] ?? treatment
    record.origin = origin
    more(&record)
    add(record, at: place)
  }
}
