/// Text as cells hold it.
enum CellText {
  /// The text with what XML has no place for as `_xHHHH_`, which is how workbooks write it; what
  /// only looks like that is written so that it is read as itself.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isForbidden($0) || $0 == "_" }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isUnderscore = scalar == "_" && looksEscaped(scalars[place...])
      if isForbidden(scalar) || isUnderscore {
        escaped.append(contentsOf: "_x\(hexadecimal(scalar.value))_".unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// The beginning of a text that has no more UTF-16 units than given.
  static func cut(_ text: String, to units: Int) -> String {
    guard text.utf16.count > units else { return text }
    var cut = ""
    var count = 0
    for character in text {
      count += character.utf16.count
      if count > units { break }
      cut.append(character)
    }
    return cut
  }

  /// Whether an address can be linked as it stands: of the web, and plain.
  static func isLink(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.count <= 2_000
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // A bare carriage return becomes a line feed where XML is read.
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func looksEscaped(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let seven = Array(scalars.prefix(7))
    return seven.count == 7 && seven[1] == "x" && seven[6] == "_"
      && seven[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
