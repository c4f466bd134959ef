/// The edges of a directed graph, one array for all: those of node `n` are `edges(of: n)`.
struct Adjacency: Sendable {
  /// Where the edges of each node begin, and at the end their count.
  private let starts: [Int]
  /// Where each edge leads.
  let targets: [Int]

  /// Takes edges sorted by the node they leave, of a graph of `count` nodes.
  init(count: Int, sorted edges: [(from: Int, to: Int)]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for edge in edges { starts[edge.from + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    self.starts = starts
    targets = edges.map(\.to)
  }

  /// How many nodes there are.
  var count: Int { starts.count - 1 }

  /// The numbers of the edges that leave a node.
  func edges(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

  /// For each node those with an edge to it, with the number of that edge, in order.
  var incoming: [[(source: Int, edge: Int)]] {
    var incoming = [[(source: Int, edge: Int)]](repeating: [], count: count)
    for node in 0..<count {
      for edge in edges(of: node) { incoming[targets[edge]].append((node, edge)) }
    }
    return incoming
  }
}
