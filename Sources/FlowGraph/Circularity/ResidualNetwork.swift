/// A network of arcs with capacities and costs, each with its reverse, on which flow is sent.
struct ResidualNetwork {
  /// The arcs, each directly before its reverse, so that number `n ^ 1` undoes number `n`.
  private var targets: [Int] = []
  private var costs: [Int] = []
  private var capacities: [Int64] = []
  private var arcs: [[Int]]

  init(nodes: Int) {
    arcs = Array(repeating: [], count: nodes)
  }

  mutating func addArc(from: Int, to: Int, capacity: Int64, cost: Int) {
    arcs[from].append(targets.count)
    arcs[to].append(targets.count + 1)
    targets += [to, from]
    costs += [cost, -cost]
    capacities += [capacity, 0]
  }

  /// What the arc that was added as number `index` can still carry.
  func capacityLeft(ofArc index: Int) -> Int64 { capacities[2 * index] }

  /// Sends as much as the arcs carry, at the least cost there is for that much.
  ///
  /// The primal-dual method of L. Ford and D. Fulkerson (1962), Flows in networks: as much as can
  /// be sent along cheapest paths is sent at once, after which the cheapest path costs more.
  mutating func sendAllAtLeastCost(from source: Int, to sink: Int) {
    while true {
      let distances = distances(from: source)
      guard distances[sink] < .max else { return }
      while let levels = levels(from: source, to: sink, distances: distances) {
        sendAlongLevels(levels, from: source, to: sink, distances: distances)
      }
    }
  }

  /// The cost of the cheapest way to each node; `Int.max` where there is none.
  ///
  /// L. Ford (1956), R. Bellman (1958). There is never a cycle of cost below zero, since flow has
  /// only been sent along cheapest paths.
  private func distances(from source: Int) -> [Int] {
    var distances = [Int](repeating: .max, count: arcs.count)
    var isWaiting = [Bool](repeating: false, count: arcs.count)
    distances[source] = 0
    var waiting = [source]
    var first = 0
    while first < waiting.count {
      let node = waiting[first]
      first += 1
      isWaiting[node] = false
      for arc in arcs[node] where capacities[arc] > 0 {
        let (target, distance) = (targets[arc], distances[node] + costs[arc])
        guard distance < distances[target] else { continue }
        distances[target] = distance
        if isWaiting[target] { continue }
        isWaiting[target] = true
        waiting.append(target)
      }
    }
    return distances
  }

  /// Whether an arc has room and lies on a cheapest way.
  private func isCheapest(_ arc: Int, from node: Int, _ distances: [Int]) -> Bool {
    capacities[arc] > 0 && distances[targets[arc]] == distances[node] + costs[arc]
  }

  /// The number of arcs to each node over cheapest ways; `nil` when none leads to the sink.
  private func levels(from source: Int, to sink: Int, distances: [Int]) -> [Int]? {
    var levels = [Int](repeating: .max, count: arcs.count)
    levels[source] = 0
    var layer = [source]
    while !layer.isEmpty, levels[sink] == .max {
      var next: [Int] = []
      for node in layer {
        for arc in arcs[node] where isCheapest(arc, from: node, distances) {
          guard levels[targets[arc]] == .max else { continue }
          levels[targets[arc]] = levels[node] + 1
          next.append(targets[arc])
        }
      }
      layer = next
    }
    return levels[sink] == .max ? nil : levels
  }

  /// Fills the shortest of the cheapest ways until each has an arc without room.
  ///
  /// E. Dinic (1970), Algorithm for solution of a problem of maximum flow in networks with power
  /// estimation.
  private mutating func sendAlongLevels(
    _ levels: [Int], from source: Int, to sink: Int, distances: [Int]
  ) {
    var next = [Int](repeating: 0, count: arcs.count)
    var path: [Int] = []
    var node = source
    while true {
      if node == sink {
        node = fill(&path)
      } else if next[node] < arcs[node].count {
        let arc = arcs[node][next[node]]
        if levels[targets[arc]] == levels[node] + 1, isCheapest(arc, from: node, distances) {
          path.append(arc)
          node = targets[arc]
        } else {
          next[node] += 1
        }
      } else if let arc = path.popLast() {
        node = targets[arc ^ 1]
        next[node] += 1
      } else {
        return
      }
    }
  }

  /// Sends along a path what it can carry, cuts it before the first arc that is then full, and
  /// tells the node where it now ends.
  private mutating func fill(_ path: inout [Int]) -> Int {
    let amount = path.map { capacities[$0] }.min() ?? 0
    for arc in path {
      capacities[arc] -= amount
      capacities[arc ^ 1] += amount
    }
    guard let full = path.firstIndex(where: { capacities[$0] == 0 }) else {
      preconditionFailure("a path without a full arc")
    }
    let node = targets[path[full] ^ 1]
    path.removeSubrange(full...)
    return node
  }
}
