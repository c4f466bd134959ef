internal import CZlib

/// A stream of zlib's.
final class Inflater {
  /// What surrounds the compressed data.
  enum Form: CInt {
    /// A header and check sums (RFC 1952), which zlib holds against the data.
    case gzip = 31
    /// Nothing (RFC 1951).
    case deflate = -15
  }

  /// How a step ended.
  enum Step {
    case goesOn, ended
    /// The data is no deflate, or its check sum does not fit.
    case damaged(String)
  }

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init(_ form: Form) {
    stream.initialize(to: z_stream())
    let status = czlib_inflate_init(stream, form.rawValue)
    precondition(status == Z_OK, "there is no memory to inflate with")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Makes ready for other data of the same form.
  func reset() {
    inflateReset(stream)
  }

  /// Inflates as much as there is input and room for.
  ///
  /// - Returns: how many bytes were read and written, and how the step ended.
  func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (read: Int, written: Int, step: Step) {
    let readable = min(input.count, Int(CInt.max))
    let room = min(output.count, Int(CInt.max))
    let start = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
    stream.pointee.avail_in = CUnsignedInt(readable)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = CUnsignedInt(room)
    let status = CZlib.inflate(stream, Z_NO_FLUSH)
    let read = readable - Int(stream.pointee.avail_in)
    let written = room - Int(stream.pointee.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR: return (read, written, .goesOn)
    case Z_STREAM_END: return (read, written, .ended)
    default:
      let words = stream.pointee.msg.map { String(cString: $0) } ?? "no deflate"
      return (read, written, .damaged(words))
    }
  }

  /// The check sum of bytes that follow others (CRC-32).
  static func checkSum(_ bytes: UnsafeRawBufferPointer, after sum: UInt32) -> UInt32 {
    guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return sum }
    return UInt32(truncatingIfNeeded: crc32_z(CUnsignedLong(sum), start, bytes.count))
  }
}
