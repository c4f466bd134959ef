import FlowGraph
import TestSupport
import Testing

@Suite struct CircularityTests {
  private static let networks: [(String, Int64, Int64, Double?)] = [
    ("", 0, 0, nil), ("a>b ?", 0, 0, nil), ("a>b 5", 0, 5, 0), ("a>b 5, b>c 5", 0, 10, 0),
    ("a>b 5, b>a 5", 10, 10, 1), ("a>b 5, b>a 3", 6, 8, 0.75),
    ("a>b 5, b>c 5, c>a 5", 15, 15, 1), ("a>b 5, b>a ?", 0, 5, 0),
    ("a>b 5, b>a 5, b>a ?", 10, 10, 1), ("a>b 2, a>b 3, b>a 4 capital", 8, 9, 8.0 / 9),
    // domain.md 8.
    ("a>b 1, b>c 1, a>c 1, c>a 1", 3, 4, 0.75), (Sketch.deals, 286, 1213, 286.0 / 1213),
    // Two loops over one edge: the longer one is worth more, the shorter one takes the rest.
    ("a>b 5, b>a 4, b>c 3, c>a 3", 3 * 3 + 2 * 2, 15, 13.0 / 15),
    // A loop of three gives way to two of two: greedy by length would carry 3 and stop.
    ("a>b 1, b>c 1, c>a 1, b>a 1, c>b 1, a>c 1", 6, 6, 1),
    ("a>b 0, b>a 7", 0, 7, 0),
  ]

  @Test(arguments: networks)
  func `the index is the most that goes round over all`(
    text: String, circular: Int64, total: Int64, index: Double?
  ) throws {
    let circularity = try Sketch.network(text).circularity()
    #expect(circularity.circular == circular)
    #expect(circularity.total == total)
    #expect(circularity.index == index)
  }

  @Test func `amounts near the limit of 64 bits are exact`() throws {
    let half = Int64.max / 2
    let circularity = try Sketch.network("a>b \(half), b>a \(half - 1)").circularity()
    #expect(circularity.circular == 2 * (half - 1))
    #expect(circularity.parties.map(\.total) == [2 * half - 1, 2 * half - 1])
  }

  @Test func `kinds and parties have their own share`() throws {
    let network = try Sketch.network("a>b 4 capital, b>a 2, b>a 2 capital, c>a 5, c>d ?")
    #expect(network.circularity().index == 8.0 / 13)
    #expect(network.filter { $0.kind == .capital }.circularity().index == 4.0 / 6)
    #expect(network.filter { $0.kind == .purchase }.circularity().index == 0)
    let circularity = network.circularity()
    #expect(circularity.unknown == 1)
    #expect(circularity.legs.map(\.circular) == [4, 4, 0])
    #expect(circularity.parties.map(\.key) == ["a", "b", "c"])
    #expect(circularity.parties.map(\.share) == [8.0 / 13, 1, 0])
  }

