/// The order of names around a ring in which few of the lines between them cross.
///
/// The name with most partners stands in the middle, where its lines cross none of each other. The
/// others are moved, one at a time, to where the fewest lines cross, from several beginnings.
struct RingOrder {
  /// The names around the ring, clockwise from the top; the one in the middle is not among them.
  private(set) var ring: [Int]

  private static let beginnings = 12
  /// Beyond it, one beginning has to do: the work grows with its square.
  private static let many = 24

  /// - Parameter pairs: the lines; direction and repetition do not matter.
  init(count: Int, pairs: [(Int, Int)]) {
    let lines = Set(pairs.map { [min($0.0, $0.1), max($0.0, $0.1)] }).filter { $0[0] != $0[1] }
    let degrees = (0..<count).map { node in lines.count { $0.contains(node) } }
    // In a ring of three or fewer nothing crosses.
    let hub = count > 3 ? (0..<count).max { (degrees[$0], -$0) < (degrees[$1], -$1) } : nil
    let spokes = Set(lines.filter { $0.contains(hub ?? -1) }.joined())
    let chords = lines.filter { !$0.contains(hub ?? -1) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let names = (0..<count).filter { $0 != hub }
    ring = names
    var least = Int.max
    var random = Minimal(state: 1)
    for beginning in 0..<(count > Self.many ? 1 : Self.beginnings) {
      let order = beginning == 0 ? names : names.shuffled(using: &random)
      let (settled, crossings) = Self.settled(order, chords, spokes)
      if crossings < least { (ring, least) = (settled, crossings) }
    }
  }

  /// Moves names until no move of one takes a crossing away.
  private static func settled(
    _ order: [Int], _ chords: [[Int]], _ spokes: Set<Int>
  ) -> ([Int], Int) {
    var (ring, least) = (order, crossings(order, chords, spokes))
    var hasImproved = true
    while hasImproved, least > 0 {
      hasImproved = false
      for from in ring.indices {
        for to in ring.indices where to != from {
          var moved = ring
          moved.insert(moved.remove(at: from), at: to)
          let count = crossings(moved, chords, spokes)
          if count < least { (ring, least, hasImproved) = (moved, count, true) }
        }
      }
    }
    return (ring, least)
  }

  /// How many lines cross: chords each other, and chords the lines to the middle that they span.
  static func crossings(_ ring: [Int], _ chords: [[Int]], _ spokes: Set<Int>) -> Int {
    var places: [Int: Int] = [:]
    for (place, node) in ring.enumerated() { places[node] = place }
    let ends = chords.map { chord in
      let (a, b) = (places[chord[0]] ?? 0, places[chord[1]] ?? 0)
      return (min(a, b), max(a, b))
    }
    var count = 0
    for (index, (a, b)) in ends.enumerated() {
      for (c, d) in ends[(index + 1)...] where a != c && a != d && b != c && b != d {
        if (a < c && c < b) != (a < d && d < b) { count += 1 }
      }
      let within = ring[(a + 1)..<b].count { spokes.contains($0) }
      let without =
        spokes.count - within - (spokes.contains(ring[a]) ? 1 : 0)
        - (spokes.contains(ring[b]) ? 1 : 0)
      count += max(0, min(within, without))
    }
    return count
  }

  /// The same numbers on every machine (Knuth's multiplier).
  private struct Minimal: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
