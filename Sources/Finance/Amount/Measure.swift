/// What an amount measures (design.md 1). The raw value is the code in documents and in the file.
///
/// Amounts of different measures are never a contradiction and never added: 135 marked beside 13
/// paid is one stake.
public enum Measure: String, Sendable, CaseIterable {
  /// The most that could come about: a headline, a programme limit.
  case ceiling
  /// What lenders or investors have bound themselves to provide.
  case committed
  /// What was placed with investors at pricing.
  case priced
  /// What has been drawn of a commitment.
  case drawn
  /// What is still owed.
  case outstanding
  /// Cash that has changed hands.
  case paid
  /// A valuation, not cash.
  case marked
  /// What a contract is worth over its term.
  case contractValue = "contract_value"
  /// The most a guarantor may have to pay.
  case guaranteedMaximum = "guaranteed_maximum"
  /// The most a holder may lose.
  case maximumLoss = "maximum_loss"
  /// Equity and net debt of a company bought.
  case enterpriseValue = "enterprise_value"
  /// The face amount of a holding.
  case par
  /// What a holding cost its holder.
  case cost
  /// What an appraiser or the owner says an asset is worth.
  case appraised
}
