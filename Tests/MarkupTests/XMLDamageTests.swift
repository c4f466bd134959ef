import TestSupport
import Testing

/// Texts in which some bytes were lost, added or changed.
@Suite struct XMLDamageTests {
  @Test(arguments: UInt64(0)..<200) func `a damaged text breaks no law`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = "\n<?xml version='1.0'?><a xmlns='urn:x'>\n<b c='å'>&lt;</b><!-- x --><d> </d></a>"
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      default: bytes.insert("<>&;'\"".utf8.randomElement(using: &random) ?? 0, at: place)
      }
    }
    let chunk = Int.random(in: 1...20, using: &random)
    #expect(XMLLaws.broken(by: bytes, chunk: chunk) == [], "\(bytes) in pieces of \(chunk)")
  }
}
