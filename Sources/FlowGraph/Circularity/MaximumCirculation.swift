/// The largest circulation in a graph: how much of each arc can be in use while every node gets as
/// much as it gives, so that the sum over all arcs is largest.
enum MaximumCirculation {
  /// An arc, and the most it can carry.
  struct Arc {
    let from: Int
    let to: Int
    let capacity: Int64
  }

  /// What each arc carries. Whole numbers, exact.
  ///
  /// What is left out of the circulation is a flow from the nodes that give more than they get to
  /// those that get more than they give, and a circulation is largest when that flow is smallest.
  /// So this is a problem of least cost where each arc costs one for each unit, and no cost is
  /// below zero.
  static func solve(nodes: Int, arcs: [Arc]) -> [Int64] {
    let (source, sink) = (nodes, nodes + 1)
    var network = ResidualNetwork(nodes: nodes + 2)
    var surplus = [Int64](repeating: 0, count: nodes)
    for arc in arcs {
      network.addArc(from: arc.from, to: arc.to, capacity: arc.capacity, cost: 1)
      surplus[arc.from] += arc.capacity
      surplus[arc.to] -= arc.capacity
    }
    for (node, amount) in surplus.enumerated() where amount != 0 {
      let ends = amount > 0 ? (source, node) : (node, sink)
      network.addArc(from: ends.0, to: ends.1, capacity: abs(amount), cost: 0)
    }
    network.sendAllAtLeastCost(from: source, to: sink)
    return arcs.indices.map { network.capacityLeft(ofArc: $0) }
  }
}
