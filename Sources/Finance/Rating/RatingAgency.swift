/// A rating agency. The raw value is its code in the file.
public enum RatingAgency: String, Sendable, CaseIterable {
  /// S&P Global Ratings.
  case sp
  /// Moody's Ratings.
  case moodys
  /// Fitch Ratings.
  case fitch
  /// Morningstar DBRS.
  case dbrs
  /// Kroll Bond Rating Agency.
  case kbra
  /// Scope Ratings.
  case scope
  /// Japan Credit Rating Agency.
  case jcr

  /// Those whose grade a text may give without naming them; JCR's stands beside its name.
  public static let unnamed: [RatingAgency] = allCases.filter { $0 != .jcr }

  /// An agency by its name as printed, or by its code; `nil` for a name that is no single agency.
  public init?(name: String) {
    let key = PartyName(name).key
    guard let agency = Self.allCases.first(where: { $0.keys.contains(key) }) else { return nil }
    self = agency
  }

  /// The short name as it is printed.
  public var name: String {
    switch self {
    case .sp: "S&P"
    case .moodys: "Moody's"
    case .fitch: "Fitch"
    case .dbrs: "DBRS"
    case .kbra: "KBRA"
    case .scope: "Scope"
    case .jcr: "JCR"
    }
  }

  /// The names it goes by, as `PartyName` keys.
  private var keys: Set<String> {
    switch self {
    case .sp:
      [
        "sp", "s and p", "s and p global", "s and p global ratings", "standard and poors",
        "standard and poors ratings services", "sandp",
      ]
    case .moodys: ["moodys", "moodys ratings", "moodys investors service", "moody"]
    case .fitch: ["fitch", "fitch ratings"]
    case .dbrs: ["dbrs", "morningstar dbrs", "dbrs morningstar"]
    case .kbra: ["kbra", "kroll", "kroll bond rating agency"]
    case .scope: ["scope", "scope ratings"]
    case .jcr: ["jcr", "japan credit rating agency"]
    }
  }
}
