/// A currency: its ISO 4217 code and how many decimals its minor unit has.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// The three letters of ISO 4217: `USD`.
  public let code: String
  /// The decimals of the minor unit: 2 for USD, 0 for JPY, 3 for KWD.
  public let exponent: Int

  /// A currency that ISO 4217 does not list, or lists otherwise. Use `init(code:)` for the rest.
  public init(code: String, exponent: Int) {
    self.code = code
    self.exponent = exponent
  }

  /// A currency of ISO 4217 by its code in capitals; `nil` when the standard does not list it.
  public init?(code: String) {
    guard let exponent = Self.exponents[code] else { return nil }
    self.init(code: code, exponent: exponent)
  }

  /// United States dollar.
  public static let usd = Currency(code: "USD", exponent: 2)
  /// Euro.
  public static let eur = Currency(code: "EUR", exponent: 2)
  /// Swedish krona.
  public static let sek = Currency(code: "SEK", exponent: 2)
  /// Pound sterling.
  public static let gbp = Currency(code: "GBP", exponent: 2)
  /// Japanese yen.
  public static let jpy = Currency(code: "JPY", exponent: 0)

  /// The code.
  public var description: String { code }
}
