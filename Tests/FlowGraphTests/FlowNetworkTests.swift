import FlowGraph
import TestSupport
import Testing

@Suite struct FlowNetworkTests {
  private static let refused: [([Flow], FlowNetworkError)] = [
    (Sketch.flows("a>b 1") + Sketch.flows("b>a 1"), .duplicate(id: "f0")),
    (Sketch.flows("a>b 1, a>a 1"), .flowToItself(id: "f1")),
    (Sketch.flows("a>b -1"), .negativeAmount(id: "f0")),
    (Sketch.flows("a>b \(Int64.max), b>a 1"), .totalTooLarge),
  ]

  @Test(arguments: refused)
  func `flows that make no network are refused`(flows: [Flow], error: FlowNetworkError) {
    #expect(throws: error) { try FlowNetwork(flows: flows) }
  }

  private static let legs: [(String, Int64?, Int, FlowStage, Bool?)] = [
    ("a>b 5", 5, 0, .announced, nil), ("a>b ?", nil, 1, .announced, nil),
    ("a>b 5, a>b ? binding", 5, 1, .binding, nil), ("a>b 0", 0, 0, .announced, nil),
    ("a>b 5 funded, a>b 6 binding", 11, 0, .funded, nil),
    ("a>b 5 cancellable, a>b 6 cancellable", 11, 0, .announced, true),
    ("a>b 5 cancellable, a>b 6 firm", 11, 0, .announced, false),
    ("a>b 5 cancellable, a>b 6", 11, 0, .announced, nil),
    ("a>b 5 outstanding firm, a>b 6", 11, 0, .outstanding, false),
  ]

  @Test(arguments: legs)
  func `flows between two parties are one edge`(
    text: String, known: Int64?, unknown: Int, stage: FlowStage, isCancellable: Bool?
  ) throws {
    let leg = try #require(try Sketch.network(text).legs.first)
    #expect(leg.knownAmount == known)
    #expect(leg.sum.unknown == unknown)
    #expect(leg.stage == stage)
    #expect(leg.isCancellable == isCancellable)
  }

  @Test(arguments: UInt64(0)..<16)
  func `the order in which flows come changes nothing`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let flows = Sketch.flows(Sketch.deals)
    let (first, second) = (
      try FlowNetwork(flows: flows), try FlowNetwork(flows: flows.shuffled(using: &random))
    )
    #expect(first.flows == second.flows)
    #expect(first.cycles() == second.cycles())
    #expect(first.cores() == second.cores())
    #expect(first.reciprocalPairs() == second.reciprocalPairs())
    #expect(first.circularity().legs == second.circularity().legs)
    #expect(first.stakes(in: "nvidia") == second.stakes(in: "nvidia"))
    let (here, there) = (first.exposureNetwork(), second.exposureNetwork())
    #expect(here.lookThrough(to: "openai").chains == there.lookThrough(to: "openai").chains)
  }

  @Test func `a party without flows is no longer there`() throws {
    let network = try Sketch.network("a>b 1, b>c 2 binding, c>b ?")
    #expect(network.parties == ["a", "b", "c"])
    #expect(network.filter { $0.stage >= .binding }.parties == ["b", "c"])
    #expect(network.removing("b").parties == [])
    #expect(network.removing("nobody").flows == network.flows)
    #expect(network.total.known == 3)
    #expect(network.total.amount == nil)
  }

  @Test func `the stages nest, and their codes are those of the file`() {
    #expect(FlowStage.allCases.sorted() == FlowStage.allCases)
    #expect(
      FlowStage.allCases.map(\.rawValue) == ["announced", "binding", "funded", "outstanding"])
    #expect(FlowKind.allCases.map(\.rawValue) == ["capital", "purchase"])
  }
}
