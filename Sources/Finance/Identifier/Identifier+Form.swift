extension Identifier {
  /// Whether a text in capitals has the form of a scheme, its check digits aside.
  static func hasForm(_ bytes: ArraySlice<UInt8>, _ scheme: IdentifierScheme) -> Bool {
    switch scheme {
    case .lei:
      bytes.count == 20 && bytes.prefix(18).allSatisfy(isAlphanumeric)
        && bytes.suffix(2).allSatisfy(isDigit)
    case .isin:
      bytes.count == 12 && bytes.prefix(2).allSatisfy(isLetter)
        && bytes.prefix(11).allSatisfy(isAlphanumeric) && bytes.suffix(1).allSatisfy(isDigit)
    case .cusip:
      bytes.count == 9 && bytes.suffix(1).allSatisfy(isDigit)
        && bytes.prefix(8).allSatisfy { isAlphanumeric($0) || "*@#".utf8.contains($0) }
    case .figi: isFIGI(bytes)
    case .cik: 1...10 ~= bytes.count && bytes.allSatisfy(isDigit)
    case .accession:
      bytes.count == 20
        && bytes.enumerated().allSatisfy { offset, byte in
          offset == 10 || offset == 13 ? byte == UInt8(ascii: "-") : isDigit(byte)
        }
    }
  }

  private static func isFIGI(_ bytes: ArraySlice<UInt8>) -> Bool {
    let prefix = String(decoding: bytes.prefix(2), as: UTF8.self)
    return bytes.count == 12 && bytes.prefix(2).allSatisfy(isConsonant)
      && !["BS", "BM", "GG", "GB", "VG"].contains(prefix)
      && bytes[bytes.startIndex + 2] == UInt8(ascii: "G")
      && bytes.dropFirst(3).dropLast().allSatisfy { isConsonant($0) || isDigit($0) }
      && bytes.suffix(1).allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte)
  }

  private static func isConsonant(_ byte: UInt8) -> Bool {
    isLetter(byte) && !"AEIOU".utf8.contains(byte)
  }
}
