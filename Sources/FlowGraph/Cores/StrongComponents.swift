/// The strongly connected components of a graph: sets of nodes of which each reaches each other.
///
/// R. Tarjan (1972), Depth-first search and linear graph algorithms. The search keeps its own
/// stack, so that a chain of any length does not exhaust the thread's.
struct StrongComponents {
  /// The component of each node.
  let component: [Int]
  /// The nodes of each component in order, the components by their first node.
  let members: [[Int]]

  init(_ graph: Adjacency) {
    var search = Search(graph)
    for node in 0..<graph.count where search.order[node] < 0 { search.run(from: node) }
    members = search.found.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    var component = [Int](repeating: 0, count: graph.count)
    for (number, nodes) in members.enumerated() {
      for node in nodes { component[node] = number }
    }
    self.component = component
  }

  /// Whether a node lies on a cycle.
  func isOnCycle(_ node: Int) -> Bool { members[component[node]].count > 1 }

  private struct Search {
    let graph: Adjacency
    /// When each node was met first; -1 for not yet.
    var order: [Int]
    /// The earliest node that can be reached from below each node.
    var lowest: [Int]
    var isOpen: [Bool]
    var open: [Int] = []
    var found: [[Int]] = []
    private var clock = 0
    /// The nodes on the way down, and the next edge of each.
    private var path: [(node: Int, edge: Int)] = []

    init(_ graph: Adjacency) {
      self.graph = graph
      order = Array(repeating: -1, count: graph.count)
      lowest = order
      isOpen = Array(repeating: false, count: graph.count)
    }

    mutating func run(from root: Int) {
      enter(root)
      while let (node, edge) = path.last {
        guard edge < graph.edges(of: node).upperBound else {
          leave(node)
          continue
        }
        path[path.count - 1].edge += 1
        let target = graph.targets[edge]
        if order[target] < 0 {
          enter(target)
        } else if isOpen[target] {
          lowest[node] = min(lowest[node], order[target])
        }
      }
    }

    private mutating func enter(_ node: Int) {
      (order[node], lowest[node], isOpen[node]) = (clock, clock, true)
      clock += 1
      open.append(node)
      path.append((node, graph.edges(of: node).lowerBound))
    }

    private mutating func leave(_ node: Int) {
      path.removeLast()
      if let above = path.last?.node { lowest[above] = min(lowest[above], lowest[node]) }
      guard lowest[node] == order[node] else { return }
      var members: [Int] = []
      while let last = open.popLast() {
        isOpen[last] = false
        members.append(last)
        if last == node { break }
      }
      found.append(members)
    }
  }
}
