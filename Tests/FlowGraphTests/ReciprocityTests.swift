import FlowGraph
import Testing

@Suite struct ReciprocityTests {
  private static let pairs: [(String, String)] = [
    ("", ""), ("a>b 5 capital", ""), ("a>b 5 capital, b>a 5 capital", ""),
    ("a>b 5, b>a 5", ""), ("a>b 5 capital, b>a 20", "a b 5 20 0.25"),
    ("a>b 20 capital, b>a 5", "a b 20 5 0.25"), ("a>b 5 capital, b>a ?", "a b 5 0 -"),
    ("a>b 5 capital, a>b ? capital, b>a 20", "a b 5 20 -"),
    ("a>b 0 capital, b>a 0", "a b 0 0 -"), ("a>b 0 capital, b>a 7", "a b 0 7 0.0"),
    (
      "a>b 2 capital, b>a 3, b>a 9 capital, a>b 8",
      "b a 9 8 0.8888888888888888; a b 2 3 0.6666666666666666"
    ),
    ("a>b 1 capital, b>a 1, c>d 9 capital, d>c 9", "c d 9 9 1.0; a b 1 1 1.0"),
  ]

  @Test(arguments: pairs)
  func `capital one way and purchases the other make a pair`(text: String, expected: String) throws
  {
    let pairs = try Sketch.network(text).reciprocalPairs().map {
      "\($0.giver) \($0.buyer) \($0.capital.known) \($0.purchases.known) "
        + ($0.reciprocity.map { "\($0)" } ?? "-")
    }
    #expect(pairs.joined(separator: "; ") == expected)
  }

  private static let networks: [(String, Double?, Double?, Double?)] = [
    ("", nil, nil, nil), ("a>b ?", 0, nil, nil), ("a>b 5", 0, 0, 0),
    ("a>b 5, b>a 5", 1, 1, 0), ("a>b 5 capital, b>a 5", 1, 1, 1),
    ("a>b 5 capital, b>a 15", 1, 0.5, 0.5), ("a>b 5 capital, b>a ?", 1, 0, 0),
    ("a>b 6, b>a 2, b>c 8", 2.0 / 3, 4.0 / 16, 0),
    ("a>b 1 capital, a>b 4, b>a 5", 1, 1, 0.2),
    // min(100,350) + min(6,10) + min(2,20) + min(250,13), twice, over 1213.
    (Sketch.deals, 10.0 / 13, 242.0 / 1213, 242.0 / 1213),
  ]

  @Test(arguments: networks)
  func `the network's numbers are shares of what goes both ways`(
    text: String, binary: Double?, weighted: Double?, betweenKinds: Double?
  ) throws {
    let reciprocity = try Sketch.network(text).reciprocity()
    #expect(reciprocity.binary == binary)
    #expect(reciprocity.weighted == weighted)
    #expect(reciprocity.betweenKinds == betweenKinds)
  }

  @Test(arguments: UInt64(0)..<32)
  func `shares are within bounds, and the layers never meet more than the whole`(
    seed: UInt64
  ) throws {
    let network = try Sketch.random(parties: 7, density: 0.5, amounts: 0...50, seed: seed)
    let reciprocity = network.reciprocity()
    let weighted = try #require(reciprocity.weighted)
    let betweenKinds = try #require(reciprocity.betweenKinds)
    #expect(0 <= betweenKinds && betweenKinds <= weighted && weighted <= 1)
  }

  private static let sellers: [(String, String)] = [
    ("a>b 5 capital", ""), ("a>b 5 capital, b>a 20", "a b 0.25"),
    ("a>b 5 capital, b>a 20, a>c 5 capital, c>a 5", "a b,c 0.4"),
    ("a>b 5 capital, b>a 20, d>a 80", "a b 0.25"), ("a>b 30 capital, b>a 20", "a b 1.5"),
    ("a>b 5 capital, b>a ?", "a b -"), ("a>b 5 capital, b>a 0", "a b -"),
    (
      Sketch.deals,
      "amd openai -; microsoft openai 0.052; nvidia coreweave,openai,xai 0.28421052631578947"
    ),
  ]

  @Test(arguments: sellers)
  func `a seller that pays its customers funds its own sales`(text: String, expected: String) throws
  {
    let sellers = try Sketch.network(text).selfFunding().map {
      "\($0.seller) \($0.customers.joined(separator: ",")) " + ($0.ratio.map { "\($0)" } ?? "-")
    }
    #expect(sellers.joined(separator: "; ") == expected)
  }
}
