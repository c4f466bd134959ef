import TestSupport
import Testing

@testable import Charts

@Suite("Order around a ring")
struct RingOrderTests {
  /// The fewest crossings of all orders, by trying them.
  private static func fewest(_ ring: [Int], _ chords: [[Int]], _ spokes: Set<Int>) -> Int {
    var least = Int.max
    func place(_ order: [Int], _ rest: [Int]) {
      if rest.isEmpty { least = min(least, RingOrder.crossings(order, chords, spokes)) }
      for index in rest.indices {
        var left = rest
        place(order + [left.remove(at: index)], left)
      }
    }
    place(Array(ring.prefix(1)), Array(ring.dropFirst()))
    return least
  }

  @Test("as few lines cross as in the best of all orders", arguments: UInt64(0)..<24)
  func fewest(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 4...7, using: &random)
    var pairs: [(Int, Int)] = []
    for from in 0..<count {
      for to in 0..<from where Int.random(in: 0..<10, using: &random) < 5 {
        pairs.append((from, to))
      }
    }
    let order = RingOrder(count: count, pairs: pairs)
    #expect(order.ring.count == count - 1)
    let hub = (0..<count).first { !order.ring.contains($0) }
    let chords = pairs.filter { $0.0 != hub && $0.1 != hub }.map { [$0.1, $0.0] }
    let spokes = Set(pairs.filter { $0.0 == hub || $0.1 == hub }.flatMap { [$0.0, $0.1] })
    #expect(
      RingOrder.crossings(order.ring, chords, spokes)
        == Self.fewest(order.ring, chords, spokes))
  }

  @Test("a name with most partners is in the middle, and a few names have none")
  func middle() {
    let star = RingOrder(count: 5, pairs: [(0, 1), (0, 2), (0, 3), (3, 4)])
    #expect(star.ring.sorted() == [1, 2, 3, 4])
    #expect(RingOrder(count: 3, pairs: [(0, 1), (1, 2)]).ring.sorted() == [0, 1, 2])
    #expect(RingOrder(count: 0, pairs: []).ring == [])
  }
}
