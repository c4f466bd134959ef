/// How much of a network goes both ways, as numbers from 0 to 1.
public struct NetworkReciprocity: Hashable, Sendable {
  /// The share of edges that have an edge the other way; edges without amount count.
  ///
  /// M. Newman, S. Forrest, J. Balthrop (2002), Email networks and the spread of computer viruses.
  /// `nil` for a network without edges.
  public let binary: Double?
  /// The share of the known money that goes both ways: Σ min(wᵢⱼ, wⱼᵢ) / Σ wᵢⱼ over all i ≠ j.
  ///
  /// T. Squartini, F. Picciolo, F. Ruzzenenti, D. Garlaschelli (2013), Reciprocity of weighted
  /// networks. `nil` when no money is known.
  public let weighted: Double?
  /// The share of the known money where capital one way meets purchases the other way: twice
  /// Σ min(capital X→Y, purchases Y→X) over the sum of all flows.
  ///
  /// It follows the weighted number, with the two kinds as two layers. `nil` when no money is
  /// known.
  public let betweenKinds: Double?
  /// How many flows have no amount and stand in none but the first number.
  public let unknown: Int
}

extension FlowNetwork {
  /// The reciprocity of the whole network.
  public func reciprocity() -> NetworkReciprocity {
    let opposites = opposites()
    let both = opposites.reduce(Int64(0)) { sum, pair in
      sum + min(legs[pair.edge].sum.known, legs[pair.opposite].sum.known)
    }
    let met = reciprocalPairs().reduce(Int64(0)) { $0 + min($1.capital.known, $1.purchases.known) }
    let total = total
    func share(_ part: Double) -> Double? { total.known == 0 ? nil : part / Double(total.known) }
    return NetworkReciprocity(
      binary: legs.isEmpty ? nil : Double(opposites.count) / Double(legs.count),
      weighted: share(Double(both)), betweenKinds: share(2 * Double(met)), unknown: total.unknown)
  }
}
