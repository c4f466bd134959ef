import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// The terms, repayments, pledges and milestones inside a deal's document.
  func mapParts(_ reader: ObjectReader, of context: DealContext) {
    let owner = PartOwner(
      table: Deal.table, key: context.key, currency: context.currency, sources: context.sources,
      origin: context.origin)
    mapList(.terms, reader, of: owner)
    mapList(.repayments, reader, of: owner)
    mapList(.pledges, reader, of: owner)
    mapList(.milestones, reader, of: owner)
  }

  /// The terms, repayments and pledges of a tranche.
  func mapParts(_ reader: ObjectReader, of tranche: Tranche, in context: DealContext) {
    let owner = PartOwner(
      table: Tranche.table, key: tranche.key,
      currency: tranche.amount.currency ?? context.currency, sources: context.sources,
      origin: tranche.origin)
    mapList(.terms, reader, of: owner)
    mapList(.repayments, reader, of: owner)
    mapList(.pledges, reader, of: owner)
  }

  /// The terms and milestones of a contract.
  func mapParts(_ reader: ObjectReader, of contract: Contract, sources: [String]) {
    let owner = PartOwner(
      table: Contract.table, key: contract.key, currency: nil, sources: sources,
      origin: contract.origin)
    mapList(.terms, reader, of: owner)
    mapList(.milestones, reader, of: owner)
  }

  private func mapList<Part>(
    _ form: PartForm<Part>, _ reader: ObjectReader, of owner: PartOwner
  ) {
    for (index, object) in reader.objects(form.list).enumerated() {
      let given = object.key("key")
      var part = Part(key: given ?? placed("\(owner.key)/\(form.name)/\(index + 1)"))
      part.belong(to: owner.key, in: owner.table)
      part.origin = origin(object, among: owner.sources, within: owner.origin)
      let stated = form.fill(
        self,
        PartReader(
          object: object, kindName: form.kind, currency: owner.currency,
          number: given == nil ? index + 1 : nil, origin: part.origin, context: owner.key),
        &part)
      object.finish()
      add(part, at: object.value)
      claimBeside(stated, of: part.key, origin: part.origin, at: object.value)
    }
  }

  /// A part in a document of its own.
  func mapPart<Part>(_ form: PartForm<Part>, _ reader: ObjectReader) {
    let sources = citedSources(reader)
    let owner = reader.requiredKey("on")
    let given = reader.key("key")
    var part = Part(key: "")
    part.origin = Origin(source: sources.first, locator: reader.text("locator"))
    let stated = form.fill(
      self,
      PartReader(
        object: reader, kindName: form.name, currency: nil, number: nil, origin: part.origin,
        context: owner),
      &part)
    reader.finish()
    part.key =
      given ?? RecordKey.normalised("\(owner)/\(form.name)/\(form.tail(part))")
    let tables = [Deal.table, Tranche.table, Contract.table].filter { Part.owners[$0] != nil }
    parts.append(
      PendingPart(owner: owner, tables: tables, place: reader) { [part, unowned self] table in
        var part = part
        part.belong(to: owner, in: table)
        add(part, at: reader.value)
        claimBeside(stated, of: part.key, origin: part.origin, at: reader.value)
        supportingClaims(sources, on: part.key, table: Part.table, at: reader.value)
      })
  }
}
