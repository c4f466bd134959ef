import FlowGraph
import TestSupport
import Testing

@Suite struct WhatIfTests {
  private static let stakes: [(String, String, String)] = [
    ("", "x", ""), ("a>b 5", "x", ""), ("a>x 5 capital", "x", "a invested 5"),
    ("a>x 5", "x", "a supply 5"), ("x>a 5 capital", "x", "a funding 5"),
    ("x>a 5", "x", "a revenue 5"),
    ("x>a 5, x>a ?, a>x 3 capital, a>x 9", "x", "a invested 3 revenue 5+? supply 9"),
    ("x>a 1, x>b 2, b>x 4 capital, c>x 9", "x", "b invested 4 revenue 2; a revenue 1; c supply 9"),
    (
      Sketch.deals, "openai",
      "nvidia invested 100 revenue 350; oracle revenue 300; microsoft invested 13 revenue 250; "
        + "amd invested 0+? revenue 100; coreweave revenue 22"
    ),
  ]

  @Test(arguments: stakes)
  func `who is tied to a party loses in four ways`(
    text: String, party: String, expected: String
  ) throws {
    let stakes = try Sketch.network(text).stakes(in: party).map { stake in
      let sums = [
        ("invested", stake.invested), ("revenue", stake.revenue), ("funding", stake.funding),
        ("supply", stake.supply),
      ]
      return stake.party
        + sums.filter { $0.1.flows > 0 }.map {
          " \($0.0) \($0.1.known)" + ($0.1.unknown > 0 ? "+?" : "")
        }.joined()
    }
    #expect(stakes.joined(separator: "; ") == expected)
  }

  private static let chains: [(String, Int, String, String)] = [
    ("a>b 5", 4, "", ""), ("a>x 5", 4, "a-x 5", "a 5+0"), ("a>x 5", 0, "", ""),
    // All that b has rests on x, so all that a has in b does.
    ("a>b 8, b>x 5", 4, "a-b-x 8; b-x 5", "a 0+8; b 5+0"),
    ("a>b 8, b>x 5", 1, "b-x 5", "b 5+0"),
    // Half of what b has rests on x.
    ("a>b 8, b>x 5, b>c 5", 4, "b-x 5; a-b-x 4", "b 5+0; a 0+4"),
    ("a>b 9, b>x 5, b>c 5", 4, "b-x 5; a-b-x 4", "b 5+0; a 0+4"),
    ("a>b 8, a>x 2, b>x 5, b>c 5", 4, "b-x 5; a-b-x 4; a-x 2", "a 2+4; b 5+0"),
    ("a>b 8, b>c 4, c>x 2, c>d 2", 4, "a-b-c-x 4; b-c-x 2; c-x 2", "a 0+4; b 0+2; c 2+0"),
    ("a>b 8, b>c 4, c>x 2, c>d 2", 2, "b-c-x 2; c-x 2", "b 0+2; c 2+0"),
    // Round the circle nobody is passed twice: a's part of b's is not counted again.
    ("a>b 6, b>a 4, b>x 4", 4, "b-x 4; a-b-x 3", "b 4+0; a 0+3"),
    ("a>b 1, b>x 1, b>c 5", 4, "b-x 1", "b 1+0"), ("x>a 5, a>b 3", 4, "", ""),
  ]

  @Test(arguments: chains)
  func `exposures are looked through by their shares`(
    text: String, length: Int, chains: String, totals: String
  ) throws {
    let network = try ExposureNetwork(Sketch.exposures(text))
    let found = network.lookThrough(to: "x", upTo: length)
    #expect(!found.hasMore)
    let texts = found.chains.map { "\($0.parties.joined(separator: "-")) \($0.amount)" }
    #expect(texts.joined(separator: "; ") == chains)
    let sums = found.totals.map { "\($0.party) \($0.direct)+\($0.indirect)" }
    #expect(sums.joined(separator: "; ") == totals)
  }

