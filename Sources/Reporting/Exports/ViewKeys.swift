/// Which columns of the views tell their rows apart, and which name a row of another view.
enum ViewKeys {
  /// Views whose first column is the key of the row.
  static let keyed: Set<String> = [
    "assets", "claims", "commitments", "contracts", "contradictions", "deal_links", "deals",
    "events", "flows", "holdings", "issuers", "lenders", "milestones", "observations", "parties",
    "party_links", "pledges", "ratings", "series", "sources", "terms", "themes", "tranches",
  ]

  /// The view whose row a column names; nil where the column names none, or of several kinds.
  static func target(of column: String, in view: String) -> String? {
    switch (view, column) {
    case ("observations", "part_of_key"), ("metric_figures", "part_of_key"): "observations"
    case ("deals", "part_of_key"), ("deals", "replaced_by_key"): "deals"
    case ("contracts", "replaced_by_key"): "contracts"
    case ("flows", "from_key"), ("flows", "to_key"), ("party_links", "from_key"),
      ("party_links", "to_key"):
      "parties"
    default: targets[column]
    }
  }

  private static let targets: [String: String] = {
    var targets = [
      "asset_key": "assets", "contract_key": "contracts", "deal_key": "deals",
      "tranche_key": "tranches", "joins_key": "tranches", "source_key": "sources",
      "theme_key": "themes", "observation_key": "observations",
      "disputes_claim_key": "claims", "followed_claim_key": "claims",
    ]
    for role in [
      "party", "issuer", "sponsor", "obligor", "owner", "holder", "customer", "supplier", "parent",
      "identity", "ultimate_parent", "ultimate_sponsor", "brand", "rolled", "subject", "stated_by",
      "agent", "company", "lender", "top_obligor",
    ] {
      targets[role + "_key"] = "parties"
    }
    return targets
  }()
}
