public import SQLite

/// Parties in one role: those that borrow, or those that lend. An issuer is a party; it is listed
/// here once a deal names it.
public struct PartyRoleRepository: Sendable {
  /// The parties in the role, as a SELECT of row numbers.
  private let members: String
  private let parties = PartyRepository()

  /// Every party a deal names as its borrower.
  public static let issuers = PartyRoleRepository(members: "SELECT issuer_id FROM deal")

  /// Every party that puts up money: lenders, anchor investors, holders and investors. Arrangers
  /// and agents are none.
  public static let lenders = PartyRoleRepository(
    members: """
      SELECT party_id FROM participation
      WHERE role IN ('lender', 'anchor_investor', 'holder', 'investor')
      """)

  /// The party with a key, when it has the role.
  public func find(
    _ key: String, in database: borrowing some Database & ~Copyable
  ) throws -> Party? {
    let hasRole = try database.value(
      "SELECT EXISTS (SELECT 1 FROM party WHERE key = ? AND id IN (\(members)))", [key],
      as: Bool.self)
    return hasRole == true ? try parties.find(key, in: database) : nil
  }

  /// Every party in the role, by key.
  public func all(in database: borrowing some Database & ~Copyable) throws -> [Party] {
    try parties.all(matching: "t.id IN (\(members))", [], in: database)
  }

  /// Adds a party. It is in the role once a deal or a participation says so.
  public func insert(_ party: Party, in transaction: borrowing Transaction) throws {
    try parties.insert(party, in: transaction)
  }

  /// Replaces what is stored of a party.
  ///
  /// - Returns: whether anything differed.
  @discardableResult
  public func update(_ party: Party, in transaction: borrowing Transaction) throws -> Bool {
    try parties.update(party, in: transaction)
  }
}
