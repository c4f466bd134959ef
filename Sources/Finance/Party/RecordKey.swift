/// The readable key of a record: small letters, digits, `.`, `/` and `-` (rules.md 1).
public enum RecordKey {
  /// A key as a document gives it, brought into form: lower-case, other characters than
  /// `[a-z0-9./-]` become `-`, runs of `-` become one, and none stands at an end.
  ///
  /// Two keys that meet in this way are an error of the document; the caller finds it. Empty when
  /// nothing is left.
  public static func normalised(_ text: String) -> String {
    var key: [UInt8] = []
    for scalar in text.unicodeScalars {
      let byte = isAllowed(scalar) ? UInt8(ascii: scalar) | (isCapital(scalar) ? 0x20 : 0) : hyphen
      if byte == hyphen, key.isEmpty || key.last == hyphen { continue }
      key.append(byte)
    }
    while key.last == hyphen { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }

  /// The key of a record that has only a name: letters folded to ASCII first, so that `Crédit
  /// Agricole` is `credit-agricole`, and no point or stroke at an end.
  ///
  /// A name without any Latin letter or digit becomes the numbers of its characters, `u65e5-u672c`.
  public static func made(fromName name: String) -> String {
    let key = trimmed(normalised(LatinFolding.folded(name)))
    guard key.isEmpty else { return key }
    return name.unicodeScalars.filter { $0.properties.isAlphabetic }
      .map { "u" + String($0.value, radix: 16) }.joined(separator: "-")
  }

  /// Whether a text is a key already.
  public static func isValid(_ text: String) -> Bool {
    !text.isEmpty && normalised(text) == text
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func trimmed(_ key: String) -> String {
    let ends: Set<Character> = ["-", ".", "/"]
    let start = key.drop { ends.contains($0) }
    guard let last = start.lastIndex(where: { !ends.contains($0) }) else { return "" }
    return String(start[...last])
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar >= "A" && scalar <= "Z"
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    isCapital(scalar) || (scalar >= "a" && scalar <= "z") || (scalar >= "0" && scalar <= "9")
      || scalar == "." || scalar == "/"
  }
}
