public import SQLite

/// Parties in the role of borrower. An issuer is a party; it is listed here once a deal names it.
public struct IssuerRepository: Sendable {
  private let parties = PartyRepository()

  /// One that holds nothing yet.
  public init() {}

  /// The party with a key, when it has issued anything.
  public func find(_ key: String, in database: borrowing some Database & ~Copyable) throws
    -> Party?
  {
    let issues = try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM deal d JOIN party p ON p.id = d.issuer_id WHERE p.key = ?)
      """, [key], as: Bool.self)
    return issues == true ? try parties.find(key, in: database) : nil
  }

  /// Every party that has issued anything, by key.
  public func all(in database: borrowing some Database & ~Copyable) throws -> [Party] {
    let keys = try database.query(
      "SELECT key FROM party WHERE id IN (SELECT issuer_id FROM deal) ORDER BY key"
    ) { try $0(0, as: String.self) }
    var found: [Party] = []
    for key in keys {
      if let party = try parties.find(key, in: database) { found.append(party) }
    }
    return found
  }

  /// Adds a party that will issue.
  public func insert(_ party: Party, in transaction: borrowing Transaction) throws {
    try parties.insert(party, in: transaction)
  }

  /// Replaces what is stored of it.
  @discardableResult
  public func update(_ party: Party, in transaction: borrowing Transaction) throws -> Bool {
    try parties.update(party, in: transaction)
  }
}
