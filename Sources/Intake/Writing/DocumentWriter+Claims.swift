import Finance
import Ledger
import SQLite

extension DocumentWriter {
  /// Reads every selected claim and keeps it with the record it is about.
  mutating func gatherClaims(of database: borrowing some Database & ~Copyable) throws {
    let (forms, references, madeKeys) = (forms, references, madeKeys)
    var found: [DocumentPart] = []
    try Repository<Claim>().forEach(in: selection, of: database) { _, isNew, claim in
      var members = DocumentObject()
      members.add("key", text: claim.key)
      // Of what is no amount a claim says whether its measure is derived, or nothing.
      members.add(
        all: forms.claim.of(claim, isNew: isNew && claim.amount.hasFigure, references))
      members.add("period_start", text: claim.period.on?.description)
      members.add("period_end", text: claim.period.until?.description)
      members.add("disputed_claim", text: claim.disputes)
      let subject = PartOwnerKey(claim.recordKind, claim.record)
      found.append(
        DocumentPart(
          list: "claims", telling: ("attribute", "attribute"), told: .text(claim.attribute),
          members: members, table: subject.table, key: madeKeys[subject] ?? subject.key,
          origin: claim.origin, ownerName: "on"))
    }
    for claim in found { claims[PartOwnerKey(claim.table, claim.key), default: []].append(claim) }
  }

  /// A claim as a document of its own.
  static func alone(_ claim: DocumentPart) -> DocumentObject {
    var object = DocumentObject()
    object.add("on", text: claim.key)
    object.add(claim.telling.alone, claim.told)
    object.add(all: claim.members)
    return object.closed(by: claim.origin)
  }
}
