import FlowGraph
import TestSupport
import Testing

@Suite struct CycleTests {
  private static let known: [(String, Int, String)] = [
    ("", 6, ""), ("a>b 1, b>c 1", 6, ""), ("a>b 3, b>a 2", 6, "a-b 2"),
    ("b>a 3, a>b 2", 6, "a-b 2"), ("a>b 3, b>a 2", 1, ""), ("a>b 3, b>a 2", 0, ""),
    ("c>a 1, a>b 2, b>c 3", 6, "a-b-c 1"), ("c>a 1, a>b 2, b>c 3", 2, ""),
    ("c>a 1, b>c 2, a>b 3", 3, "a-b-c 1"), ("a>b 3, b>a ?", 6, "a-b 3?"),
    ("a>b ?, b>a ?", 6, "a-b -?"), ("a>b 3, a>b ?, b>a 9", 6, "a-b 3?"),
    ("a>b 3, a>b 4, b>a 9", 6, "a-b 7"), ("a>b 0, b>a 9", 6, "a-b 0"),
    ("a>b 1, b>a 1, c>d 5, d>c 5, e>f ?, f>e 9", 6, "c-d 5; a-b 1; e-f 9?"),
    ("a>b 1, b>a 1, b>c 1, c>a 1", 6, "a-b 1; a-b-c 1"),
    (
      Sketch.deals, 6,
      "nvidia-openai 100; nvidia-openai-oracle 40; microsoft-openai 13; "
        + "coreweave-nvidia-openai 10; coreweave-nvidia 6; nvidia-xai 2; amd-openai 100?"
    ),
  ]

  @Test(arguments: known)
  func `cycles are found with what can go round`(
    text: String, length: Int, expected: String
  ) throws {
    let list = try Sketch.network(text).cycles(upTo: length)
    let cycles = list.cycles.map { cycle in
      cycle.parties.joined(separator: "-") + " " + (cycle.bottleneck.map { "\($0)" } ?? "-")
        + (cycle.hasUnknownAmount ? "?" : "")
    }
    #expect(cycles.joined(separator: "; ") == expected)
    #expect(!list.hasMore)
  }

  private static let states: [(String, FlowStage, Bool?)] = [
    ("a>b 1, b>a 1", .announced, nil), ("a>b 1 funded, b>a 1 binding", .binding, nil),
    ("a>b 1 funded, b>a 1 outstanding", .funded, nil),
    ("a>b 1 funded, a>b 1, b>a 1 funded", .funded, nil),
    ("a>b 1 firm, b>a 1 firm", .announced, false), ("a>b 1 firm, b>a 1", .announced, nil),
    ("a>b 1 cancellable, b>a 1 firm", .announced, true),
    ("a>b 1 cancellable, b>a 1", .announced, true),
    ("a>b 1 cancellable, a>b 1 firm, b>a 1 firm", .announced, false),
  ]

  @Test(arguments: states)
  func `a cycle is as good as its weakest leg`(
    text: String, stage: FlowStage, isCancellable: Bool?
  ) throws {
    let cycle = try #require(try Sketch.network(text).cycles().cycles.first)
    #expect(cycle.stage == stage)
    #expect(cycle.isCancellable == isCancellable)
  }

  /// Cycles of the complete graph of n nodes: Σ C(n, l)(l − 1)!, and in all OEIS A006231.
  private static let complete: [(Int, Int, Int)] = [
    (2, 9, 1), (3, 9, 5), (4, 9, 20), (5, 9, 84), (6, 9, 409), (7, 9, 2365), (7, 2, 21),
    (7, 3, 91), (7, 4, 301), (7, 5, 805),
  ]

  @Test(arguments: complete)
  func `a complete graph has as many cycles as combinatorics say`(
    parties: Int, length: Int, count: Int
  ) throws {
    let network = try Sketch.random(parties: parties, density: 1, amounts: 1...9, seed: 1)
    #expect(network.cycles(upTo: length).cycles.count == count)
  }

  @Test(arguments: UInt64(0)..<200)
  func `cycles are those of trying every path`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let network = try Sketch.random(
      parties: Int.random(in: 2...8, using: &random),
      density: Double.random(in: 0.1...0.6, using: &random), amounts: 0...9, seed: seed)
    for length in 2...8 {
      let expected = EveryPath.cycles(of: network, upTo: length)
      let cycles = network.cycles(upTo: length, limit: .max).cycles
      #expect(cycles.count == expected.count)
      #expect(Set(cycles.map(\.parties)) == expected)
      for cycle in cycles {
        #expect(zip(cycle.legs, cycle.legs.dropFirst()).allSatisfy { $0.to == $1.from })
        #expect(cycle.legs.last?.to == cycle.legs.first?.from)
      }
    }
  }

  @Test func `more than the limit is not passed over in silence`() throws {
    let network = try Sketch.random(parties: 6, density: 1, amounts: 1...9, seed: 3)
    let all = network.cycles()
    #expect(all.cycles.count == 409)
    for (limit, hasMore) in [(0, true), (1, true), (408, true), (409, false), (410, false)] {
      let list = network.cycles(limit: limit)
      #expect(list.cycles.count == min(limit, 409))
      #expect(list.hasMore == hasMore)
      let first = all.cycles.map(\.parties).sorted { $0.lexicographicallyPrecedes($1) }
      #expect(Set(list.cycles.map(\.parties)) == Set(first.prefix(limit)))
    }
    #expect(try !Sketch.network("a>b 1").cycles(limit: 0).hasMore)
  }

  @Test(.timeLimit(.minutes(1)))
  func `short cycles of two thousand parties and ten thousand flows are found`() throws {
    var random = SplitMix64(seed: 7)
    var pairs: Set<[Int]> = []
    while pairs.count < 10_000 {
      let (from, to) = (
        Int.random(in: 0..<2000, using: &random), Int.random(in: 0..<2000, using: &random)
      )
      if from != to { pairs.insert([from, to]) }
    }
    let flows = pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { pair in
      Flow(
        id: "\(pair)", from: Sketch.name(pair[0]), to: Sketch.name(pair[1]), kind: .purchase,
        amount: 1)
    }
    let network = try FlowNetwork(flows: flows)
    let cycles = network.cycles(upTo: 5).cycles
    let closedWalks = EveryPath.cycles(of: network, upTo: 3)
    #expect(Set(cycles.map(\.parties).filter { $0.count <= 3 }) == closedWalks)
    #expect(cycles.count > 500)
  }
}

/// The slow and sure way: every path from every party is tried.
enum EveryPath {
  static func cycles(of network: FlowNetwork, upTo length: Int) -> Set<[String]> {
    let next = Dictionary(grouping: network.legs, by: \.from).mapValues { $0.map(\.to) }
    var found: Set<[String]> = []
    func go(_ path: [String]) {
      for party in next[path[path.count - 1]] ?? [] {
        if party == path[0] { found.insert(path) }
        if path.count < length, party > path[0], !path.contains(party) { go(path + [party]) }
      }
    }
    for party in network.parties { go([party]) }
    return found
  }
}
