/// Resolves the escapes of JSON strings that the parser has already checked.
enum JSONEscapes {
  /// The UTF-8 bytes that the inside of a string stands for.
  static func resolved(_ inner: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(inner.count)
    var at = inner.startIndex
    while at < inner.endIndex {
      guard inner[at] == ASCII.backslash else {
        bytes.append(inner[at])
        at += 1
        continue
      }
      if let byte = simple(inner[at + 1]) {
        bytes.append(byte)
        at += 2
        continue
      }
      var unit = unit(inner, at: at + 2)
      at += 6
      if unit & 0xFC00 == 0xD800 {
        unit = 0x10000 + (unit & 0x3FF) << 10 + (self.unit(inner, at: at + 2) & 0x3FF)
        at += 6
      }
      if let scalar = Unicode.Scalar(unit) { bytes += Array(String(scalar).utf8) }
    }
    return bytes
  }

  /// The byte that a one-letter escape stands for; `nil` for `u` and for what is no escape.
  static func simple(_ letter: UInt8) -> UInt8? {
    switch letter {
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): ASCII.lineFeed
    case UInt8(ascii: "r"): ASCII.carriageReturn
    case UInt8(ascii: "t"): ASCII.tab
    default: nil
    }
  }

  /// The value of four hexadecimal digits.
  private static func unit(_ inner: ArraySlice<UInt8>, at start: Int) -> UInt32 {
    inner[start..<(start + 4)].reduce(0) { $0 << 4 | (ASCII.hexadecimal($1) ?? 0) }
  }
}
