import TestSupport
import Testing

@testable import Tabular

/// The parts below the reader, held against the plainest way to say what they do.
@Suite struct DelimitedBytesTests {
  @Test(arguments: UInt64(0)..<32)
  func `a block marks the bytes that can end something`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let dialects: [DelimitedDialect] = [
      .comma, .semicolon, .tab, DelimitedDialect(delimiter: "|", hasQuotes: false),
    ]
    let dialect = dialects[Int(seed % 4)]
    let odd: [UInt8] = [0, 9, 10, 13, 14, 34, 44, 59, 124, 127, 128, 255]
    let bytes = (0..<DelimitedBlock.size).map { _ in
      Bool.random(using: &random)
        ? odd[Int.random(in: 0..<odd.count, using: &random)]
        : UInt8.random(in: 32..<127, using: &random)
    }
    var specials: UInt64 = 0
    var high: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      let isQuote = byte == 34 && dialect.hasQuotes
      if byte <= 13 || byte == dialect.delimiter || isQuote { specials |= 1 << UInt64(index) }
      if byte >= 128 { high |= 1 << UInt64(index) }
    }
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      let block = DelimitedBlock(start, DelimitedMarks(dialect))
      #expect(block.specials == specials)
      #expect(block.isASCII == (high == 0))
      #expect(DelimitedBlock.high(start) == high)
    }
  }

  /// All sequences of up to four bytes that the rules of RFC 3629 tell apart, alone and within
  /// text, against the standard library.
  @Test func `UTF-8 is what the standard library takes for it`() {
    let edges: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    var sequences: [[UInt8]] = [[]]
    var wrong = 0
    for _ in 0..<3 {
      sequences = sequences.flatMap { sequence in edges.map { sequence + [$0] } }
      for sequence in sequences {
        for text in [sequence, [0x61] + sequence + Array("bcdefghijå".utf8)] {
          let isValid = String(validating: text, as: UTF8.self) != nil
          let found = text.withUnsafeBufferPointer { DelimitedUTF8.firstInvalid(in: $0) }
          if (found == nil) != isValid { wrong += 1 }
          guard let found else { continue }
          // What stands before it is valid.
          if String(validating: text[..<found], as: UTF8.self) == nil { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0)
  }

  /// Hashes are stored in ledgers: they never change.
  private static let hashes: [(String, UInt64)] = [
    ("", 0x086F_1C8F_6F4D_5A91),
    ("a", 0x4607_4806_F798_C2F2),
    ("a,b,c", 0xDFA4_7BD6_75E5_AF6D),
    ("0123456789abcdef0123456789abcde", 0xE3D9_3F7E_4E10_4C02),
    ("0123456789abcdef0123456789abcdef", 0xCDD6_29CF_D7A5_6F0C),
    ("0123456789abcdef0123456789abcdefå", 0x4B25_DB71_A390_8908),
  ]

  @Test(arguments: hashes)
  func `a hash is the same for ever`(text: String, hash: UInt64) {
    let found = DelimitedHash.of(text.utf8.span)
    #expect(found == hash)
    #expect(Self.plainHash(Array(text.utf8)) == hash)
  }

  @Test func `a hash is the one that is documented, for every length`() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for count in 0...200 {
      let part = Array(bytes[..<count])
      let hash = DelimitedHash.of(part.span)
      #expect(hash == Self.plainHash(part))
    }
  }

  /// Every bit of a line changes about half of the bits of its hash.
  @Test func `a hash mixes all bits`() {
    var bytes = Array("D000000001,2023-11-25,Årsta Systems,12.12,-7.5".utf8)
    let hash = DelimitedHash.of(bytes.span)
    var changes: [Int] = []
    for index in bytes.indices {
      for bit in 0..<8 {
        bytes[index] ^= 1 << UInt8(bit)
        changes.append((DelimitedHash.of(bytes.span) ^ hash).nonzeroBitCount)
        bytes[index] ^= 1 << UInt8(bit)
      }
    }
    let mean = Double(changes.reduce(0, +)) / Double(changes.count)
    #expect(mean > 31 && mean < 33)
    #expect(changes.allSatisfy { (12...52).contains($0) })
  }

  /// The hash as its comment writes it.
  private static func plainHash(_ bytes: [UInt8]) -> UInt64 {
    let k: [UInt64] = [
      0xA3C5_9A6B_E1F0_4D27, 0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FDC1, 0x8BB8_4B93_962E_ACF5,
    ]
    func fold(_ x: UInt64, _ y: UInt64) -> UInt64 {
      let product = UInt128(x) * UInt128(y)
      return UInt64(truncatingIfNeeded: product >> 64) ^ UInt64(truncatingIfNeeded: product)
    }
    let filled = bytes + [UInt8](repeating: 0, count: (32 - bytes.count % 32) % 32)
    let words = stride(from: 0, to: filled.count, by: 8).map { start in
      filled[start..<(start + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    var a = fold(UInt64(bytes.count) ^ k[0], k[1])
    var b = a
    for group in stride(from: 0, to: words.count, by: 4) {
      a = fold(words[group] ^ k[2], words[group + 1] ^ a)
      b = fold(words[group + 2] ^ k[3], words[group + 3] ^ b)
    }
    return fold(a ^ k[0], b ^ k[1])
  }
}
