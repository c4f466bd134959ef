import Tabular
import TestSupport
import Testing

/// Sheets in which some bytes were lost, added or changed.
@Suite struct DelimitedDamageTests {
  @Test(arguments: UInt64(0)..<256)
  func `a damaged sheet breaks no law`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<4 {
      var bytes = Array(RandomSheet(most: 4, using: &random).text.utf8)
      for _ in 0..<Int.random(in: 0...6, using: &random) { Self.damage(&bytes, using: &random) }
      var options = DelimitedOptions()
      options.acceptsShortRecords = Bool.random(using: &random)
      if Bool.random(using: &random) { options.dialect = .comma }
      if Bool.random(using: &random) {
        options.limits.fieldBytes = Int.random(in: 1...40, using: &random)
        options.limits.recordBytes = Int.random(in: 16...60, using: &random)
        options.limits.columns = Int.random(in: 1...4, using: &random)
      }
      let chunk = Int.random(in: 1...80, using: &random)
      let broken = DelimitedLaws.broken(by: bytes, options: options, chunk: chunk)
      #expect(broken == [], "\(bytes) with \(options) in pieces of \(chunk)")
    }
  }

  @Test(arguments: UInt64(0)..<64)
  func `a damaged value breaks no law`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = [
      "2025-11-03", "1 250 000,50", "1,250.50", "1.250.000", "-7", "\u{2212}1\u{202F}250", "0.00",
      "9223372036854775807", "1'250", "1e400", "12.3456", "1.234",
    ]
    for _ in 0..<50 {
      var bytes = Array((values.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) { Self.damage(&bytes, using: &random) }
      #expect(DelimitedValueLaws.broken(by: bytes) == [], "\(bytes)")
    }
  }

  /// In a sheet without quotes, a byte that is no text costs its own line and no other.
  @Test(arguments: UInt64(0)..<64)
  func `a bad byte costs one line, and is told where it is`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var lines = (0..<12).map { line in (0..<5).map { "\(line)å\($0)" }.joined(separator: ",") }
    let whole = DelimitedTrace(lines.joined(separator: "\n")).steps
    let line = Int.random(in: 0..<12, using: &random)
    let column = Int.random(in: 0...lines[line].unicodeScalars.count, using: &random)
    lines[line].unicodeScalars.insert(
      "\u{0}", at: lines[line].unicodeScalars.index(lines[line].startIndex, offsetBy: column))
    var bytes = Array(lines.joined(separator: "\n").utf8)
    let bad: UInt8 = [0x00, 0x80, 0xC0, 0xE5, 0xFF].randomElement(using: &random) ?? 0
    for index in bytes.indices where bytes[index] == 0 { bytes[index] = bad }
    var expected = whole
    let what = bad == 0 ? "is a control character" : "is not UTF-8"
    expected[line] =
      "f:\(line + 1):\(column + 1): byte 0x\(String(bad, radix: 16, uppercase: true)) \(what)"
    #expect(DelimitedTrace(bytes).steps == expected)
  }

  private static func damage(_ bytes: inout [UInt8], using random: inout SplitMix64) {
    let odd: [UInt8] = [0x00, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x3B, 0x80, 0xC3, 0xE2, 0xF0, 0xFF]
    let byte = odd.randomElement(using: &random) ?? 0
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.insert(byte, at: place)
    case 1 where place < bytes.count: bytes[place] = byte
    case 2 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 3 where place < bytes.count: bytes.remove(at: place)
    default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
    }
  }
}
