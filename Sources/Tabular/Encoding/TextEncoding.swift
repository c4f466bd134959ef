/// How the characters of a text are written as bytes.
public enum TextEncoding: String, Sendable, CaseIterable, CustomStringConvertible {
  /// UTF-8 (RFC 3629).
  case utf8 = "utf-8"
  /// UTF-16, the lower byte first, as Windows writes it.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the higher byte first.
  case utf16BigEndian = "utf-16be"
  /// ISO 8859-1: the bytes 0x80 to 0x9F are control characters.
  case latin1 = "iso-8859-1"
  /// Windows-1252, as the WHATWG Encoding Standard and Microsoft have it: most of the bytes 0x80 to
  /// 0x9F are quotes, dashes and the euro sign; five of them are nothing.
  case windows1252 = "windows-1252"
  /// What Latin-1 and Windows-1252 have in common: every byte but 0x80 to 0x9F.
  case latin1OrWindows1252 = "iso-8859-1 or windows-1252"

  /// The name as it is printed.
  public var description: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little-endian)"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .latin1: "Latin-1"
    case .windows1252: "Windows-1252"
    case .latin1OrWindows1252: "Latin-1 or Windows-1252"
    }
  }

  /// The character of a byte in one of the encodings of one byte a character; `nil` where the byte
  /// is none there, and for the other encodings.
  public func scalar(of byte: UInt8) -> Unicode.Scalar? {
    switch (self, byte) {
    case (.utf8, _), (.utf16LittleEndian, _), (.utf16BigEndian, _): nil
    case (.windows1252, 0x80...0x9F):
      Self.windowsScalars[Int(byte - 0x80)].flatMap { Unicode.Scalar($0) }
    case (.latin1OrWindows1252, 0x80...0x9F): nil
    default: Unicode.Scalar(byte)
    }
  }

  /// The characters of Windows-1252 from 0x80 on.
  private static let windowsScalars: [UInt16?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, nil, 0x017D, nil,
    nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]
}
