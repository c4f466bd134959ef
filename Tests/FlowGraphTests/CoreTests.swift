import FlowGraph
import TestSupport
import Testing

@Suite struct CoreTests {
  private static let networks: [(String, String)] = [
    ("", "announced:; binding:; non_cancellable:; funded:"),
    ("a>b 1, b>a 1", "announced: a+b; binding: -a -b; non_cancellable:; funded:"),
    (
      "a>b 1 funded, b>c 1 funded, c>a 1 binding, c>d 1 binding cancellable, d>c 1 binding",
      "announced: a+b+c+d; binding: a+b+c+d; non_cancellable: a+b+c -d; funded: -a -b -c -d"
    ),
    (
      "a>b 1 binding cancellable, b>a 1 funded cancellable, c>d 1 outstanding, d>c ? funded",
      "announced: a+b c+d; binding: a+b c+d; non_cancellable: c+d -a -b; funded: c+d -a -b"
    ),
    (
      "a>b 1 funded, b>a 1 funded, b>c 1, c>b 1",
      "announced: a+b+c; binding: a+b -c; non_cancellable: a+b; funded: a+b"
    ),
  ]

  @Test(arguments: networks)
  func `parties drop out of the core as less counts`(text: String, expected: String) throws {
    let cores = try Sketch.network(text).cores().map { core in
      let components = core.components.map { " " + $0.joined(separator: "+") }.joined()
      return "\(core.step.rawValue):" + components + core.dropped.map { " -\($0)" }.joined()
    }
    #expect(cores.joined(separator: "; ") == expected)
  }

  @Test(arguments: UInt64(0)..<100)
  func `components are the parties that reach each other`(seed: UInt64) throws {
    let network = try Sketch.random(parties: 12, density: 0.12, amounts: 1...9, seed: seed)
    var reaches: Set<[String]> = Set(network.legs.map { [$0.from, $0.to] })
    for middle in network.parties {
      for from in network.parties where reaches.contains([from, middle]) {
        for to in network.parties where reaches.contains([middle, to]) {
          reaches.insert([from, to])
        }
      }
    }
    let expected = Set(
      network.parties.map { party in
        network.parties.filter { reaches.contains([party, $0]) && reaches.contains([$0, party]) }
      }.filter { !$0.isEmpty })
    #expect(Set(network.components()) == expected)
    #expect(network.components().flatMap(\.self).count == expected.reduce(0) { $0 + $1.count })
  }

  @Test(arguments: [(false, 0), (true, 100_000)])
  func `a chain of a hundred thousand parties does not exhaust the stack`(
    isClosed: Bool, expected: Int
  ) throws {
    let count = 100_000
    var flows = (0..<count - 1).map { number in
      Flow(
        id: "\(number)", from: Sketch.name(number), to: Sketch.name(number + 1), kind: .capital,
        amount: 1)
    }
    if isClosed {
      flows.append(
        Flow(
          id: "last", from: Sketch.name(count - 1), to: Sketch.name(0), kind: .purchase, amount: 1))
    }
    let network = try FlowNetwork(flows: flows)
    #expect(network.components().first?.count ?? 0 == expected)
  }
}
