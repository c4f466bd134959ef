import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// The events inside the document of what they happened to.
  func mapEvents(
    _ reader: ObjectReader, sources: [String], _ subject: (inout Event) -> Void
  ) {
    for reader in reader.objects("events") {
      var event = Event(key: "")
      subject(&event)
      fill(&event, reader, sources: sources)
      reader.finish()
      add(event, at: reader.value)
    }
  }

  /// An event document of its own.
  func mapEvent(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    var event = Event(key: "")
    event.deal = neededKey("deal", of: "deal", reader)
    event.tranche = neededKey("tranche", of: "tranche", reader)
    event.contract = neededKey("contract", of: "contract", reader)
    let subjects = [event.deal, event.tranche, event.contract].compactMap { $0 }
    if subjects.count != 1 {
      reader.refuse(nil, "must be about one deal, one tranche or one contract")
    }
    fill(&event, reader, sources: sources)
    reader.finish()
    add(event, at: reader.value)
  }

  /// The key of a record of a table, which the input or the ledger must have.
  func neededKey(_ name: String, of table: String, _ reader: ObjectReader) -> String? {
    guard let key = reader.key(name), let place = reader.member(name) else { return nil }
    needed.append(Needed(tables: [table], key: key, place: place))
    return key
  }

  private func fill(_ event: inout Event, _ reader: ObjectReader, sources: [String]) {
    event.kind = reader.requiredCode("event", in: "event_kind")
    event.occurred = reader.days("on")
    event.evidence = reader.code("evidence", in: "evidence")
    event.binding = reader.code("binding", in: "binding")
    event.funding = reader.code("funding", in: "funding")
    event.fundingIsDerived = reader.isDerived("funding_is_derived")
    let amount = reader.amount(currency: nil) { _ in nil }.columns
    if amount.hasFigure || reader.isVerbatim { event.amount = amount }
    event.amount.measureIsDerived = nil
    event.matures = reader.days("matures")
    event.notes = reader.text("notes")
    event.origin = Origin(
      source: source(reader, among: sources), locator: reader.text("locator"))
    let record = event.deal ?? event.tranche ?? event.contract ?? ""
    let day = event.occurred.on.map { "/\($0)" } ?? "/undated"
    event.key = reader.key("key") ?? "\(record)/event/\(event.kind)\(day)"
    if event.kind == "drawn", event.funding == nil, amount.hasFigure, !reader.isVerbatim {
      drawsToSettle.append(event.key)
    }
  }

  /// The source a part of a document names by its place in the list, else the first.
  func source(_ reader: ObjectReader, among sources: [String]) -> String? {
    guard let place = reader.member("source") else { return sources.first }
    if place.string != nil {
      guard let key = reader.key("source") else { return nil }
      needed.append(Needed(tables: ["source"], key: key, place: place))
      return key
    }
    guard let index = reader.index("source") else { return sources.first }
    guard sources.indices.contains(index) else {
      reader.refuse(place, "there is no source \(index)", hint: "sources are counted from 0")
      return nil
    }
    return sources[index]
  }

  /// Links inside the document of the record they start from.
  func mapLinks(_ reader: ObjectReader, from key: String, table: String, sources: [String]) {
    for link in reader.objects("links") {
      fillLink(link, from: key, table: table, sources: sources)
      link.finish()
    }
  }

  /// A link document of its own.
  func mapLink(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    let from = reader.requiredKey("from")
    if let place = reader.member("from") {
      needed.append(Needed(tables: ["deal", "contract"], key: from, place: place))
    }
    fillLink(reader, from: from, table: nil, sources: sources)
    reader.finish()
  }

  private func fillLink(
    _ reader: ObjectReader, from: String, table: String?, sources: [String]
  ) {
    let kind = reader.requiredCode("link", in: "deal_link_kind")
    let to = reader.requiredKey("to")
    if let place = reader.member("to") {
      needed.append(Needed(tables: ["deal", "contract"], key: to, place: place))
    }
    let reason = reader.text("reason")
    let key = reader.key("key")
    let origin = Origin(source: source(reader, among: sources), locator: reader.text("locator"))
    guard !from.isEmpty, !to.isEmpty, !kind.isEmpty else { return }
    links.append(
      PendingLink(
        key: key, kind: kind, from: from, fromTable: table, to: to, reason: reason, origin: origin,
        place: reader.value))
  }

  /// An accounting treatment document.
  func mapTreatment(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    let origin = Origin(source: sources.first, locator: reader.text("locator"))
    let deal = reader.requiredKey("deal")
    if let place = reader.member("deal") {
      needed.append(Needed(tables: ["deal"], key: deal, place: place))
    }
    let holder = requiredParty("party", reader, context: deal, origin: origin)
    let given = reader.key("key")
    let exposure = reader.amount(currency: nil) { _ in "maximum_loss" }.columns
    let (standard, notes) = (reader.text("standard"), reader.text("notes"))
    let treatment =
      reader.text("treatment").flatMap { reader.known($0, in: "accounting_treatment") }
      ?? reader.requiredCode("treatment", in: "treatment")
    addTreatment(treatment, of: deal, party: holder, origin: origin, at: reader.value) {
      if let given { $0.key = given }
      if exposure.hasFigure || reader.isVerbatim { $0.maximumExposure = exposure }
      $0.maximumExposure.measureIsDerived = nil
      ($0.standard, $0.notes) = (standard, notes)
    }
    reader.finish()
  }

  /// An exchange rate document.
  func mapRate(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    let days = reader.days("on")
    guard let currency = reader.currencyCode(), let rate = reader.decimal("rate") else {
      reader.refuse(nil, "needs 'currency', 'on' and 'rate', units of the currency for one euro")
      return
    }
    guard !rate.isNegative, rate != .zero else {
      reader.refuse(reader.member("rate"), "must be more than zero")
      return
    }
    guard let day = days.on, days.on == days.until else {
      reader.refuse(reader.member("on"), "must be one day")
      return
    }
    rates.append(
      StatedRate(
        currency: currency, day: day, unitsPerEuro: rate.approximate, source: sources.first ?? ""))
    reader.finish()
  }
}

/// A published exchange rate.
struct StatedRate {
  let currency: String
  let day: Day
  let unitsPerEuro: Double
  let source: String
}

/// A link whose ends are looked up once every record is known.
struct PendingLink {
  /// The key the document gives it.
  let key: String?
  let kind: String
  let from: String
  let fromTable: String?
  let to: String
  let reason: String?
  let origin: Origin
  let place: JSONValue
}
