import Ledger
import SQLite

extension DocumentWriter {
  /// Contracts with their legs. Of a contract with only legs selected the head is written too.
  mutating func writeContracts(of database: borrowing some Database & ~Copyable) throws {
    let (forms, references) = (forms, references)
    var legs: [String: [(key: String, members: DocumentObject)]] = [:]
    try Repository<ContractLeg>().forEach(in: selection, of: database) { _, isNew, leg in
      var members = DocumentObject()
      members.add("key", text: leg.key)
      members.add(all: forms.leg.of(leg, isNew: isNew, references))
      members.add("source", text: leg.origin.source)
      members.add("locator", text: leg.origin.locator)
      legs[leg.contract, default: []].append((leg.key, members))
    }
    var contracts: [(Contract, Bool)] = []
    try Repository<Contract>().forEach(in: selection, of: database) { _, isNew, contract in
      contracts.append((contract, isNew))
    }
    for (contract, isNew) in contracts {
      try write(contract, isNew: isNew, with: legs.removeValue(forKey: contract.key) ?? [])
    }
    for (key, left) in legs.sorted(by: { $0.key < $1.key }) {
      guard let contract = try ContractRepository().find(key, in: database) else { continue }
      try write(contract, isNew: false, with: left)
    }
  }

  private mutating func write(
    _ contract: Contract, isNew: Bool, with legs: [(key: String, members: DocumentObject)]
  ) throws {
    let head = PartOwnerKey(Contract.table, contract.key)
    var document = DocumentObject()
    document.add("key", text: contract.key)
    document.add(all: forms.contract.of(contract, isNew: isNew, references))
    // The list tells that it is a contract, also where no leg is news.
    document.add("legs", .list(legs.map { .object($0.members) }))
    var claims: [DocumentPart] = []
    take(of: head, into: &document, claims: &claims)
    for leg in legs {
      claims += self.claims.removeValue(forKey: PartOwnerKey(ContractLeg.table, leg.key)) ?? []
    }
    document.add("claims", list: inside(claims, of: head))
    try write(document.closed(by: contract.origin), among: "contracts")
  }
}
