/// An identifier of a company, security or filing whose form and check digits are right.
public struct Identifier: Hashable, Sendable, CustomStringConvertible {
  /// What kind of identifier it is.
  public let scheme: IdentifierScheme
  /// The identifier in capitals, a CIK with its leading zeros.
  public let value: String

  /// Checks a text and makes an identifier of it.
  ///
  /// - Throws: `IdentifierError`.
  public init(_ text: String, scheme: IdentifierScheme) throws(IdentifierError) {
    self.scheme = scheme
    value = try Self.validate(text, as: scheme)
  }

  /// The identifier.
  public var description: String { value }

  /// The identifier in its stored form: without spaces around it, in capitals, a CIK with zeros.
  ///
  /// Placeholders are refused first, since `000000000` has the check digit of a CUSIP.
  ///
  /// - Throws: `IdentifierError`.
  public static func validate(
    _ text: String, as scheme: IdentifierScheme
  ) throws(IdentifierError) -> String {
    let value = trimmed(text).uppercased()
    let bytes = Array(value.utf8)[...]
    if isPlaceholder(value, bytes) || scheme != .cik && isOneCharacter(bytes) {
      throw .placeholder(text, scheme)
    }
    guard hasForm(bytes, scheme) else { throw .wrongForm(text, scheme) }
    switch scheme {
    case .lei: try check(text, scheme, bytes.suffix(2), CheckDigits.lei(bytes.dropLast(2)))
    case .isin: try checkISIN(text, bytes)
    case .cusip, .figi:
      let expected = CheckDigits.doublingFromLeft(bytes.dropLast())
      try check(text, scheme, bytes.suffix(1), expected)
    case .cik: return String(repeating: "0", count: 10 - value.count) + value
    case .accession: break
    }
    return value
  }

  /// Whether a text stands for “none”: a word like `N/A`, zeros, nothing at all.
  static func isPlaceholder(_ text: String) -> Bool {
    let value = trimmed(text).uppercased()
    return isPlaceholder(value, Array(value.utf8)[...])
  }

  private static func isPlaceholder(_ value: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: "0") } || placeholders.contains(value)
  }

  private static let placeholders: Set<String> = [
    "N/A", "#N/A", "NA", "N.A.", "NAN", "NONE", "NULL", "NIL", "UNKNOWN", "-", "--", "–", "—", "?",
    "TBD", "TBA", "PENDING", "NOT AVAILABLE", "NOT APPLICABLE", "NOT ASSIGNED", "SAKNAS", "OKÄND",
    "KEINE", "UNBEKANNT",
  ]

  /// Whether a text is one character again and again, which no issuer of identifiers assigns:
  /// `999999999`, `XXXXXXXXXXXX`. A CIK may be.
  private static func isOneCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count > 4 && bytes.allSatisfy { $0 == bytes.first }
  }

  private static func trimmed(_ text: String) -> String {
    let text = text.drop(while: \.isWhitespace)
    let end = text.lastIndex { !$0.isWhitespace }
    return end.map { String(text[...$0]) } ?? ""
  }

  private static func check(
    _ text: String, _ scheme: IdentifierScheme, _ digits: ArraySlice<UInt8>, _ expected: String
  ) throws(IdentifierError) {
    guard digits.elementsEqual(expected.utf8) else {
      throw .wrongCheckDigit(text, scheme, expected: expected)
    }
  }

  private static func checkISIN(
    _ text: String, _ bytes: ArraySlice<UInt8>
  ) throws(IdentifierError) {
    let country = String(decoding: bytes.prefix(2), as: UTF8.self)
    guard CountryCode.isISINPrefix(country) else { throw .unknownCountry(text) }
    try check(text, .isin, bytes.suffix(1), CheckDigits.isin(bytes.dropLast()))
    guard country == "US" || country == "CA" else { return }
    let cusip = bytes[2..<11]
    let expected = CheckDigits.doublingFromLeft(cusip.dropLast())
    guard cusip.suffix(1).elementsEqual(expected.utf8) else { throw .wrongCUSIP(text) }
  }
}