  @Test(arguments: UInt64(0)..<200)
  func `no other way to divide the flows has more going round`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let network = try Sketch.random(
      parties: Int.random(in: 2...4, using: &random),
      density: Double.random(in: 0.3...0.7, using: &random), amounts: 0...3, seed: seed)
    guard network.legs.count <= 8 else { return }
    #expect(network.circularity().circular == EverySplit.most(of: network))
  }

  @Test(arguments: UInt64(0)..<40)
  func `the split is a circulation, and none is larger`(seed: UInt64) throws {
    let network = try Sketch.random(
      parties: 14, density: 0.3, amounts: 0...1_000_000_000_000, seed: seed)
    let circularity = network.circularity()
    var balance: [String: Int64] = [:]
    for leg in circularity.legs {
      #expect((0...leg.amount).contains(leg.circular))
      balance[leg.from, default: 0] -= leg.circular
      balance[leg.to, default: 0] += leg.circular
    }
    #expect(balance.values.allSatisfy { $0 == 0 })
    #expect(circularity.legs.reduce(0) { $0 + $1.circular } == circularity.circular)
    #expect(!Improvement.exists(for: circularity.legs.map(Improvement.Leg.init)))
    let cycles = network.cycles(upTo: 14, limit: 1).cycles
    #expect((circularity.circular == 0) == cycles.isEmpty)
  }

  @Test func `a circulation that can be improved is told from one that cannot`() throws {
    let network = try Sketch.network("a>b 5, b>a 4, b>c 3, c>a 3")
    func legs(_ circular: [Int64]) -> [Improvement.Leg] {
      zip(network.legs, circular).map { leg, circular in
        Improvement.Leg(from: leg.from, to: leg.to, amount: leg.sum.known, circular: circular)
      }
    }
    #expect(Improvement.exists(for: legs([4, 4, 0, 0])))
    #expect(!Improvement.exists(for: legs([5, 2, 3, 3])))
  }

  @Test(.timeLimit(.minutes(1)))
  func `the index of a large network is found`() throws {
    var random = SplitMix64(seed: 11)
    let flows = (0..<3000).map { number in
      let from = Int.random(in: 0..<600, using: &random)
      let to = (from + Int.random(in: 1..<600, using: &random)) % 600
      return Flow(
        id: "\(number)", from: Sketch.name(from), to: Sketch.name(to), kind: .purchase,
        amount: Int64.random(in: 1...1_000_000_000, using: &random))
    }
    let circularity = try FlowNetwork(flows: flows).circularity()
    #expect(!Improvement.exists(for: circularity.legs.map(Improvement.Leg.init)))
  }
}

/// The slow and sure way: every way to divide every flow is tried.
enum EverySplit {
  static func most(of network: FlowNetwork) -> Int64 {
    let legs = network.legs
    var balance: [String: Int64] = [:]
    func go(_ number: Int, _ sum: Int64) -> Int64 {
      guard number < legs.count else { return balance.values.allSatisfy { $0 == 0 } ? sum : 0 }
      let leg = legs[number]
      return (0...leg.sum.known).reduce(0) { most, circular in
        balance[leg.from, default: 0] -= circular
        balance[leg.to, default: 0] += circular
        defer {
          balance[leg.from, default: 0] += circular
          balance[leg.to, default: 0] -= circular
        }
        return max(most, go(number + 1, sum + circular))
      }
    }
    return go(0, 0)
  }
}

/// Whether more can go round: there is a cycle that gains more on arcs with room than it gives up
/// on arcs in use. M. Klein (1967), A primal method for minimal cost flows: if there is none, no
/// circulation is larger.
enum Improvement {
  struct Leg {
    let from: String
    let to: String
    let amount: Int64
    let circular: Int64
  }

  static func exists(for legs: [Leg]) -> Bool {
    let parties = Set(legs.flatMap { [$0.from, $0.to] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(parties, parties.indices))
    var arcs: [(from: Int, to: Int, cost: Int)] = []
    for leg in legs {
      guard let from = numbers[leg.from], let to = numbers[leg.to] else { continue }
      if leg.circular < leg.amount { arcs.append((from, to, -1)) }
      if leg.circular > 0 { arcs.append((to, from, 1)) }
    }
    // Bellman and Ford: still falling after as many rounds as nodes means a cycle below zero.
    var costs = [Int](repeating: 0, count: parties.count)
    for _ in 0...parties.count {
      var isFalling = false
      for arc in arcs where costs[arc.from] + arc.cost < costs[arc.to] {
        costs[arc.to] = costs[arc.from] + arc.cost
        isFalling = true
      }
      if !isFalling { return false }
    }
    return true
  }
}

extension Improvement.Leg {
  init(_ leg: CircularLeg) {
    self.init(from: leg.from, to: leg.to, amount: leg.amount, circular: leg.circular)
  }
}
