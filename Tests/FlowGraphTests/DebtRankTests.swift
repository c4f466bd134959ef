import FlowGraph
import TestSupport
import Testing

@Suite struct DebtRankTests {
  /// A network by its exposures (`a>b 5` is what `a` loses by `b`), with equity and shocks by
  /// party, and what each loses in the end after the paper of 2012 and after that of 2015.
  private struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let exposures: String
    let equity: [String: Int64]
    let shocks: [String: Double]
    let first: [Double]
    let differential: [Double]
  }

  private static let examples = [
    // domain.md 8; with the losses of every round the circle comes down.
    Example(
      testDescription: "the circle of domain.md 8", exposures: "a>b 40, b>c 30, c>a 20",
      equity: ["a": 100, "b": 50, "c": 25], shocks: ["c": 1], first: [0.24, 0.6, 1],
      differential: [0.24, 0.6, 1]),
    Example(
      testDescription: "no shock", exposures: "a>b 40", equity: ["a": 100], shocks: [:],
      first: [0, 0], differential: [0, 0]),
    Example(
      testDescription: "a chain", exposures: "a>b 50, b>c 50", equity: ["a": 100, "b": 100],
      shocks: ["c": 0.4], first: [0.1, 0.2, 0.4], differential: [0.1, 0.2, 0.4]),
    // Two parties that hold half of their equity in each other. 2012: .1, then .05 back, then
    // .025, and the first is inactive. 2015: h = .1 + h/4.
    Example(
      testDescription: "two of each other", exposures: "a>b 50, b>a 50",
      equity: ["a": 100, "b": 100], shocks: ["a": 0.1], first: [0.125, 0.05],
      differential: [0.1 / 0.75, 0.05 / 0.75]),
    // Three parties in a circle, each with half of its equity in the next: h = .1 + h/8.
    Example(
      testDescription: "three in a circle", exposures: "a>b 50, b>c 50, c>a 50",
      equity: ["a": 100, "b": 100, "c": 100], shocks: ["a": 0.1], first: [0.1125, 0.025, 0.05],
      differential: [0.1 / 0.875, 0.025 / 0.875, 0.05 / 0.875]),
    // An exposure of twice the equity counts once in 2012 and twice in 2015.
    Example(
      testDescription: "more than the equity", exposures: "a>b 200", equity: ["a": 100],
      shocks: ["b": 0.3], first: [0.3, 0.3], differential: [0.6, 0.3]),
    // Where it comes in two waves, 2012 passes on the first alone.
    Example(
      testDescription: "the second wave", exposures: "a>d 50, b>d 50, a>b 50, c>a 50",
      equity: ["a": 100, "b": 100, "c": 100], shocks: ["d": 0.8],
      first: [0.6, 0.4, 0.2, 0.8], differential: [0.6, 0.4, 0.3, 0.8]),
    Example(
      testDescription: "nobody loses more than all", exposures: "a>b 90, a>c 90, d>a 100",
      equity: ["a": 100, "d": 100], shocks: ["b": 1, "c": 1], first: [1, 1, 1, 1],
      differential: [1, 1, 1, 1]),
    // 2015: each turn of the circle brings more, until both have lost all.
    Example(
      testDescription: "a circle that comes down", exposures: "a>b 150, b>a 150",
      equity: ["a": 100, "b": 100], shocks: ["a": 0.01], first: [0.02, 0.01],
      differential: [1, 1]),
  ]

  @Test(arguments: examples)
  private func `distress spreads as reckoned by hand`(example: Example) throws {
    let network = try ExposureNetwork(Sketch.exposures(example.exposures))
    let first = try network.debtRank(shocks: example.shocks, equity: example.equity)
    let second = try network.differentialDebtRank(shocks: example.shocks, equity: example.equity)
    for (rank, expected) in [(first, example.first), (second, example.differential)] {
      #expect(rank.hasConverged)
      #expect(rank.distress.count == expected.count)
      for (distress, final) in zip(rank.distress, expected) {
        #expect(abs(distress.final - final) < 1e-9, "\(distress.party)")
        #expect(distress.initial == example.shocks[distress.party] ?? 0)
      }
    }
  }

  @Test func `the impact is what is lost beyond the shock`() throws {
    let network = try ExposureNetwork(Sketch.exposures("a>b 40, b>c 30, c>a 20"))
    let equity: [String: Int64] = ["a": 100, "b": 50, "c": 25]
    let rank = try network.debtRank(shocks: ["c": 1], equity: equity)
    let weights: [Double] = [4.0 / 9, 3.0 / 9, 2.0 / 9]
    #expect(rank.distress.map(\.weight) == weights)
    #expect(abs(rank.impact - 0.306666666666666666) < 1e-15)
    #expect(abs(rank.loss - rank.impact - 2.0 / 9) < 1e-15)
    #expect(rank.defaults == ["c"])
    #expect(rank.rounds == 3)
    let byEquity = try network.debtRank(shocks: ["c": 1], equity: equity, weight: .equity)
    let lost = 0.24 * 100 + 0.6 * 50
    #expect(abs(byEquity.impact - lost / 175) < 1e-15)
  }

  private static let refused: [(String, [String: Int64], [String: Double], ExposureError)] = [
    ("a>b 1, c>b 1", ["b": 1], [:], .equityMissing(["a", "c"])),
    ("a>b 1, c>b 1", ["a": 0, "c": -1], [:], .equityNotPositive(["a", "c"])),
    ("a>b 1", ["a": 1], ["z": 0.5], .unknownParty("z")),
    ("a>b 1", ["a": 1], ["b": 1.5], .shockOutOfRange(party: "b", shock: 1.5)),
    ("a>b 1", ["a": 1], ["b": -0.5], .shockOutOfRange(party: "b", shock: -0.5)),
  ]

  @Test(arguments: refused)
  func `what distress cannot be followed through is refused`(
    text: String, equity: [String: Int64], shocks: [String: Double], error: ExposureError
  ) throws {
    let network = try ExposureNetwork(Sketch.exposures(text))
    #expect(throws: error) { try network.debtRank(shocks: shocks, equity: equity) }
    #expect(throws: error) { try network.differentialDebtRank(shocks: shocks, equity: equity) }
  }

  private static let unsound: [(String, ExposureError)] = [
    ("a>a 1", .exposureToItself("a")),
    ("a>b -1", .negativeExposure(holder: "a", counterparty: "b")),
    ("a>b \(Int64.max), b>a 1", .totalTooLarge),
  ]

  @Test(arguments: unsound)
  func `what is no network of exposures is refused`(text: String, error: ExposureError) {
    #expect(throws: error) { try ExposureNetwork(Sketch.exposures(text)) }
  }

  @Test(arguments: UInt64(0)..<100)
  func `the differential losses solve their equation and are the least that do`(
    seed: UInt64
  ) throws {
    let (network, equity, shocks) = try Self.random(seed: seed)
    let rank = try network.differentialDebtRank(shocks: shocks, equity: equity)
    #expect(rank.hasConverged)
    let final = Dictionary(uniqueKeysWithValues: rank.distress.map { ($0.party, $0.final) })
    // h = min(1, h(1) + Λh): the sum of all that is passed on.
    func step(_ losses: [String: Double]) -> [String: Double] {
      var next = Dictionary(uniqueKeysWithValues: network.parties.map { ($0, shocks[$0] ?? 0) })
      for exposure in network.exposures {
        let ratio = Double(exposure.amount) / Double(equity[exposure.holder] ?? 1)
        next[exposure.holder, default: 0] += ratio * (losses[exposure.counterparty] ?? 0)
      }
      return next.mapValues { min(1, $0) }
    }
    for (party, loss) in step(final) { #expect(abs(loss - (final[party] ?? 0)) < 1e-6) }
    var least: [String: Double] = [:]
    for _ in 0..<3000 {
      let next = step(least)
      if next == least { break }
      least = next
    }
    for (party, loss) in least { #expect(abs(loss - (final[party] ?? 0)) < 1e-6) }
  }

  @Test(arguments: UInt64(0)..<100)
  func `what the first form leaves out only adds to the losses`(seed: UInt64) throws {
    let (network, equity, shocks) = try Self.random(seed: seed)
    let first = try network.debtRank(shocks: shocks, equity: equity)
    let second = try network.differentialDebtRank(shocks: shocks, equity: equity)
    for (less, more) in zip(first.distress, second.distress) {
      #expect(less.initial <= less.final)
      #expect(less.final <= more.final + 1e-9)
      #expect(more.final <= 1)
    }
    #expect(first.rounds <= network.parties.count + 1)
    #expect((0...1).contains(first.impact))
  }

  @Test func `a circle that never ends is stopped, and says so`() throws {
    let network = try ExposureNetwork(Sketch.exposures("a>b 999999, b>a 999999"))
    let rank = try network.differentialDebtRank(
      shocks: ["a": 1e-9], equity: ["a": 1_000_000, "b": 1_000_000], maximumRounds: 10)
    #expect(!rank.hasConverged)
    #expect(rank.rounds == 10)
  }

  @Test func `who gives capital and who sells are exposed`() throws {
    let network = try Sketch.network("a>b 5 capital, a>b 7, b>a ?, c>b 1 capital, c>b 2 capital")
    #expect(
      network.exposureNetwork().exposures == [
        Exposure(holder: "a", counterparty: "b", amount: 5),
        Exposure(holder: "b", counterparty: "a", amount: 7),
        Exposure(holder: "c", counterparty: "b", amount: 3),
      ])
  }

  static func random(
    seed: UInt64
  ) throws -> (network: ExposureNetwork, equity: [String: Int64], shocks: [String: Double]) {
    var random = SplitMix64(seed: seed)
    let flows = try Sketch.random(
      parties: Int.random(in: 2...8, using: &random), density: 0.4, amounts: 1...100, seed: seed)
    let network = flows.exposureNetwork()
    let equity = Dictionary(
      uniqueKeysWithValues: network.parties.map {
        ($0, Int64.random(in: 60...900, using: &random))
      })
    let shocked = network.parties.filter { _ in Bool.random(using: &random) }
    let shocks = shocked.map { ($0, Double.random(in: 0...0.5, using: &random)) }
    return (network, equity, Dictionary(uniqueKeysWithValues: shocks))
  }
}

extension Sketch {
  /// The exposures of `"a>b 5"`: what `a` loses by the failure of `b`.
  static func exposures(_ text: String) -> [Exposure] {
    flows(text).map { Exposure(holder: $0.from, counterparty: $0.to, amount: $0.amount ?? 0) }
  }
}