  @Test(arguments: UInt64(0)..<60)
  func `chains are those of trying every path, and none has more than it holds`(
    seed: UInt64
  ) throws {
    let network = try Sketch.random(parties: 6, density: 0.5, amounts: 1...100_000, seed: seed)
      .exposureNetwork()
    var held: [String: Int64] = [:]
    for exposure in network.exposures { held[exposure.holder, default: 0] += exposure.amount }
    let target = try #require(network.parties.first)
    var expected: [[String]: Double] = [:]
    func go(_ path: [String], _ amount: Double) {
      for exposure in network.exposures where exposure.holder == path[path.count - 1] {
        let (next, isFirst) = (exposure.counterparty, path.count == 1)
        let all = Double(held[exposure.holder] ?? 1)
        let rest = isFirst ? Double(exposure.amount) : amount * Double(exposure.amount) / all
        if next == target { expected[path + [next]] = rest }
        if next != target, path.count < 4, !path.contains(next) { go(path + [next], rest) }
      }
    }
    for party in network.parties where party != target { go([party], 0) }
    let found = network.lookThrough(to: target, upTo: 4)
    #expect(!found.hasMore)
    let amounts = Dictionary(uniqueKeysWithValues: found.chains.map { ($0.parties, $0.amount) })
    for (path, amount) in expected {
      // Rounded down at each step: at most a cent a step below.
      let found = Double(amounts[path] ?? 0)
      #expect((amount - 3...amount + 1e-6).contains(found))
    }
    #expect(Set(amounts.keys).isSubset(of: expected.keys))
    for total in found.totals {
      let all = held[total.party] ?? 0
      #expect(total.direct + total.indirect <= all)
    }
  }

  @Test func `chains above the limit are not passed over in silence`() throws {
    let network = try ExposureNetwork(Sketch.exposures("a>x 5, b>x 5, c>b 5"))
    for (limit, count, hasMore) in [(0, 0, true), (2, 2, true), (3, 3, false)] {
      let found = network.lookThrough(to: "x", limit: limit)
      #expect(found.chains.count == count)
      #expect(found.hasMore == hasMore)
      #expect(found.chains.allSatisfy { $0.intermediaries == 0 } == (count < 3))
    }
    #expect(network.lookThrough(to: "nobody").chains == [])
  }

  private static let shortfalls: [(String, [String: Int64], Absence, String)] = [
    // x owes a, and a owes b: a is left with what it has, b with what a pays.
    ("x>a 10, a>b 8", ["x": 10], .defaulted, "a -10 short 0>8 new; b -8 short 0>0"),
    ("x>a 10, a>b 8", ["x": 10], .removed, "a -10 short 0>8 new; b -8 short 0>0"),
    ("x>a 10, a>b 8", ["x": 10, "a": 8], .defaulted, "a -10 short 0>0"),
    ("x>a 10, a>b 8", ["x": 4], .defaulted, "a -4 short 4>8; b -4 short 0>0"),
    // What x is owed stays due in default, and is gone when x never was.
    ("x>a 10, a>x 10, a>b 10", ["a": 10], .defaulted, "a -10 short 0>10 new; b -5 short 0>0"),
    ("x>a 10, a>x 10, a>b 10", ["a": 10], .removed, "a -10 short 0>0"),
    ("x>a 10, a>b 8", ["x": 10], .removed, "a -10 short 0>8 new; b -8 short 0>0"),
    ("a>b 8", ["a": 8], .defaulted, ""),
  ]

  @Test(arguments: shortfalls)
  func `who is hurt by a default is told with the loss`(
    text: String, assets: [String: Int64], absence: Absence, expected: String
  ) throws {
    let network = try ClearingNetwork(
      liabilities: try Sketch.network(text).liabilities(), externalAssets: assets)
    let shortfalls = try network.shortfalls(without: "x", as: absence).map {
      "\($0.party) -\(Int($0.lostReceipts)) short \(Int($0.before))>\(Int($0.after))"
        + ($0.isNewDefault ? " new" : "")
    }
    #expect(shortfalls.joined(separator: "; ") == expected)
  }

  @Test(arguments: UInt64(0)..<40)
  func `no default of one helps another`(seed: UInt64) throws {
    let network = try ClearingTests.random(seed: seed).network
    let before = try network.cleared()
    for party in network.parties {
      let after = try network.without(party, as: .defaulted).cleared()
      for old in before.outcomes where old.party != party {
        guard let new = after.outcomes.first(where: { $0.party == old.party }) else {
          Issue.record("\(old.party) is gone")
          continue
        }
        #expect(new.received <= old.received + 0.01)
        #expect(new.payment <= old.payment + 0.01)
      }
    }
  }

  @Test func `a party that goes takes its loops with it`() throws {
    let removal = try Sketch.network(Sketch.deals).removal(of: "openai")
    #expect(removal.dropped == ["amd", "microsoft", "oracle"])
    #expect(removal.before.circular == 286)
    // nvidia with coreweave and with xai are left: 6 and 2, both ways.
    #expect(removal.after.circular == 16)
    #expect(removal.after.total == 40 + 6 + 10 + 2 + 20)
  }
}
