import Finance
import Ledger
import PublicData
import SQLite
import Tabular

/// GLEIF's level 1 data: who is behind an LEI. Parties on record get LEI, legal name, country and
/// jurisdiction; others are passed over unless parties are to be made of all.
enum LegalEntityImport: PublishedReader {
  static let kind = (one: "legal entity", many: "legal entities")

  static func read(
    _ input: HashedSource, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws -> Int {
    let reader = try LegalEntityReader(name: input.name, source: input.read)
    var directory = try PartySpellings(in: transaction)
    var (count, unknown) = (0, 0)
    // One name may be that of many entities, so whose it is shows at the end.
    var byName: [String: [LegalEntity]] = [:]
    while let entity = try reader.next() {
      count += 1
      if count.isMultiple(of: 1 << 10) { try pass.checkInterruption() }
      if let key = directory.party(withLEI: entity.lei) {
        try save(entity, as: key, pass, in: transaction)
      } else if entity.isLive, let key = directory.party(spelled: entity.legalName) {
        byName[key, default: []].append(entity)
      } else if pass.options.createsParties, entity.isLive {
        let key = try make(entity, pass, in: transaction)
        if let key { directory.learn(lei: entity.lei, of: key) }
      } else {
        unknown += 1
      }
    }
    for (key, entities) in byName.sorted(by: { $0.key < $1.key }) {
      try settle(key, entities, directory, pass, in: transaction)
    }
    pass.refusals.add(reader.problems)
    if unknown > 0 {
      pass.notes.append("\(unknown) of them \(unknown == 1 ? "is" : "are") no party on record")
    }
    return count
  }

  /// A party that entities of the file have the very name of: one of them, or nobody can say which.
  private static func settle(
    _ key: String, _ entities: [LegalEntity], _ directory: PartySpellings, _ pass: PublishedPass,
    in transaction: borrowing Transaction
  ) throws {
    guard let only = entities.first else { return }
    if let lei = directory.lei(of: key) {
      pass.warnings.add(
        only.position, "'\(only.legalName)' is the name of \(key), which has the LEI \(lei)",
        hint: "it is passed over")
    } else if entities.count > 1 {
      let all = entities.prefix(5).map(\.lei).joined(separator: ", ")
      pass.warnings.add(
        only.position,
        "\(entities.count) entities have the name of \(key): \(all); none is taken for it",
        hint: "give the party its LEI")
    } else {
      try save(only, as: key, pass, in: transaction)
    }
  }

  private static func make(
    _ entity: LegalEntity, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws -> String? {
    let lei = PublishedParties.Identified(scheme: "lei", value: entity.lei)
    let answer = try pass.parties.resolve(
      entity.legalName, [lei], createsNearMisses: true, in: transaction)
    switch answer {
    case .known(let key):
      // The same but for the legal form, which tells companies of a group apart.
      pass.warnings.add(
        entity.position, "'\(entity.legalName)' may be \(key); passed over",
        hint: "give the party its LEI or its legal name")
      return nil
    case .unclear(let reason, let hint):
      pass.warnings.add(entity.position, reason, hint: hint)
      return nil
    case .new(let key):
      var party = Party(key: key)
      party.name = entity.legalName
      party.kind = entity.category == "FUND" ? "investment_fund" : "unknown"
      party.origin = Origin(source: try pass.cite(source, in: transaction))
      try pass.parties.make(party, with: &pass.writer, in: transaction)
      try save(entity, as: key, pass, in: transaction)
      return key
    }
  }

  /// What the ledger lacks of a party is filled in; what it has stays.
  private static func save(
    _ entity: LegalEntity, as key: String, _ pass: PublishedPass,
    in transaction: borrowing Transaction
  ) throws {
    let origin = Origin(source: try pass.cite(source, in: transaction))
    guard var party = try PartyRepository().find(key, in: transaction) else { return }
    party.country = code(entity.legalCountry, entity, pass)
    party.jurisdiction = code(entity.jurisdiction, entity, pass)
    party.origin = origin
    try pass.writer.save(party, fillingOnly: true, in: transaction)
    let lei = PublishedParties.Identified(scheme: "lei", value: entity.lei)
    try pass.parties.add(lei, to: key, origin, &pass.writer, in: transaction)
    try pass.parties.addName(
      entity.legalName, kind: "legal", language: entity.language, to: key, origin, &pass.writer,
      in: transaction)
    for other in entity.otherNames where PartyName(other.name).isAnonymous == false {
      try pass.parties.addName(
        other.name, kind: other.ledgerKind, language: other.language, to: key, origin,
        &pass.writer, in: transaction)
    }
  }

  /// A country, or a part of one, in the form of ISO 3166.
  private static func code(
    _ text: String?, _ entity: LegalEntity, _ pass: PublishedPass
  ) -> String? {
    guard let text else { return nil }
    let bytes = Array(text.utf8)
    let isCountry = bytes.count >= 2 && bytes.prefix(2).allSatisfy { 0x41...0x5A ~= $0 }
    if isCountry, bytes.count == 2 || bytes.count > 3 && bytes[2] == 0x2D { return text }
    pass.warnings.add(entity.position, "“\(text)” is no code of a country; left out")
    return nil
  }

  static var source: Source {
    var source = Source(key: "gleif-golden-copy")
    source.kind = "reference"
    source.title = "LEI data, golden copy"
    source.publisher = "Global Legal Entity Identifier Foundation"
    source.url = "https://www.gleif.org/en/lei-data/gleif-golden-copy/download-the-golden-copy"
    (source.grade, source.language) = ("P", "en")
    return source
  }
}

extension LegalEntity {
  /// Whether it may be told by its name: it exists, and this is its one LEI.
  fileprivate var isLive: Bool {
    status != "INACTIVE" && registrationStatus != "DUPLICATE" && registrationStatus != "ANNULLED"
      && registrationStatus != "RETIRED"
  }
}

extension LegalEntityName {
  /// What kind of name it is in the ledger's words.
  fileprivate var ledgerKind: String {
    switch kind {
    case "PREVIOUS_LEGAL_NAME": "former"
    case "ALTERNATIVE_LANGUAGE_LEGAL_NAME": "translated"
    default: isTransliterated ? "translated" : "trading"
    }
  }
}
