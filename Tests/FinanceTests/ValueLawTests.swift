import Finance
import TestSupport
import Testing

/// The laws of the fuzzer, over spellings that people write and what is left of them when damaged.
@Suite struct ValueLawTests {
  private static let spellings = [
    "0mellan 27 och 29 miljarder amerikanska dollar", "0USD 4,000,000,000", "0€1.2bn", "0ca 35 mdr",
    "0upp till 100 miljarder", "12030-11", "1Sept 2030", "1hösten 2025", "13Q25", "131.12.2031",
    "2Aa3/AA–", "2A1(+)", "2(P)Baa1", "2BBB- (prelim)", "3SOFR + 225 bp", "3T+140", "39-10%",
    "310 7/8%", "4US30303M8Q83", "4037833100", "4HWUPKR0MPOU8FGXBT394", "4BBG000BLNQ16",
  ]

  @Test(arguments: UInt64(0)..<4)
  func `no damage breaks a law`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for spelling in Self.spellings {
      for _ in 0..<25 {
        var bytes = Array(spelling.utf8)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          let place = Int.random(in: 1..<max(bytes.count, 2), using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place...].removeAll()
          case 1: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
          default: bytes.append(contentsOf: bytes[1...])
          }
          if bytes.count < 2 { bytes = Array(spelling.utf8) }
        }
        #expect(ValueLaws.broken(by: bytes) == [])
      }
    }
  }
}
