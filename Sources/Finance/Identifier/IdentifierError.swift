/// Why a text is no identifier of its scheme.
public enum IdentifierError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text stands for “none”: `N/A`, `UNKNOWN`, zeros.
  case placeholder(String, IdentifierScheme)
  /// The text has not the form of the scheme.
  case wrongForm(String, IdentifierScheme)
  /// The last character is not the check digit of the others, which is given.
  case wrongCheckDigit(String, IdentifierScheme, expected: String)
  /// An ISIN whose two letters are no country.
  case unknownCountry(String)
  /// An ISIN of the United States or Canada that holds a wrong CUSIP.
  case wrongCUSIP(String)

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .placeholder(let text, let scheme):
      "“\(text)” is a placeholder and no \(scheme.name): leave it out"
    case .wrongForm(let text, let scheme):
      "“\(text)” is no \(scheme.name): it is \(Self.form(of: scheme))"
    case .wrongCheckDigit(let text, let scheme, let expected):
      "“\(text)” is no \(scheme.name): its check digits would be \(expected)"
    case .unknownCountry(let text): "“\(text)” is no ISIN: “\(text.prefix(2))” is no country"
    case .wrongCUSIP(let text): "“\(text)” is no ISIN: the CUSIP in it has a wrong check digit"
    }
  }

  private static func form(of scheme: IdentifierScheme) -> String {
    switch scheme {
    case .lei: "18 capitals or digits and 2 digits"
    case .isin: "2 letters, 9 capitals or digits and a digit"
    case .cusip: "8 capitals, digits or * @ # and a digit"
    case .figi: "2 consonants, G, 8 consonants or digits and a digit"
    case .cik: "up to 10 digits"
    case .accession: "10 digits, 2 digits and 6 digits with hyphens between"
    }
  }
}
