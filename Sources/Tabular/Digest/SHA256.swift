/// SHA-256 as FIPS 180-4 defines it: a name for bytes that nobody can give to others.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var waiting: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// One that has taken no bytes yet.
  public init() {}

  /// The hash of a text's UTF-8 as 64 lower-case hexadecimal digits.
  public static func hexadecimal(of text: String) -> String {
    var hash = SHA256()
    hash.take(Array(text.utf8))
    return hash.finish()
  }

  /// Takes the next bytes.
  public mutating func take(_ bytes: [UInt8]) {
    byteCount += UInt64(bytes.count)
    var next = 0
    if !waiting.isEmpty {
      next = min(64 - waiting.count, bytes.count)
      waiting += bytes[..<next]
      guard waiting.count == 64 else { return }
      let block = waiting
      mix(block.span)
      waiting.removeAll(keepingCapacity: true)
    }
    let span = bytes.span
    while bytes.count - next >= 64 {
      mix(span.extracting(next..<next + 64))
      next += 64
    }
    waiting += bytes[next...]
  }

  /// The hash of all bytes taken, as 64 lower-case hexadecimal digits.
  public consuming func finish() -> String {
    let bitCount = byteCount &* 8
    var end: [UInt8] = [0x80]
    while (waiting.count + end.count) % 64 != 56 { end.append(0) }
    end += (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> UInt64(56 - 8 * $0)) }
    take(end)
    let digits = Array("0123456789abcdef")
    var hash = ""
    for word in state {
      for shift in stride(from: UInt32(28), through: 0, by: -4) {
        hash.append(digits[Int(word >> shift & 15)])
      }
    }
    return hash
  }

  /// - Parameter block: 64 bytes.
  private mutating func mix(_ block: Span<UInt8>) {
    var words = InlineArray<64, UInt32>(repeating: 0)
    for index in 0..<64 {
      words[index &>> 2] |= UInt32(block[index]) &<< UInt32(24 &- 8 &* (index & 3))
    }
    let constants = Self.constants
    for index in 16..<64 {
      let (near, far) = (words[index - 15], words[index - 2])
      let first = Self.rotate(near, 7) ^ Self.rotate(near, 18) ^ near &>> 3
      let second = Self.rotate(far, 17) ^ Self.rotate(far, 19) ^ far &>> 10
      words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let upper = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
      let choice = e & f ^ ~e & g
      let one = h &+ upper &+ choice &+ constants[index] &+ words[index]
      let lower = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
      let majority = a & b ^ a & c ^ b & c
      (h, g, f, e) = (g, f, e, d &+ one)
      (d, c, b, a) = (c, b, a, one &+ lower &+ majority)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    // Shifts and sums without checks, which a build for tests would make calls of.
    word &>> count | word &<< (32 &- count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
