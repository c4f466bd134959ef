/// A language that amounts are read in. The raw value is its ISO 639-1 code.
///
/// The language alone decides between the long and the short scale and between decimal and group
/// marks.
public enum AmountLanguage: String, Sendable, CaseIterable {
  /// Swedish: `miljard` is 10⁹, `biljon` 10¹², a comma begins the decimals.
  case swedish = "sv"
  /// English: `billion` is 10⁹, `trillion` 10¹², a point begins the decimals.
  case english = "en"
  /// German: `Milliarde` is 10⁹, `Billion` 10¹², a comma begins the decimals.
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
