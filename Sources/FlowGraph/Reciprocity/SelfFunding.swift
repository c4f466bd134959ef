/// What a seller gives in capital to those who buy from it (domain.md 6.9 and Q16).
public struct SelfFunding: Hashable, Sendable {
  /// The seller.
  public let seller: String
  /// Its customers that also get capital from it, sorted.
  public let customers: [String]
  /// The capital it gives them.
  public let capital: FlowSum
  /// What they buy from it.
  public let purchases: FlowSum

  /// Capital over purchases; above 1 the seller gives more than it sells.
  ///
  /// `nil` unless all amounts are known and something is bought.
  public var ratio: Double? {
    guard let capital = capital.amount, let purchases = purchases.amount, purchases > 0
    else { return nil }
    return Double(capital) / Double(purchases)
  }
}

extension FlowNetwork {
  /// Every seller that gives capital to customers, by key.
  public func selfFunding() -> [SelfFunding] {
    let pairs = Dictionary(grouping: reciprocalPairs(), by: \.giver)
    return pairs.sorted { $0.key < $1.key }.map { seller, pairs in
      var (capital, purchases) = (FlowSum(), FlowSum())
      for pair in pairs {
        capital.add(pair.capital)
        purchases.add(pair.purchases)
      }
      return SelfFunding(
        seller: seller, customers: pairs.map(\.buyer).sorted(), capital: capital,
        purchases: purchases)
    }
  }
}
