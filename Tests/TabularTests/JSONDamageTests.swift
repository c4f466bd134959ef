import Tabular
import Testing

/// Documents with bytes changed, lost and doubled: what is read of them says the same when it is
/// written again, the rest is refused where it is wrong.
@Suite struct JSONDamageTests {
  @Test(arguments: UInt64(0)..<40)
  func `damage breaks no law`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var writer = JSONWriter(style: .pretty)
    RandomJSON.write(to: &writer, depth: 0, using: &generator)
    let sound = Array(writer.text.utf8)
    #expect(JSONLaws.broken(by: sound) == [])
    for _ in 0..<40 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = .random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[place], at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      #expect(JSONLaws.broken(by: bytes) == [], "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
