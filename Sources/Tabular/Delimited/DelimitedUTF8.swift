/// Checks whether bytes are UTF-8 (RFC 3629), eight at a time where they are ASCII.
enum DelimitedUTF8 {
  /// The offset of the first byte that begins no well-formed character, or `nil`.
  ///
  /// Overlong forms, surrogates and values above U+10FFFF are not well-formed.
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = UnsafeRawPointer(bytes.baseAddress)
    var offset = 0
    while offset < bytes.count {
      if let start, offset + 8 <= bytes.count {
        let word = start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let high = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
        offset += high.trailingZeroBitCount / 8
        if high == 0 { continue }
      } else if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      guard let length = UTF8Sequence.length(in: bytes, at: offset, before: bytes.count) else {
        return offset
      }
      offset += length
    }
    return nil
  }

  /// Checks a block of 64 readable bytes, not all of which are ASCII.
  ///
  /// - Parameters:
  ///   - carried: The bytes at its beginning that belong to a character of the block before.
  ///   - available: The bytes from its beginning on that may be looked at. What the block has
  ///     behind them is zeros.
  /// - Returns: The bytes of the next block that belong to a character of this one; -1 when the
  ///   block may be wrong, and is to be checked with what is around it.
  @inline(never)
  static func check(_ block: UnsafeRawPointer, carried: Int, available: Int) -> Int {
    let bytes = UnsafeBufferPointer(
      start: block.assumingMemoryBound(to: UInt8.self), count: available)
    var end = max(carried, 0)
    var high = DelimitedBlock.high(block) & (~0 << UInt64(end))
    while high != 0 {
      let offset = high.trailingZeroBitCount
      guard let length = UTF8Sequence.length(in: bytes, at: offset, before: bytes.count) else {
        return -1
      }
      end = offset + length
      high = end < DelimitedBlock.size ? high & (~0 << UInt64(end)) : 0
    }
    return max(0, end - DelimitedBlock.size)
  }
}
