/// Who owes whom, and what everyone has besides: the model of L. Eisenberg and T. Noe (2001),
/// Systemic risk in financial systems (domain.md 6.10).
///
/// Each party pays all it owes if it can, and otherwise all it has, to its creditors in proportion
/// to what it owes them. The model knows one rank of debt and no cost of a default: secured debt
/// and the loss of a liquidation are not in it.
public struct ClearingNetwork: Sendable {
  /// The parties that owe, are owed or have assets, sorted.
  public let parties: [String]
  /// What each party has from outside the network, in US cents.
  let assets: [Double]
  /// What each party owes in all, in US cents.
  let owed: [Double]
  /// The liabilities above zero, one for each ordered pair of parties, in the order of both.
  let claims: [Claim]

  struct Claim: Sendable {
    let debtor: Int
    let creditor: Int
    let amount: Double
  }

  /// A network of liabilities.
  ///
  /// - Parameters:
  ///   - liabilities: Who owes whom. Several of one party to another are added up.
  ///   - externalAssets: What parties have from outside the network, in US cents; nothing when
  ///     they are not named.
  /// - Throws: `ClearingError` for an amount below zero, a party that owes itself, and a total
  ///   above 2⁵³ cents.
  public init(
    liabilities: [Liability], externalAssets: [String: Int64]
  ) throws(ClearingError) {
    var total: Int64 = 0
    func count(_ amount: Int64) throws(ClearingError) {
      let (sum, isOver) = total.addingReportingOverflow(amount)
      guard !isOver, sum <= Int64(1) << 53 else { throw .totalTooLarge }
      total = sum
    }
    for liability in liabilities {
      let (debtor, creditor) = (liability.debtor, liability.creditor)
      guard debtor != creditor else { throw .liabilityToItself(debtor) }
      guard liability.amount >= 0 else {
        throw .negativeLiability(debtor: debtor, creditor: creditor)
      }
      try count(liability.amount)
    }
    for (party, amount) in externalAssets.sorted(by: { $0.key < $1.key }) {
      guard amount >= 0 else { throw .negativeAssets(party) }
      try count(amount)
    }
    self.init(sound: liabilities, externalAssets: externalAssets)
  }

  /// Takes liabilities and assets that are known to be sound.
  init(sound liabilities: [Liability], externalAssets: [String: Int64]) {
    let named = liabilities.flatMap { [$0.debtor, $0.creditor] } + externalAssets.keys
    parties = Set(named).sorted()
    let numbers = PartyNumbers(parties)
    let pairs = Dictionary(grouping: liabilities) { [numbers[$0.debtor], numbers[$0.creditor]] }
    claims = pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { pair, added in
      let amount = added.reduce(0) { $0 + $1.amount }
      return amount == 0 ? nil : Claim(debtor: pair[0], creditor: pair[1], amount: Double(amount))
    }
    var owed = [Double](repeating: 0, count: parties.count)
    for claim in claims { owed[claim.debtor] += claim.amount }
    self.owed = owed
    assets = parties.map { Double(externalAssets[$0] ?? 0) }
  }

  /// What each party gets from the others when each pays a share of what it owes.
  func received(recovery: [Double]) -> [Double] {
    var received = [Double](repeating: 0, count: parties.count)
    for claim in claims { received[claim.creditor] += claim.amount * recovery[claim.debtor] }
    return received
  }
}
