/// Finds every elementary cycle of a graph up to a length, each once.
///
/// After D. Johnson (1975), Finding all the elementary circuits of a directed graph: a cycle is
/// looked for from its smallest node alone, and nodes from which the search came back with nothing
/// are not entered again until something has changed. Under a bound of length a node is not simply
/// open or blocked: it may lie too deep on one path and not on another. So each node has a number
/// instead, a lower bound on the edges from it back to the start that avoid the path, and is
/// entered where the bound still fits. It rises when a search from the node fails, and falls
/// again when a node leaves the path.
///
/// A. Gupta and T. Suzumura (2021), Finding all bounded-length simple cycles in a directed graph,
/// keep such numbers too, but lower them only after a success and miss cycles, as F. Bauernöppel
/// and J.-R. Sack (2025) show in a paper of the same title, revisited. Here a bound always falls
/// with those of its successors, and so is never above the truth.
struct CycleSearch {
  private let graph: Adjacency
  private let incoming: [[(source: Int, edge: Int)]]
  private let components: StrongComponents
  private let longest: Int
  /// A lower bound on the edges from each node to the start; `longest` and more means none.
  private var remaining: [Int]
  private var isOnPath: [Bool]

  init(_ graph: Adjacency, longest: Int) {
    self.graph = graph
    // No elementary cycle is longer than the graph has nodes.
    self.longest = min(longest, graph.count)
    incoming = graph.incoming
    components = StrongComponents(graph)
    remaining = Array(repeating: self.longest, count: graph.count)
    isOnPath = Array(repeating: false, count: graph.count)
  }

  /// Calls `visit` with the edges of each cycle, in the order of their nodes, until it says false.
  mutating func run(visit: ([Int]) -> Bool) {
    guard longest > 1 else { return }
    for start in 0..<graph.count where components.isOnCycle(start) {
      let reached = measure(to: start)
      guard search(from: start, visit: visit) else { return }
      for node in reached { remaining[node] = longest }
    }
  }

  /// Sets the distances back to the start, over nodes above it, and tells the nodes that have one.
  private mutating func measure(to start: Int) -> [Int] {
    var reached: [Int] = []
    var layer = [start]
    for distance in 1..<longest {
      var next: [Int] = []
      for node in layer {
        for (source, _) in incoming[node] {
          guard source > start, remaining[source] == longest,
            components.component[source] == components.component[start]
          else { continue }
          remaining[source] = distance
          next.append(source)
        }
      }
      reached += next
      layer = next
    }
    return reached
  }

  /// Goes through all cycles whose smallest node is `start`; false when told to stop.
  private mutating func search(from start: Int, visit: ([Int]) -> Bool) -> Bool {
    var nodes = [start]
    var path = [graph.edges(of: start).lowerBound]
    while let node = nodes.last {
      let edge = path[path.count - 1]
      guard edge < graph.edges(of: node).upperBound else {
        nodes.removeLast()
        path.removeLast()
        isOnPath[node] = false
        if node != start {
          settle(node, start: start)
          path[path.count - 1] += 1
        }
        continue
      }
      let target = graph.targets[edge]
      if target == start {
        guard visit(path) else { return false }
        path[path.count - 1] += 1
      } else if !isOnPath[target], nodes.count + remaining[target] <= longest {
        isOnPath[target] = true
        nodes.append(target)
        path.append(graph.edges(of: target).lowerBound)
      } else {
        path[path.count - 1] += 1
      }
    }
    return true
  }

  /// Finds the bound of a node that has just left the path from those of its successors, and lowers
  /// the bounds of the nodes that lead to it where they are now too high.
  private mutating func settle(_ node: Int, start: Int) {
    var bound = longest
    for edge in graph.edges(of: node) {
      let target = graph.targets[edge]
      if target == start { bound = 1 }
      if target > start, !isOnPath[target] { bound = min(bound, remaining[target] + 1) }
    }
    remaining[node] = bound
    var changed = [node]
    while let lowered = changed.popLast() {
      let bound = remaining[lowered] + 1
      guard bound < longest else { continue }
      for (source, _) in incoming[lowered] {
        guard source > start, !isOnPath[source], remaining[source] > bound,
          components.component[source] == components.component[start]
        else { continue }
        remaining[source] = bound
        changed.append(source)
      }
    }
  }
}
