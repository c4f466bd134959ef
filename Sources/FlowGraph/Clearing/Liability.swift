/// What one party owes another.
public struct Liability: Hashable, Sendable {
  /// The party that owes.
  public let debtor: String
  /// The party it owes to.
  public let creditor: String
  /// In US cents, zero or more.
  public let amount: Int64

  /// A liability of one party to another.
  public init(debtor: String, creditor: String, amount: Int64) {
    self.debtor = debtor
    self.creditor = creditor
    self.amount = amount
  }
}

extension FlowNetwork {
  /// The flows as what is owed: each with a known amount is a liability of the party that gives,
  /// and those between the same two are one.
  ///
  /// Which flows are due (binding, within the year) the caller has decided by filtering.
  public func liabilities() -> [Liability] {
    legs.compactMap { leg in
      leg.knownAmount.map { Liability(debtor: leg.from, creditor: leg.to, amount: $0) }
    }
  }
}
