import Ledger
import TestSupport
import Testing

/// The laws of the fuzzer, over the shipped queries and what is left of them when damaged.
@Suite struct QueryLawTests {
  @Test func `no damage of a query breaks a law`() throws {
    var random = SplitMix64(seed: 1)
    for query in try SavedQueries.all(in: ShippedLedger.reading()) {
      let bytes = Array(query.sql.utf8.prefix(3_000))
      #expect(QueryLaws.broken(by: bytes) == [], "\(query.name)")
      for _ in 0..<4 {
        var damaged = bytes
        damaged.removeSubrange(0..<Int.random(in: 0..<bytes.count, using: &random))
        let place = Int.random(in: 0...damaged.count, using: &random)
        damaged.insert(contentsOf: "'\"(*/--;".utf8.shuffled(using: &random).prefix(2), at: place)
        #expect(QueryLaws.broken(by: damaged) == [], "\(query.name)")
      }
    }
  }
}
