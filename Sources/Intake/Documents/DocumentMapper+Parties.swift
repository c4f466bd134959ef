import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A party with its names and identifiers.
  func mapParty(_ reader: ObjectReader) {
    var party = Party(key: reader.requiredKey("key"))
    party.name = reader.requiredText("name")
    party.kind = reader.requiredCode("party_kind", in: "party_kind")
    party.country = reader.country("country")
    party.kindFrom = reader.days("kind_from")
    party.notes = reader.text("notes")
    let sources = reader.has("sources") ? citedSources(reader) : []
    party.origin = Origin(source: sources.first, locator: reader.text("locator"))
    add(party, at: reader.value)
    guard !party.key.isEmpty, !party.name.isEmpty else { return }

    let isShared = reader.flag("shares_name") ?? false
    if !isShared, let other = parties.known(party.name), other != party.key {
      reader.refuse(
        reader.member("name"), "'\(party.name)' is a name of the party '\(other)' already",
        hint: "use that key, or say \"shares_name\": true where they are two of one name")
    }
    parties.learn(party: party.key, name: party.name)
    if !reader.isVerbatim { addName(party.name, kind: nil, of: party, at: reader.value) }
    for identifier in reader.objects("identifiers") {
      var record = PartyIdentifier(key: "")
      record.party = party.key
      record.scheme = identifier.requiredCode("scheme", in: "identifier_scheme")
      record.value = identifier.scalar("value") ?? ""
      record.key =
        identifier.key("key")
        ?? RecordKey.normalised("\(party.key)/\(record.scheme)/\(record.value)")
      record.origin = origin(identifier, among: sources, within: party.origin)
      if record.value.isEmpty { identifier.refuse(nil, "lacks 'value'") }
      check(record, identifier)
      identifier.finish()
      add(record, at: identifier.value)
    }
  }

  /// Check digits must hold. An LEI only warns: real ones on record fail.
  private func check(_ record: PartyIdentifier, _ reader: ObjectReader) {
    guard let scheme = IdentifierScheme(rawValue: record.scheme), !record.value.isEmpty else {
      return
    }
    do {
      _ = try Identifier(record.value, scheme: scheme)
    } catch {
      if scheme == .lei {
        reader.warn(reader.member("value"), "\(error); kept as it is")
      } else {
        reader.refuse(reader.member("value"), "\(error)")
      }
    }
  }

  /// The names a party goes by, once each party has the one it is shown by.
  func mapPartyNames(_ reader: ObjectReader) {
    guard let key = reader.key("key"), let party = batch.find(Party.self, key) else { return }
    let sources = [party.origin.source].compactMap(\.self)
    for element in reader.list("names") {
      mapName(element, of: party, reader, sources: sources)
    }
  }

  private func mapName(
    _ element: JSONValue, of party: Party, _ whole: ObjectReader, sources: [String]
  ) {
    if let name = element.string {
      parties.learn(PartyName(name), key: party.key)
      addName(name, kind: nil, of: party, at: element)
      return
    }
    guard element.members != nil else {
      problems.add(element.located("must be a name, not \(element.kind)"))
      return
    }
    let reader = whole.inner(element)
    let name = reader.requiredText("name")
    if !name.isEmpty {
      parties.learn(PartyName(name), key: party.key)
      var record = PartyNameRecord(of: party, name)
      if let key = reader.key("key") { record.key = key }
      record.kind = reader.code("kind", in: "party_name_kind") ?? record.kind
      record.language = reader.text("language")
      record.fromDay = reader.days("from")
      record.beforeDay = reader.days("before")
      record.origin = origin(reader, among: sources, within: party.origin)
      batch.add(record, at: element)
    }
    reader.finish()
  }

  /// Parents, sponsors, brands and verdicts, once every party of the input is known.
  func mapPartyLinks(_ reader: ObjectReader) {
    let key = reader.key("key") ?? ""
    let origin = batch.find(Party.self, key)?.origin ?? Origin()
    for (name, kind) in [("parent", "subsidiary"), ("sponsor", "sponsor")] {
      guard let place = reader.named(name) else { continue }
      let other = party(at: place, context: key, origin: origin)
      guard !other.isEmpty, !key.isEmpty else { continue }
      if other == key {
        reader.refuse(place, "'\(place.string ?? key)' is the party itself")
        continue
      }
      var link = PartyLink(key: "\(key)/\(kind)/\(other)")
      link.from = key
      link.to = other
      link.kind = kind
      link.origin = origin
      add(link, at: place)
    }
    for element in reader.list("brand") {
      mapLink(element, of: key, origin) { other in
        var link = PartyLink(key: "\(key)/brand/\(other)")
        (link.from, link.to, link.kind) = (key, other, "brand")
        return link
      }
    }
    for (name, verdict) in Self.verdicts {
      for element in reader.list(name) {
        mapLink(element, of: key, origin) { PartyLink(verdict, key, $0) }
      }
    }
    for link in reader.objects("links") { mapStatedLink(link, of: key, origin) }
    reader.finish()
  }

  private static let verdicts: [(String, PartyVerdict)] = [
    ("same_as", .same), ("different_from", .different), ("unsure_of", .unsure),
  ]

  /// A link to a party that is given by its name, or with a reason and a place in the source.
  private func mapLink(
    _ element: JSONValue, of key: String, _ origin: Origin, _ made: (String) -> PartyLink
  ) {
    guard !key.isEmpty else { return }
    var origin = origin
    var reason: String?
    var place = element
    if element.members != nil, element["key"] == nil {
      let reader = reader(element)
      if reader.named("party") == nil { reader.refuse(nil, "lacks 'party'") }
      reason = reader.text("reason")
      if reader.has("sources") { origin.source = citedSources(reader).first }
      origin.locator = reader.text("locator")
      guard let named = reader.named("party") else { return }
      place = named
      reader.finish()
    }
    let other = party(at: place, context: key, origin: origin)
    guard !other.isEmpty else { return }
    guard other != key else {
      return problems.add(place.located("'\(place.string ?? key)' is the party itself"))
    }
    var link = made(other)
    link.reason = reason
    link.origin = origin
    // Both parties may say it: it is one verdict.
    if !batch.contains(table: PartyLink.table, link.key) { add(link, at: place) }
  }
}
