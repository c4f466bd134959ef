/// How an identifier that someone wrote is read.
public struct IdentifierReading: Hashable, Sendable, CustomStringConvertible {
  /// What kind of identifier it is.
  public let scheme: IdentifierScheme
  /// The identifier in its stored form: capitals without spaces, a CIK with its leading zeros.
  public let value: String
  /// What is to be said of it although it is kept: check digits of an LEI that do not hold. Some on
  /// record at GLEIF fail; every other scheme rejects.
  public let warning: IdentifierError?

  /// The reading in plain words, as `deals read` prints it.
  public var description: String {
    let head = "\(scheme.name) \(value)"
    if case .wrongCheckDigit(_, _, let expected)? = warning {
      return "\(head), kept with a warning: its check digits should be \(expected)"
    }
    switch scheme {
    case .lei, .isin, .cusip, .figi: return "\(head), check digits right"
    case .cik, .accession: return "\(head), a scheme without check digits"
    }
  }
}
