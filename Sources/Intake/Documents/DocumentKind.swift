import Tabular

/// What a document is about, told by the one name only its kind has.
enum DocumentKind: CaseIterable {
  case source, party, deal, contract, statistic, rating, event, link, treatment, rate, claim

  /// The name that tells the kind.
  var tellingName: String {
    switch self {
    case .source: "source_kind"
    case .party: "party_kind"
    case .deal: "issuer"
    case .contract: "legs"
    case .statistic: "metric"
    case .rating: "agency"
    case .event: "event"
    case .link: "link"
    case .treatment: "treatment"
    case .rate: "rate"
    case .claim: "attribute"
    }
  }

  /// The kind of a document, or nil when no telling name is there.
  init?(_ document: JSONValue) {
    let found = Self.allCases.first { document[$0.tellingName] != nil }
    guard let found else { return nil }
    self = found
  }
}
