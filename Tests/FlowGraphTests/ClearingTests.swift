import FlowGraph
import TestSupport
import Testing

@Suite struct ClearingTests {
  /// Liabilities by row, external assets, then payments and the round each defaults in (0 for
  /// none).
  private struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let liabilities: [[Int64]]
    let assets: [Int64]
    let payments: [Double]
    let rounds: [Int]
  }

  private static let examples = [
    // domain.md 8, in cents.
    Example(
      testDescription: "the worked example of domain.md 8",
      liabilities: [[0, 200, 100], [300, 0, 100], [200, 500, 0]], assets: [50, 100, 150],
      payments: [300, 400, 350], rounds: [0, 0, 1]),
    // By hand, in thousands: the second fails by itself and the third with it, and from
    // q = 1 + r/4 and r = 3 + q/4 they pay 28/15 and 52/15.
    Example(
      testDescription: "one default draws another with it",
      liabilities: [[0, 0, 200_000], [300_000, 0, 100_000], [300_000, 100_000, 0]],
      assets: [100_000, 100_000, 100_000],
      payments: [200_000, 2_800_000.0 / 15, 5_200_000.0 / 15], rounds: [0, 1, 2]),
    Example(
      testDescription: "all pay", liabilities: [[0, 500], [500, 0]], assets: [0, 0],
      payments: [500, 500], rounds: [0, 0]),
    Example(
      testDescription: "a chain falls one by one",
      liabilities: [[0, 1000, 0, 0], [0, 0, 1000, 0], [0, 0, 0, 1000], [0, 0, 0, 0]],
      assets: [600, 200, 100, 0], payments: [600, 800, 900, 0], rounds: [1, 2, 3, 0]),
    Example(
      testDescription: "the last of a chain is saved by what it has",
      liabilities: [[0, 1000, 0, 0], [0, 0, 1000, 0], [0, 0, 0, 1000], [0, 0, 0, 0]],
      assets: [600, 200, 200, 0], payments: [600, 800, 1000, 0], rounds: [1, 2, 0, 0]),
    Example(
      testDescription: "who has nothing pays nothing", liabilities: [[0, 700], [0, 0]],
      assets: [0, 0], payments: [0, 0], rounds: [1, 0]),
    Example(
      testDescription: "pro rata",
      liabilities: [[0, 900, 300], [0, 0, 0], [0, 0, 0]], assets: [400, 0, 0],
      payments: [400, 0, 0], rounds: [1, 0, 0]),
    // p = 100 + q/2 and q = p: of what comes round, half leaves again each time.
    Example(
      testDescription: "a circle feeds itself",
      liabilities: [[0, 1000, 0], [500, 0, 500], [0, 0, 0]], assets: [100, 0, 0],
      payments: [200, 200, 0], rounds: [1, 2, 0]),
  ]

  @Test(arguments: examples)
  private func `payments are those of worked examples`(example: Example) throws {
    let count = example.assets.count
    let liabilities = (0..<count).flatMap { debtor in
      (0..<count).map { creditor in
        Liability(
          debtor: Sketch.name(debtor), creditor: Sketch.name(creditor),
          amount: example.liabilities[debtor][creditor])
      }
    }
    let assets = Dictionary(
      uniqueKeysWithValues: example.assets.enumerated().map { (Sketch.name($0), $1) })
    let clearing = try ClearingNetwork(
      liabilities: liabilities.filter { $0.debtor != $0.creditor }, externalAssets: assets
    ).cleared()
    for (outcome, payment) in zip(clearing.outcomes, example.payments) {
      #expect(abs(outcome.payment - payment) < 1e-9)
    }
    #expect(clearing.outcomes.map { $0.defaultRound ?? 0 } == example.rounds)
    #expect(clearing.rounds == example.rounds.max())
  }

  private static let refused: [([Liability], [String: Int64], ClearingError)] = [
    ([Liability(debtor: "a", creditor: "a", amount: 1)], [:], .liabilityToItself("a")),
    (
      [Liability(debtor: "a", creditor: "b", amount: -1)], [:],
      .negativeLiability(debtor: "a", creditor: "b")
    ),
    ([], ["b": -1, "a": -1], .negativeAssets("a")),
    ([], ["a": 1 << 53, "b": 1], .totalTooLarge),
    ([Liability(debtor: "a", creditor: "b", amount: .max)], [:], .totalTooLarge),
  ]

  @Test(arguments: refused)
  func `what is no network of debts is refused`(
    liabilities: [Liability], assets: [String: Int64], error: ClearingError
  ) {
    #expect(throws: error) {
      try ClearingNetwork(liabilities: liabilities, externalAssets: assets)
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `payments are those of paying less and less from all`(seed: UInt64) throws {
    let (network, liabilities, assets) = try Self.random(seed: seed)
    let clearing = try network.cleared()
    let expected = Slowly.payments(liabilities, assets, of: network.parties)
    for (outcome, payment) in zip(clearing.outcomes, expected) {
      #expect(abs(outcome.payment - payment) < 0.01, "\(outcome.party)")
      #expect((outcome.defaultRound != nil) == (outcome.owed - payment > 0.5))
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `nothing is lost, nobody pays what they lack, and debts come before equity`(
    seed: UInt64
  ) throws {
    let clearing = try Self.random(seed: seed).network.cleared()
    var (assets, equity) = (0.0, 0.0)
    for outcome in clearing.outcomes {
      assets += outcome.assets
      equity += outcome.equity
      #expect(outcome.payment <= outcome.assets + outcome.received + 0.5)
      #expect(outcome.shortfall >= 0)
      #expect(outcome.shortfall <= 0.5 || outcome.equity < 0.01)
      #expect((outcome.recovery ?? 1) <= 1)
    }
    #expect(abs(assets - equity) < 0.5 * Double(clearing.outcomes.count))
    #expect(clearing.rounds <= clearing.outcomes.count)
    #expect(clearing.residual <= 0.5)
    #expect(Set(clearing.defaults.compactMap(\.defaultRound)) == Set(1..<(clearing.rounds + 1)))
  }

  @Test(arguments: UInt64(0)..<20)
  func `more assets never mean less for anyone`(seed: UInt64) throws {
    let (network, liabilities, assets) = try Self.random(seed: seed)
    let richer = try ClearingNetwork(
      liabilities: liabilities, externalAssets: assets.mapValues { $0 + $0 / 10 + 100 })
    for (less, more) in zip(try network.cleared().outcomes, try richer.cleared().outcomes) {
      #expect(less.payment <= more.payment + 0.01)
    }
  }

  @Test func `a circle that nearly closes keeps its digits`() throws {
    // Of ten billion dollars one cent leaves at each turn; half a dollar is there at the start.
    let large: Int64 = 1_000_000_000_000
    let network = try ClearingNetwork(
      liabilities: [
        Liability(debtor: "a", creditor: "b", amount: large),
        Liability(debtor: "b", creditor: "a", amount: large - 100),
        Liability(debtor: "b", creditor: "c", amount: 100),
      ], externalAssets: ["a": 50])
    // a pays 50 and all that b sends back: p = 50 + p (1 − 100/large).
    let outcomes = try network.cleared().outcomes
    #expect(abs(outcomes[0].payment - Double(large) / 2) < 0.001)
    #expect(abs(outcomes[2].received - 50) < 1e-9)
  }

  @Test func `less than half a cent is no default`() throws {
    let flows = try Sketch.network("a>b 1000, b>c 3, b>d 3, b>e 3, c>f 2, a>c 1")
    let network = try ClearingNetwork(
      liabilities: flows.liabilities(), externalAssets: ["a": 1001])
    #expect(try network.cleared().defaults == [])
    let short = try ClearingNetwork(
      liabilities: flows.liabilities(), externalAssets: ["a": 1000])
    #expect(try short.cleared().defaults.map(\.party) == ["a"])
  }

  @Test func `flows without amount are no debts, and debts to one party are one`() throws {
    let network = try Sketch.network("a>b 5, a>b 6, a>b ?, b>a ?")
    #expect(network.liabilities() == [Liability(debtor: "a", creditor: "b", amount: 11)])
    let outcomes = try ClearingNetwork(
      liabilities: network.liabilities() + network.liabilities(), externalAssets: ["z": 3]
    ).cleared().outcomes
    #expect(outcomes.map(\.party) == ["a", "b", "z"])
    #expect(outcomes.map(\.owed) == [22, 0, 0])
    #expect(outcomes.map(\.equity) == [0, 0, 3])
    #expect(outcomes[1].recovery == nil)
  }

  static func random(
    seed: UInt64
  ) throws -> (network: ClearingNetwork, liabilities: [Liability], assets: [String: Int64]) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 2...9, using: &random)
    let flows = try Sketch.random(
      parties: count, density: Double.random(in: 0.2...0.9, using: &random),
      amounts: 0...1_000_000, seed: seed)
    let most = Int64.random(in: 0...1_500_000, using: &random)
    let assets = Dictionary(
      uniqueKeysWithValues: (0..<count).map {
        (Sketch.name($0), Int64.random(in: 0...most, using: &random))
      })
    let liabilities = flows.liabilities()
    return (
      try ClearingNetwork(liabilities: liabilities, externalAssets: assets), liabilities, assets
    )
  }
}

/// The slow and sure way: all begin by paying in full and pay what they can, again and again.
enum Slowly {
  static func payments(
    _ liabilities: [Liability], _ assets: [String: Int64], of parties: [String]
  ) -> [Double] {
    let owed = parties.map { party in
      liabilities.reduce(0) { $0 + ($1.debtor == party ? Double($1.amount) : 0) }
    }
    let shares = parties.indices.map { debtor in
      parties.map { creditor in
        liabilities.reduce(0.0) { sum, liability in
          liability.debtor == parties[debtor] && liability.creditor == creditor && owed[debtor] > 0
            ? sum + Double(liability.amount) / owed[debtor] : sum
        }
      }
    }
    var payments = owed
    for _ in 0..<20_000 {
      let next = parties.indices.map { party in
        min(
          owed[party],
          parties.indices.reduce(Double(assets[parties[party]] ?? 0)) {
            $0 + payments[$1] * shares[$1][party]
          })
      }
      let change = zip(payments, next).map { $0 - $1 }.max() ?? 0
      payments = next
      if change < 1e-9 { break }
    }
    return payments
  }
}
