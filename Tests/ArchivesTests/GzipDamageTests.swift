import TestSupport
import Testing

/// Compressed files in which some bytes were lost, added or changed.
@Suite struct GzipDamageTests {
  @Test(arguments: UInt64(0)..<200) func `a damaged file breaks no law`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = GzipText.member("one\n") + GzipText.member("two and three\n", name: "x")
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      default: bytes.insert(0, at: place)
      }
    }
    let chunk = Int.random(in: 1...20, using: &random)
    #expect(GzipLaws.broken(by: bytes, chunk: chunk) == [], "\(bytes) in pieces of \(chunk)")
  }
}
