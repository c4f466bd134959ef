/// Checks single UTF-8 sequences, as RFC 3629 defines them.
enum UTF8Sequence {
  /// The number of bytes of the well-formed scalar that begins at `offset`, or `nil` when it is not
  /// one: stray or missing continuation bytes, overlong forms, surrogates, values above U+10FFFF.
  @inline(__always)
  static func length<Bytes: RandomAccessCollection>(
    in bytes: Bytes, at offset: Int, before end: Int
  ) -> Int? where Bytes.Element == UInt8, Bytes.Index == Int {
    let first = bytes[offset]
    let length: Int
    let second: ClosedRange<UInt8>
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= end, second.contains(bytes[offset + 1]) else { return nil }
    for next in (offset + 2)..<max(offset + length, offset + 2) where bytes[next] & 0xC0 != 0x80 {
      return nil
    }
    return length
  }
}
