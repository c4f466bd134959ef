/// In which encoding a text seems to be, and why.
public struct EncodingVerdict: Hashable, Sendable {
  /// What an encoding was told by.
  public enum Basis: Hashable, Sendable {
    /// The text begins with a byte order mark.
    case byteOrderMark
    /// The bytes are so in this encoding and in no other.
    case content
    /// Nothing speaks against it, and nothing decides.
    case assumed
  }

  /// The encoding.
  public let encoding: TextEncoding
  /// What it was told by.
  public let basis: Basis
  /// The number of bytes of the byte order mark.
  public let markBytes: Int
  /// What was assumed and why, as a sentence without a full stop; `nil` where nothing was.
  public let assumption: String?
}

extension TextEncoding {
  /// Tells an encoding by the beginning of a text.
  ///
  /// Latin-1 and Windows-1252 differ in the bytes 0x80 to 0x9F only. They are never told apart by
  /// guessing: where neither a mark nor UTF-8 fits, the verdict is what both have in common, and
  /// `UTF8Converter` stops at the first byte in which they differ.
  ///
  /// - Parameters:
  ///   - beginning: The first bytes; some thousand are enough.
  ///   - isWhole: Whether these are all bytes. Otherwise a character may be cut off at the end.
  public static func tell(_ beginning: some Collection<UInt8>, isWhole: Bool) -> EncodingVerdict {
    let bytes = Array(beginning)
    if let marked = marked(bytes) { return marked }
    if let encoding = utf16(bytes) {
      return EncodingVerdict(
        encoding: encoding, basis: .content, markBytes: 0,
        assumption: "every other byte of the beginning is 0, so it is read as \(encoding)")
    }
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return EncodingVerdict(encoding: .utf8, basis: .assumed, markBytes: 0, assumption: nil)
    }
    if isUTF8(bytes, isWhole: isWhole) {
      return EncodingVerdict(encoding: .utf8, basis: .content, markBytes: 0, assumption: nil)
    }
    return EncodingVerdict(
      encoding: .latin1OrWindows1252, basis: .assumed, markBytes: 0,
      assumption: "it is not UTF-8, and is read as what Latin-1 and Windows-1252 have in common")
  }

  private static func marked(_ bytes: [UInt8]) -> EncodingVerdict? {
    let marks: [(mark: [UInt8], encoding: TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian),
      ([0xFE, 0xFF], .utf16BigEndian),
    ]
    return marks.first { bytes.starts(with: $0.mark) }.map {
      EncodingVerdict(
        encoding: $0.encoding, basis: .byteOrderMark, markBytes: $0.mark.count, assumption: nil)
    }
  }

  /// UTF-16 of a text that is mostly Latin: a byte of each pair is 0, and always the same one.
  private static func utf16(_ bytes: [UInt8]) -> TextEncoding? {
    let pairs = bytes.count / 2
    guard pairs >= 2 else { return nil }
    var zeros = [0, 0]
    for offset in 0..<(2 * pairs) where bytes[offset] == 0 { zeros[offset % 2] += 1 }
    if zeros[0] == 0, zeros[1] * 2 > pairs { return .utf16LittleEndian }
    if zeros[1] == 0, zeros[0] * 2 > pairs { return .utf16BigEndian }
    return nil
  }

  private static func isUTF8(_ bytes: [UInt8], isWhole: Bool) -> Bool {
    var offset = 0
    while offset < bytes.count {
      guard let length = UTF8Sequence.length(in: bytes, at: offset, before: bytes.count) else {
        let rest = bytes[offset...]
        return !isWhole && UTF8Sequence.mayGoOn(rest)
      }
      offset += length
    }
    return true
  }
}

extension UTF8Sequence {
  /// Whether up to three bytes at the end of a piece are the beginning of a scalar.
  static func mayGoOn(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first >= 0xC2, first <= 0xF4, bytes.count < 4 else {
      return false
    }
    // With one of these behind it, every beginning that has a continuation is a whole scalar.
    let fillers: [[UInt8]] = [[], [0x80], [0xA0], [0x90]]
    return fillers.contains { filler in
      let whole = Array(bytes) + filler + [0x80, 0x80, 0x80]
      guard let length = length(in: whole, at: 0, before: whole.count) else { return false }
      return length > bytes.count
    }
  }
}
