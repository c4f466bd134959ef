import Ledger
import SQLite

extension DocumentWriter {
  /// Deals with their tranches. Of a deal with only tranches selected the head is written too,
  /// since no tranche stands alone.
  mutating func writeDeals(of database: borrowing some Database & ~Copyable) throws {
    var tranches = try tranches(of: database)
    var deals: [(Deal, Bool)] = []
    try Repository<Deal>().forEach(in: selection, of: database) { _, isNew, deal in
      deals.append((deal, isNew))
    }
    for (deal, isNew) in deals {
      try write(deal, isNew: isNew, with: tranches.removeValue(forKey: deal.key) ?? [])
    }
    for (key, left) in tranches.sorted(by: { $0.key < $1.key }) {
      guard let deal = try DealRepository().find(key, in: database) else { continue }
      try write(deal, isNew: false, with: left)
    }
  }

  private mutating func write(
    _ deal: Deal, isNew: Bool, with tranches: [(key: String, members: DocumentObject)]
  ) throws {
    let head = PartOwnerKey(Deal.table, deal.key)
    var document = DocumentObject()
    document.add("key", text: deal.key)
    document.add(all: forms.deal.of(deal, isNew: isNew, references))
    var claims: [DocumentPart] = []
    var elements: [DocumentValue] = []
    for tranche in tranches {
      var object = tranche.members
      var own: [DocumentPart] = []
      take(
        of: PartOwnerKey(Tranche.table, tranche.key), into: &object, claims: &own)
      claims += own
      elements.append(.object(object))
    }
    document.add("tranches", list: elements)
    var own: [DocumentPart] = []
    take(of: head, into: &document, claims: &own)
    document.add("claims", list: inside(own + claims, of: head))
    try write(document.closed(by: deal.origin), among: "deals")
  }

  /// The selected tranches with their identifiers, by deal.
  private func tranches(
    of database: borrowing some Database & ~Copyable
  ) throws -> [String: [(key: String, members: DocumentObject)]] {
    var identifiers = try identifiers(of: database)
    var found: [String: [(key: String, members: DocumentObject)]] = [:]
    func add(_ tranche: Tranche, isNew: Bool) {
      var members = DocumentObject()
      members.add("key", text: tranche.key)
      members.add(all: forms.tranche.of(tranche, isNew: isNew, references))
      members.add("source", text: tranche.origin.source)
      members.add("locator", text: tranche.origin.locator)
      members.add("identifiers", list: identifiers.removeValue(forKey: tranche.key))
      found[tranche.deal, default: []].append((tranche.key, members))
    }
    try Repository<Tranche>().forEach(in: selection, of: database) { _, isNew, tranche in
      add(tranche, isNew: isNew)
    }
    for key in identifiers.keys.sorted() {
      if let tranche = try TrancheRepository().find(key, in: database) {
        add(tranche, isNew: false)
      }
    }
    return found
  }

  /// The selected identifiers, by tranche.
  private func identifiers(
    of database: borrowing some Database & ~Copyable
  ) throws -> [String: [DocumentValue]] {
    var found: [String: [DocumentValue]] = [:]
    try Repository<InstrumentIdentifier>().forEach(in: selection, of: database) {
      _, isNew, identifier in
      var object = DocumentObject()
      object.add("key", text: identifier.key)
      object.add(all: forms.identifier.of(identifier, isNew: isNew, references))
      object.add("source", text: identifier.origin.source)
      object.add("locator", text: identifier.origin.locator)
      found[identifier.tranche, default: []].append(.object(object))
    }
    return found
  }
}
