/// A language that amounts, rates and dates are read in. The raw value is its ISO 639-1 code.
///
/// The language alone decides between the long and the short scale, between decimal and group
/// marks, and whether the day or the month comes first in a date of digits.
public enum TextLanguage: String, Sendable, CaseIterable {
  /// Swedish: `miljard` is 10⁹, `biljon` 10¹², a comma begins the decimals, the day comes first.
  case swedish = "sv"
  /// English: `billion` is 10⁹, `trillion` 10¹², a point begins the decimals; Britain puts the day
  /// first and America the month.
  case english = "en"
  /// German: `Milliarde` is 10⁹, `Billion` 10¹², a comma begins the decimals, the day comes first.
  case german = "de"

  /// A language by its tag, of which the first part counts: `sv`, `en-GB`, `de_CH`; `nil` for
  /// others.
  public init?(tag: String) {
    let code = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    self.init(rawValue: String(code))
  }

  /// The English name.
  public var name: String {
    switch self {
    case .swedish: "Swedish"
    case .english: "English"
    case .german: "German"
    }
  }
}
