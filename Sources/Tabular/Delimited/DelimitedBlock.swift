/// What 64 bytes of a delimited text hold, found with a few vector instructions.
///
/// Bytes are compared sixteen at a time. A comparison leaves 0xFF where it holds; each of the eight
/// halves of four vectors keeps one bit of it, so that together they are 64 bits, ordered by column
/// rather than by row; mirroring that square of 8 × 8 bits puts them in the order of the bytes.
struct DelimitedBlock {
  /// The number of bytes in a block.
  static let size = 64

  /// A bit for each byte that can end something: delimiter, quote, line end, and any byte up to
  /// 0x0D, among which are NUL and the tab.
  let specials: UInt64
  /// Whether all bytes are ASCII.
  let isASCII: Bool

  /// Looks through 64 bytes, all of which must be readable.
  @inline(__always)
  init(_ bytes: UnsafeRawPointer, _ marks: DelimitedMarks) {
    let last = SIMD16<UInt8>(repeating: ASCII.carriageReturn)
    @inline(__always) func found(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
      let any = (bytes .== marks.delimiter) .| (bytes .== marks.quote) .| (bytes .<= last)
      return unsafeBitCast(any, to: SIMD16<UInt8>.self)
    }
    let (first, second, third, fourth) = Self.load(bytes)
    specials = Self.bits(found(first), found(second), found(third), found(fourth))
    isASCII = Self.halves(first | second | third | fourth) & 0x8080_8080_8080_8080 == 0
  }

  /// A bit for each of 64 bytes that is not ASCII.
  @inline(__always)
  static func high(_ bytes: UnsafeRawPointer) -> UInt64 {
    let first = SIMD16<UInt8>(repeating: 0x80)
    @inline(__always) func high(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
      unsafeBitCast(bytes .>= first, to: SIMD16<UInt8>.self)
    }
    let (one, two, three, four) = load(bytes)
    return bits(high(one), high(two), high(three), high(four))
  }

  @inline(__always)
  private static func load(
    _ bytes: UnsafeRawPointer
  ) -> (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>) {
    (
      bytes.loadUnaligned(as: SIMD16<UInt8>.self),
      bytes.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self),
      bytes.loadUnaligned(fromByteOffset: 32, as: SIMD16<UInt8>.self),
      bytes.loadUnaligned(fromByteOffset: 48, as: SIMD16<UInt8>.self)
    )
  }

  /// A bit for each byte of four vectors, which are all ones or all zeros.
  @inline(__always)
  private static func bits(
    _ first: SIMD16<UInt8>, _ second: SIMD16<UInt8>, _ third: SIMD16<UInt8>,
    _ fourth: SIMD16<UInt8>
  ) -> UInt64 {
    let weights = SIMD16<UInt8>(1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2)
    return mirrored(
      halves(
        (first & weights) | (second & (weights &<< 2)) | (third & (weights &<< 4))
          | (fourth & (weights &<< 6))))
  }

  /// Both halves of a vector together.
  @inline(__always)
  private static func halves(_ vector: SIMD16<UInt8>) -> UInt64 {
    let words = unsafeBitCast(vector, to: SIMD2<UInt64>.self)
    return UInt64(littleEndian: words[0] | words[1])
  }

  /// Mirrors a square of 8 × 8 bits at its diagonal: swaps bits, then pairs, then fours.
  @inline(__always)
  private static func mirrored(_ square: UInt64) -> UInt64 {
    var square = square
    var changed = (square ^ (square &>> 7)) & 0x00AA_00AA_00AA_00AA
    square ^= changed ^ (changed &<< 7)
    changed = (square ^ (square &>> 14)) & 0x0000_CCCC_0000_CCCC
    square ^= changed ^ (changed &<< 14)
    changed = (square ^ (square &>> 28)) & 0x0000_0000_F0F0_F0F0
    return square ^ changed ^ (changed &<< 28)
  }
}
