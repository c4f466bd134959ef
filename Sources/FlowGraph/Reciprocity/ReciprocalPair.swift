/// Two parties of which one gives the other capital and sells to it (domain.md Q12).
public struct ReciprocalPair: Hashable, Sendable {
  /// The party that gives capital and sells.
  public let giver: String
  /// The party that gets the capital and buys.
  public let buyer: String
  /// The capital from giver to buyer.
  public let capital: FlowSum
  /// The purchases of the buyer from the giver.
  public let purchases: FlowSum

  /// The smaller amount over the larger, 0 to 1 (domain.md 6.9).
  ///
  /// `nil` unless all amounts of both are known, and when both are zero: the ratio of two sums
  /// that are only floors says nothing.
  public var reciprocity: Double? {
    guard let capital = capital.amount, let purchases = purchases.amount else { return nil }
    let larger = max(capital, purchases)
    return larger == 0 ? nil : Double(min(capital, purchases)) / Double(larger)
  }

  /// What is known of both.
  fileprivate var known: Int64 { capital.known + purchases.known }
}

extension FlowNetwork {
  /// All pairs where capital goes one way and a purchase the other, by what is known of both sums,
  /// the largest first, then by giver and buyer.
  public func reciprocalPairs() -> [ReciprocalPair] {
    let sums = legs.map { leg in
      FlowKind.allCases.map { kind in FlowSum(leg.flows.lazy.filter { $0.kind == kind }) }
    }
    return opposites().compactMap { edge, opposite in
      let (capital, purchases) = (sums[edge][0], sums[opposite][1])
      guard capital.flows > 0, purchases.flows > 0 else { return nil }
      return ReciprocalPair(
        giver: legs[edge].from, buyer: legs[edge].to, capital: capital, purchases: purchases)
    }.sorted { ($1.known, $0.giver, $0.buyer) < ($0.known, $1.giver, $1.buyer) }
  }

  /// Each edge that has one the other way, with that one, in the order of the legs.
  func opposites() -> [(edge: Int, opposite: Int)] {
    struct Pair: Hashable {
      let from: Int
      let to: Int
    }
    var numbers: [Pair: Int] = [:]
    for node in 0..<edges.count {
      for edge in edges.edges(of: node) {
        numbers[Pair(from: node, to: edges.targets[edge])] = edge
      }
    }
    return (0..<edges.count).flatMap { node in
      edges.edges(of: node).compactMap { edge in
        numbers[Pair(from: edges.targets[edge], to: node)].map { (edge, $0) }
      }
    }
  }
}
