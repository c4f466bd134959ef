import Finance
import Ledger
import PublicData
import SQLite
import Tabular

/// GLEIF's level 2 data: who is consolidated by whom. Links are made between parties that are both
/// on record with their LEI.
enum RelationshipImport: PublishedReader {
  static let kind = (one: "relationship", many: "relationships")

  static func read(
    _ input: HashedSource, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws -> Int {
    let reader = try LegalEntityRelationshipReader(name: input.name, source: input.read)
    let directory = try PartySpellings(in: transaction)
    var (count, unknown) = (0, 0)
    var direct: Set<String> = []
    var ultimate: [(LegalEntityRelationship, PartyLink)] = []
    while let relationship = try reader.next() {
      count += 1
      if count.isMultiple(of: 1 << 10) { try pass.checkInterruption() }
      guard let kind = kinds[relationship.kind], relationship.isSound else { continue }
      guard let from = directory.party(withLEI: relationship.startLEI),
        let to = directory.party(withLEI: relationship.endLEI)
      else {
        unknown += 1
        continue
      }
      guard from != to else { continue }
      let link = link(kind, relationship, from, to)
      if relationship.kind == "IS_ULTIMATELY_CONSOLIDATED_BY" {
        ultimate.append((relationship, link))
        continue
      }
      direct.insert("\(from) \(kind)")
      try save(link, pass, in: transaction)
    }
    // Where a party between the two is on record the chain leads to the top by itself.
    for (_, link) in ultimate where !direct.contains("\(link.from) \(link.kind)") {
      try save(link, pass, in: transaction)
    }
    pass.refusals.add(reader.problems)
    if unknown > 0 {
      pass.notes.append(
        "\(unknown) of them \(unknown == 1 ? "is" : "are") of entities that are no party with an "
          + "LEI here"
      )
    }
    return count
  }

  /// The kinds of link by GLEIF's kinds of relationship; feeder funds are neither.
  private static let kinds = [
    "IS_DIRECTLY_CONSOLIDATED_BY": "subsidiary", "IS_ULTIMATELY_CONSOLIDATED_BY": "subsidiary",
    "IS_INTERNATIONAL_BRANCH_OF": "subsidiary", "IS_SUBFUND_OF": "subsidiary",
    "IS_FUND-MANAGED_BY": "sponsor",
  ]

  private static func link(
    _ kind: String, _ relationship: LegalEntityRelationship, _ from: String, _ to: String
  ) -> PartyLink {
    var link = PartyLink(key: "\(from)/\(kind)/\(to)")
    (link.from, link.to, link.kind) = (from, to, kind)
    (link.fromDay.on, link.fromDay.until) = (relationship.startsOn, relationship.startsOn)
    let gone = relationship.endsOn.flatMap { Day(daysSince1970: $0.number + 1) }
    (link.beforeDay.on, link.beforeDay.until) = (gone, gone)
    link.reason = reasons[relationship.kind]
    return link
  }

  private static let reasons = [
    "IS_DIRECTLY_CONSOLIDATED_BY": "directly consolidated",
    "IS_ULTIMATELY_CONSOLIDATED_BY": "consolidated in the end",
    "IS_INTERNATIONAL_BRANCH_OF": "branch", "IS_SUBFUND_OF": "sub-fund",
    "IS_FUND-MANAGED_BY": "manages the fund",
  ]

  private static func save(
    _ link: PartyLink, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws {
    var link = link
    link.origin = Origin(source: try pass.cite(LegalEntityImport.source, in: transaction))
    try pass.writer.save(link, fillingOnly: true, in: transaction)
  }
}

extension LegalEntityRelationship {
  /// Whether it holds or held: one that is inactive without a last day says neither.
  fileprivate var isSound: Bool {
    (status != "INACTIVE" || endsOn != nil) && registrationStatus != "ANNULLED"
      && registrationStatus != "DUPLICATE"
  }
}
