/// A fast 64-bit hash of bytes that is the same on every machine, for telling lines apart.
///
/// It folds 128-bit products, after the published idea of Wang Yi's wyhash. Bytes are taken 32 at a
/// time as four little-endian words, the last ones filled up with zeros:
///
///     fold(x, y) = high(x · y) XOR low(x · y)
///     a = b = fold(count XOR K0, K1)
///     for each group (p, q, r, s): a = fold(p XOR K2, q XOR a), b = fold(r XOR K3, s XOR b)
///     hash = fold(a XOR K0, b XOR K1)
///
/// A factor of zero would wipe out what was read before it. K2 and K3 hold bytes that UTF-8 never
/// uses, so that no text makes `p XOR K2` or `r XOR K3` zero.
///
/// It is no cryptographic hash: whoever wants two equal hashes can make them.
public enum DelimitedHash {
  private static let k0: UInt64 = 0xA3C5_9A6B_E1F0_4D27
  private static let k1: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let k2: UInt64 = 0xD6E8_FEB8_6659_FDC1
  private static let k3: UInt64 = 0x8BB8_4B93_962E_ACF5

  /// The hash of bytes.
  public static func of(_ bytes: Span<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { of($0) }
  }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var first = fold(UInt64(bytes.count) ^ k0, k1)
    var second = first
    var offset = 0
    while offset &+ 32 <= bytes.count {
      first = fold(word(bytes, at: offset) ^ k2, word(bytes, at: offset &+ 8) ^ first)
      second = fold(word(bytes, at: offset &+ 16) ^ k3, word(bytes, at: offset &+ 24) ^ second)
      offset &+= 32
    }
    if offset < bytes.count {
      first = fold(lastWord(bytes, at: offset) ^ k2, lastWord(bytes, at: offset &+ 8) ^ first)
      second = fold(
        lastWord(bytes, at: offset &+ 16) ^ k3, lastWord(bytes, at: offset &+ 24) ^ second)
    }
    return fold(first ^ k0, second ^ k1)
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The word at an offset, with zeros for the bytes there are not.
  @inline(__always)
  private static func lastWord(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    if offset &+ 8 <= bytes.count { return word(bytes, at: offset) }
    var word: UInt64 = 0
    var index = bytes.count
    while index > offset {
      index &-= 1
      word = word &<< 8 | UInt64(bytes[index])
    }
    return word
  }
}
