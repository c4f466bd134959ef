import Ledger
import SQLite

extension DocumentWriter {
  mutating func writeSources(of database: borrowing some Database & ~Copyable) throws {
    var documents: [DocumentObject] = []
    try Repository<Source>().forEach(in: selection, of: database) { _, isNew, source in
      var document = DocumentObject()
      document.add("key", text: source.key)
      document.add(all: forms.source.of(source, isNew: isNew, references))
      documents.append(document)
    }
    for document in documents { try write(document, among: "sources") }
  }

  /// Parties with their names, identifiers and links. Of a party with only such parts selected the
  /// head is written too.
  mutating func writeParties(of database: borrowing some Database & ~Copyable) throws {
    var parties: [(Party, Bool)] = []
    try Repository<Party>().forEach(in: selection, of: database) { _, isNew, party in
      parties.append((party, isNew))
    }
    var names = try inner(PartyNameRecord.self, forms.partyName, \.party, of: database)
    var identifiers = try inner(
      PartyIdentifier.self, forms.partyIdentifier, \.party, of: database)
    var links = try inner(PartyLink.self, forms.partyLink, \.from, of: database)
    let written = Set(parties.map(\.0.key))
    let others = Set(names.keys).union(identifiers.keys).union(links.keys).subtracting(written)
    for key in others.sorted() {
      if let party = try PartyRepository().find(key, in: database) {
        parties.append((party, false))
      }
    }
    for (party, isNew) in parties {
      var document = DocumentObject()
      document.add("key", text: party.key)
      document.add(all: forms.party.of(party, isNew: isNew, references))
      if references.sharesName(party) { document.add("shares_name", .truth(true)) }
      document.add("names", list: names.removeValue(forKey: party.key))
      document.add("identifiers", list: identifiers.removeValue(forKey: party.key))
      document.add("links", list: links.removeValue(forKey: party.key))
      try write(document.closed(by: party.origin), among: "parties")
    }
  }

  /// Records that stand inside the document of their party, by that party.
  private func inner<R: Record>(
    _ type: R.Type, _ form: RecordMembers<R>, _ owner: (R) -> String,
    of database: borrowing some Database & ~Copyable
  ) throws -> [String: [DocumentValue]] {
    var found: [String: [DocumentValue]] = [:]
    try Repository<R>().forEach(in: selection, of: database) { _, isNew, record in
      var object = DocumentObject()
      object.add("key", text: record.key)
      object.add(all: form.of(record, isNew: isNew, references))
      object.add("source", text: record.origin.source)
      object.add("locator", text: record.origin.locator)
      found[owner(record), default: []].append(.object(object))
    }
    return found
  }
}
