import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A contract with its legs, events, links and claims.
  func mapContract(_ reader: ObjectReader) {
    let key = reader.requiredKey("key")
    let sources = citedSources(reader)
    var contract = Contract(key: key)
    contract.name = reader.requiredText("name")
    contract.kind = reader.requiredCode("kind", in: "contract_kind")
    contract.starts = reader.days("starts_on")
    contract.ends = reader.days("ends_on")
    contract.years = reader.number("term_years")
    contract.capacityMegawatts = reader.number("capacity_mw")
    contract.takeOrPay = reader.text("take_or_pay")
    (contract.cancellable, contract.cancellableTerms) = cancellable(reader)
    (contract.counted, contract.notCountedBecause) = counted(reader)
    contract.countedIsDerived = countedIsDerived(reader, contract.counted)
    contract.notes = reader.text("notes")
    contract.origin = Origin(source: sources.first, locator: reader.text("locator"))
    add(contract, at: reader.value)

    let status = status(
      reader, kind: contract.kind, hasClosed: false, onRecord: statuses[Contract.table, key])
    mapLegs(reader, of: contract, status: status, sources: sources)
    mapContractEvents(reader, of: contract, status: status, sources: sources)
    mapParts(reader, of: contract, sources: sources)
    mapLinks(reader, from: key, table: Contract.table, sources: sources)
    mapClaims(reader, on: key, sources: sources)
    supportingClaims(sources, on: key, table: Contract.table, at: reader.value)
    reader.finish()
  }

  /// "yes, if …" and "no": the answer, and the words where there are more. Other words are kept and
  /// answer nothing.
  private func cancellable(_ reader: ObjectReader) -> (Bool?, String?) {
    if reader.has("cancellable_terms") {
      return (reader.flag("cancellable"), reader.text("cancellable_terms"))
    }
    if let flag = reader.member("cancellable")?.boolean { return (flag, nil) }
    guard let text = reader.text("cancellable") else { return (nil, nil) }
    let words = text.lowercased().split { !$0.isLetter }
    switch words.first {
    case "yes": return (true, words.count > 1 ? text : nil)
    case "no": return (false, words.count > 1 ? text : nil)
    default: return (nil, text)
    }
  }

  private func mapLegs(
    _ reader: ObjectReader, of contract: Contract, status: StatusEvents.Status,
    sources: [String]
  ) {
    let readers = reader.objects("legs")
    if readers.isEmpty, !reader.isVerbatim {
      reader.refuse(reader.member("legs"), "a contract needs a leg")
    }
    var legs: [ContractLeg] = []
    for (index, leg) in readers.enumerated() {
      legs.append(
        mapLeg(leg, number: index + 1, of: contract, status: status, sources: sources))
    }
    if !reader.isVerbatim { LegPurposes.derive(&legs, kind: contract.kind) }
    for (leg, place) in zip(legs, readers) { add(leg, at: place.value) }
  }

  private func mapLeg(
    _ reader: ObjectReader, number: Int, of contract: Contract, status: StatusEvents.Status,
    sources: [String]
  ) -> ContractLeg {
    var leg = ContractLeg(key: reader.key("key") ?? placed("\(contract.key)/l\(number)"))
    leg.contract = contract.key
    leg.origin = origin(reader, among: sources, within: contract.origin)
    leg.payer = requiredParty("from", reader, context: contract.key, origin: leg.origin)
    leg.payee = requiredParty("to", reader, context: contract.key, origin: leg.origin)
    leg.what = reader.requiredCode("what", in: "leg_what")
    leg.purpose = reader.code("purpose", in: "leg_purpose")
    leg.purposeIsDerived = reader.isDerived("purpose_is_derived")
    leg.quantity = reader.number("quantity")
    leg.unit = reader.text("unit")
    leg.amountPeriod = reader.code("amount_period", in: "amount_period")
    // "per month" as a unit of money says when the amount falls due.
    if leg.amountPeriod == nil, leg.quantity == nil, !reader.isVerbatim, let unit = leg.unit {
      leg.amountPeriod =
        unit.hasPrefix("per month") ? "month" : unit.hasPrefix("per year") ? "year" : nil
    }
    let hasAmount = reader.has("amount") || reader.has("amount_low")
    leg.quantityQualifier = reader.code("quantity_qualifier", in: "qualifier")
    if !hasAmount, !reader.isVerbatim, let qualifier = reader.code("qualifier", in: "qualifier"),
      qualifier != "undisclosed"
    {
      leg.quantityQualifier = leg.quantity == nil ? nil : leg.quantityQualifier ?? qualifier
    }
    let what = leg.what
    let stated = reader.amount(currency: nil) { qualifier in
      MeasureRules.ofLeg(
        what: what, contractKind: contract.kind, qualifier: qualifier,
        evidence: status.evidence, binding: status.binding, funding: status.funding)
    }
    leg.amount = stated.columns
    claimBeside(stated, of: leg.key, origin: leg.origin, at: reader.value)
    leg.notes = reader.text("notes")
    reader.finish()
    return leg
  }
}
