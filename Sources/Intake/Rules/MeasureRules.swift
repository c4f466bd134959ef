/// What kind of amount a figure is, and what kind of flow a leg is, where the document does not
/// say: the first rule that fits.
enum MeasureRules {
  private static let securities: Set<String> = [
    "bond", "convertible", "securitisation", "asset_backed", "private_placement",
  ]

  /// The measure of a tranche or deal.
  static func ofTranche(
    instrument: String, qualifier: String, evidence: String?, binding: String?, funding: String?
  ) -> String? {
    if qualifier == "up_to" || binding == "non_binding" || evidence == "rumoured" {
      return "ceiling"
    }
    switch instrument {
    case "lease": return "contract_value"
    case "equity": return funding == "drawn" ? "paid" : "committed"
    case "risk_transfer": return "maximum_loss"
    case let kind where securities.contains(kind):
      return binding == "definitive" ? "priced" : "ceiling"
    default: return "committed"
    }
  }

  /// The measure of a contract's leg.
  static func ofLeg(
    what: String, contractKind: String, qualifier: String, evidence: String?, binding: String?,
    funding: String?
  ) -> String? {
    if qualifier == "up_to" || binding == "non_binding" || evidence == "rumoured" {
      return "ceiling"
    }
    if what == "guarantee" { return "guaranteed_maximum" }
    if what == "cash", contractKind == "equity_investment" {
      return funding == "drawn" ? "paid" : "committed"
    }
    return "contract_value"
  }

  /// The funding of a deal: drawn for a definitive security with a closing day, else unknown.
  static func funding(kind: String, binding: String?, hasClosed: Bool) -> String {
    let settles: Set = ["bond", "convertible", "securitisation"]
    return hasClosed && binding == "definitive" && settles.contains(kind) ? "drawn" : "unknown"
  }
}
