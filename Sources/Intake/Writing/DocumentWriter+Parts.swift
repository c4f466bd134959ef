import Ledger
import SQLite

extension DocumentWriter {
  /// Reads every selected part and keeps it with what it belongs to.
  mutating func gatherParts(of database: borrowing some Database & ~Copyable) throws {
    let (forms, references) = (forms, references)
    try gather(
      Participation.self, "participants", of: database, telling: ("party", "participant")
    ) { record, isNew in
      (
        Self.owner(deal: record.deal, tranche: record.tranche), references.value(record.party),
        forms.participation.of(record, isNew: isNew, references)
      )
    }
    try gather(RatingAction.self, "ratings", of: database, telling: ("agency", "agency")) {
      record, isNew in
      (
        Self.owner(deal: record.deal, tranche: record.tranche, else: "party", record.party),
        .text(record.agency), forms.rating.of(record, isNew: isNew, references)
      )
    }
    try gather(Event.self, "events", of: database, telling: ("event", "event")) { record, isNew in
      (
        Self.owner(deal: record.deal, tranche: record.tranche, contract: record.contract),
        .text(record.kind), forms.event.of(record, isNew: isNew, references)
      )
    }
    try gatherTerms(of: database)
    try gather(DealLink.self, "links", of: database, telling: ("link", "link"), on: "from") {
      record, isNew in
      var members = DocumentObject()
      members.add("to", text: record.toDeal ?? record.toContract)
      members.add(all: forms.link.of(record, isNew: isNew, references))
      return (
        Self.owner(deal: record.fromDeal, contract: record.fromContract), .text(record.kind),
        members
      )
    }
  }

  /// Terms, repayments, pledges and milestones.
  private mutating func gatherTerms(of database: borrowing some Database & ~Copyable) throws {
    let (forms, references) = (forms, references)
    try gather(Term.self, "terms", of: database, telling: ("kind", "term"), on: "on") {
      record, isNew in
      (
        Self.owner(deal: record.deal, tranche: record.tranche, contract: record.contract),
        .text(record.kind), forms.term.of(record, isNew: isNew, references)
      )
    }
    try gather(
      RepaymentRecord.self, "repayments", of: database, telling: ("basis", "repayment"), on: "on"
    ) { record, isNew in
      (
        Self.owner(deal: record.deal, tranche: record.tranche), .text(record.basis),
        forms.repayment.of(record, isNew: isNew, references)
      )
    }
    try gather(Pledge.self, "pledges", of: database, telling: ("kind", "pledge"), on: "on") {
      record, isNew in
      (
        Self.owner(deal: record.deal, tranche: record.tranche), .text(record.kind),
        forms.pledge.of(record, isNew: isNew, references)
      )
    }
    try gather(
      Milestone.self, "milestones", of: database, telling: ("kind", "milestone"), on: "on"
    ) { record, isNew in
      (
        Self.owner(deal: record.deal, contract: record.contract), .text(record.kind),
        forms.milestone.of(record, isNew: isNew, references)
      )
    }
  }

  /// The record that a part belongs to.
  private static func owner(
    deal: String?, tranche: String? = nil, contract: String? = nil, else table: String = "",
    _ key: String = ""
  ) -> PartOwnerKey {
    if let tranche { return PartOwnerKey(Tranche.table, tranche) }
    if let deal { return PartOwnerKey(Deal.table, deal) }
    if let contract { return PartOwnerKey(Contract.table, contract) }
    return PartOwnerKey(table, key)
  }

  /// Reads the selected parts of a kind.
  ///
  /// - Parameters:
  ///   - name: what a document of its own calls the record the part belongs to; by default the
  ///     kind of that record.
  ///   - form: what the part belongs to, its kind or party, and what else it says.
  private mutating func gather<Part: Record>(
    _ type: Part.Type, _ list: String, of database: borrowing some Database & ~Copyable,
    telling: (inside: String, alone: String), on name: String? = nil,
    _ form: (Part, _ isNew: Bool) -> (PartOwnerKey, DocumentValue, DocumentObject)
  ) throws {
    var found: [(Part, Bool)] = []
    try Repository<Part>().forEach(in: selection, of: database) { _, isNew, part in
      found.append((part, isNew))
    }
    for (part, isNew) in found {
      let (owner, told, members) = form(part, isNew)
      parts[owner, default: []].append(
        DocumentPart(
          list: list, telling: telling, told: told, members: members, table: Part.table,
          key: key(of: part, isNew: isNew, in: owner.key), origin: part.origin,
          ownerName: name ?? owner.table))
    }
  }

  /// The parts of records that are not written themselves, and the claims nobody took.
  mutating func writeLeftParts() throws {
    let left = parts
    parts = [:]
    for (owner, parts) in left.sorted(by: {
      ($0.key.table, $0.key.key) < ($1.key.table, $1.key.key)
    }
    ) {
      for part in parts {
        // A rating of a party names it already.
        let isOfParty = owner.table == Party.table
        try write(isOfParty ? part.alone : part.alone(on: owner.key), among: part.list)
      }
    }
    let claims = claims
    self.claims = [:]
    for (_, claims) in claims.sorted(by: { ($0.key.table, $0.key.key) < ($1.key.table, $1.key.key) }
    ) {
      for claim in claims { try write(Self.alone(claim), among: "claims") }
    }
  }
}

extension DocumentPart {
  /// As a document of its own that tells by itself what it belongs to.
  var alone: DocumentObject {
    var object = DocumentObject()
    object.add(telling.alone, told)
    object.add("key", text: key)
    object.add(all: members)
    return object.closed(by: origin)
  }
}
