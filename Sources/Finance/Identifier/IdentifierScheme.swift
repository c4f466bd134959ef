/// A kind of identifier. The raw value is its code in documents and in the file.
public enum IdentifierScheme: String, Sendable, CaseIterable {
  /// Legal Entity Identifier, ISO 17442.
  case lei
  /// International Securities Identification Number, ISO 6166.
  case isin
  /// CUSIP number of a security, ANSI X9.6; private placements contain `*`, `@` or `#`.
  case cusip
  /// Financial Instrument Global Identifier, ANSI X9.145.
  case figi
  /// Central Index Key of the SEC: ten digits with leading zeros.
  case cik
  /// Accession number of a filing with the SEC: `0001193125-25-123456`.
  case accession

  /// The name in capitals, as it is printed.
  public var name: String {
    self == .accession ? "accession number" : rawValue.uppercased()
  }
}
