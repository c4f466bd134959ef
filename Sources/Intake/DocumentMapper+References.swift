import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// The key of the party a member names: by a name, or as `{"key": …}` where a name could mean
  /// another; nil where nothing is said.
  func party(
    _ name: String, _ reader: ObjectReader, context: String, origin: Origin
  ) -> String? {
    guard let place = reader.member(name) else { return nil }
    if let text = place.string {
      return text.contains { !$0.isWhitespace }
        ? party(text, at: place, context: context, origin: origin) : nil
    }
    return party(at: place, context: context, origin: origin)
  }

  /// The same where it must be named; empty where it is not.
  func requiredParty(
    _ name: String, _ reader: ObjectReader, context: String, origin: Origin
  ) -> String {
    let key = party(name, reader, context: context, origin: origin)
    if key == nil { reader.refuse(nil, "lacks '\(name)'") }
    return key ?? ""
  }

  /// The key of the party that a value names.
  func party(at place: JSONValue, context: String, origin: Origin) -> String {
    if let text = place.string {
      if !text.contains(where: { !$0.isWhitespace }) {
        problems.add(place.located("names no party"))
      }
      return party(text, at: place, context: context, origin: origin)
    }
    guard place.members != nil else {
      problems.add(
        place.located(
          "must be a party, not \(place.kind)", hint: "its name, or {\"key\": …} for its key"))
      return ""
    }
    let reader = reader(place)
    let key = reader.requiredKey("key")
    reader.finish()
    guard !key.isEmpty, !parties.hasParty(key) else { return key }
    problems.add(missing("party", key, at: place))
    return ""
  }

  /// Where a part of a document says it comes from: its own source and place, else those of what it
  /// belongs to. A place in one source is none in another.
  func origin(_ reader: ObjectReader, among sources: [String], within whole: Origin) -> Origin {
    let isOwn = reader.has("source") || reader.isVerbatim
    let stated = reader.has("source") ? source(reader, among: sources) : nil
    return Origin(
      source: isOwn ? stated : whole.source,
      locator: reader.text("locator") ?? (isOwn ? nil : whole.locator))
  }
}
