import Tabular

/// A kind of document, told by the one name only it has, and how it becomes records.
struct DocumentKind {
  /// The name that tells the kind.
  let tellingName: String
  /// What is done with each document of the kind. A later step begins when the one before it is
  /// done with all of them.
  let steps: [@Sendable (DocumentMapper, ObjectReader) -> Void]

  private init(
    _ tellingName: String, _ steps: (@Sendable (DocumentMapper, ObjectReader) -> Void)...
  ) {
    self.tellingName = tellingName
    self.steps = steps
  }

  /// Every kind, in the order in which they are mapped: sources and parties first, since the others
  /// name them. A document with two telling names is of the kind that stands first.
  static let all: [DocumentKind] = [
    DocumentKind("source_kind") { $0.mapSource($1) },
    DocumentKind(
      "party_kind", { $0.mapParty($1) }, { $0.mapPartyNames($1) }, { $0.mapPartyLinks($1) }),
    DocumentKind("asset_kind") { $0.mapAsset($1) },
    DocumentKind("theme") { $0.mapTheme($1) },
    DocumentKind("holder") { $0.mapHolding($1) },
    DocumentKind("issuer") { $0.mapDeal($1) },
    DocumentKind("participant") { $0.mapParticipantDocument($1) },
    DocumentKind("legs") { $0.mapContract($1) },
    DocumentKind("metric") { $0.mapStatistic($1) },
    DocumentKind("agency") { $0.mapRating($1) },
    DocumentKind("event") { $0.mapEvent($1) },
    DocumentKind("term") { $0.mapPart(.terms, $1) },
    DocumentKind("repayment") { $0.mapPart(.repayments, $1) },
    DocumentKind("pledge") { $0.mapPart(.pledges, $1) },
    DocumentKind("milestone") { $0.mapPart(.milestones, $1) },
    DocumentKind("link") { $0.mapLink($1) },
    DocumentKind("treatment") { $0.mapTreatment($1) },
    DocumentKind("rate") { $0.mapRate($1) },
    DocumentKind("fixing") { $0.mapFixing($1) },
    DocumentKind("attribute") { $0.mapClaimDocument($1) },
    DocumentKind("finding") { $0.mapFinding($1) },
  ]

  /// Where in the list the kind of a document stands, or nil when no telling name is there.
  static func position(of document: JSONValue) -> Int? {
    all.firstIndex { document[$0.tellingName] != nil }
  }
}
