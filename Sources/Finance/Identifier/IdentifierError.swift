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
  public var description: String { "“\(text)” \(reason)" }

  /// The text that was given.
  var text: String {
    switch self {
    case .placeholder(let text, _), .wrongForm(let text, _), .wrongCheckDigit(let text, _, _),
      .unknownCountry(let text), .wrongCUSIP(let text):
      text
    }
  }

  /// The reason, as the end of a sentence that begins with the text.
  var reason: String {
    switch self {
    case .placeholder(_, let scheme): "is a placeholder and no \(scheme.name): leave it out"
    case .wrongForm(_, let scheme): "is no \(scheme.name): it is \(Self.form(of: scheme))"
    case .wrongCheckDigit(_, let scheme, let expected):
      "is no \(scheme.name): its check \(expected.count == 1 ? "digit" : "digits") would be "
        + expected
    case .unknownCountry(let text): "is no ISIN: “\(text.prefix(2))” is no country"
    case .wrongCUSIP: "is no ISIN: the CUSIP in it has a wrong check digit"
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
