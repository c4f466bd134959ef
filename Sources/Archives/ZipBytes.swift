/// The bytes of an archive, with its numbers, whose lowest byte stands first.
struct ZipBytes {
  let all: [UInt8]

  var count: Int { all.count }

  /// The number at an offset; `nil` where the archive ends before it.
  func number(at offset: Int, bytes width: Int) -> UInt64? {
    guard offset >= 0, offset <= all.count - width else { return nil }
    return (0..<width).reduce(0) { $0 | UInt64(all[offset + $1]) << (8 * UInt64($1)) }
  }

  /// A number of two or four bytes, where the whole structure is known to be there.
  func small(_ offset: Int, _ width: Int = 2) -> Int {
    Int(number(at: offset, bytes: width) ?? 0)
  }

  /// Whether a signature and the rest of its structure stand at an offset.
  func holds(_ signature: UInt32, at offset: Int, bytes width: Int) -> Bool {
    guard offset >= 0, offset <= all.count - width else { return false }
    return number(at: offset, bytes: 4) == UInt64(signature)
  }
}
