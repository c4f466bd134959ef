import Finance
import Tabular

/// What documents that were refused would have told, so that no other one rests on it.
struct RefusedDocuments {
  private var records: [String: SourcePosition] = [:]
  private var parties: [String: SourcePosition] = [:]

  /// Takes note of a record a refused document tells.
  mutating func add(record key: String, at place: SourcePosition) {
    if records[key] == nil { records[key] = place }
  }

  /// Takes note of a name of a party that a refused document tells.
  mutating func add(partyNamed name: String, at place: SourcePosition) {
    let key = PartyName(name).key
    if parties[key] == nil { parties[key] = place }
  }

  /// Where the document stands that would have told the record of a key.
  func place(of key: String) -> SourcePosition? { records[key] }

  /// Where the document stands that would have told of a party.
  func place(ofPartyNamed name: String) -> SourcePosition? {
    parties.isEmpty ? nil : parties[PartyName(name).key]
  }
}
