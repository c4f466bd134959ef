extension FlowNetwork {
  /// The index of maximum circularity. Exact, in whole cents.
  ///
  /// That of one kind or stage is that of the filtered network.
  public func circularity() -> Circularity {
    let components = StrongComponents(edges)
    var circular = [Int64](repeating: 0, count: legs.count)
    // Only between parties of one component can money come back.
    var inside: [Int] = []
    var arcs: [MaximumCirculation.Arc] = []
    for node in 0..<edges.count {
      for edge in edges.edges(of: node) {
        let (target, amount) = (edges.targets[edge], legs[edge].sum.known)
        guard amount > 0, components.component[target] == components.component[node]
        else { continue }
        inside.append(edge)
        arcs.append(MaximumCirculation.Arc(from: node, to: target, capacity: amount))
      }
    }
    let solution = MaximumCirculation.solve(nodes: edges.count, arcs: arcs)
    for (edge, amount) in zip(inside, solution) { circular[edge] = amount }
    let total = total
    return Circularity(
      total: total.known, circular: solution.reduce(0, +), unknown: total.unknown,
      legs: zip(legs, circular).compactMap { leg, circular in
        leg.knownAmount.map {
          CircularLeg(from: leg.from, to: leg.to, amount: $0, circular: circular)
        }
      })
  }
}
