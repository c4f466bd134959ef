/// How a party is hurt when another is taken out of the payments.
public struct Shortfall: Hashable, Sendable {
  /// Its key.
  public let party: String
  /// What it gets less from the others, in US cents; below zero when it gets more.
  public let lostReceipts: Double
  /// What it owes and did not pay before, in US cents.
  public let before: Double
  /// What it owes and does not pay now, in US cents.
  public let after: Double
  /// In which round it defaulted before; `nil` when it paid in full.
  public let defaultRoundBefore: Int?
  /// In which round it defaults now; `nil` when it pays in full.
  public let defaultRoundAfter: Int?

  /// Whether it paid in full before and does not now.
  public var isNewDefault: Bool { defaultRoundBefore == nil && defaultRoundAfter != nil }
}

/// How a party is no longer there.
public enum Absence: String, Sendable, CaseIterable {
  /// As if it had never been: nobody owes it, and it owes nobody.
  case removed
  /// It has nothing and pays nothing, while what it is owed stays due.
  case defaulted
}

extension ClearingNetwork {
  /// The network as it is without a party, or with a party that pays nothing.
  public func without(_ party: String, as absence: Absence) -> ClearingNetwork {
    var kept: [Liability] = []
    for claim in claims {
      let (debtor, creditor) = (parties[claim.debtor], parties[claim.creditor])
      if debtor == party || (creditor == party && absence == .removed) { continue }
      kept.append(Liability(debtor: debtor, creditor: creditor, amount: Int64(claim.amount)))
    }
    // The others stay, even where nobody owes them any more and they owe nobody.
    var keptAssets: [String: Int64] = [:]
    for (number, key) in parties.enumerated() where key != party {
      keptAssets[key] = Int64(assets[number])
    }
    return ClearingNetwork(sound: kept, externalAssets: keptAssets)
  }

  /// Who is hurt when a party is taken out, by at least half a cent: the largest loss of receipts
  /// first, then by key.
  ///
  /// - Throws: `ClearingError.notVerified`, from clearing with and without it.
  public func shortfalls(
    without party: String, as absence: Absence
  ) throws(ClearingError) -> [Shortfall] {
    let before = try cleared()
    let after = try without(party, as: absence).cleared()
    let outcomes = Dictionary(uniqueKeysWithValues: after.outcomes.map { ($0.party, $0) })
    return before.outcomes.compactMap { old in
      guard old.party != party, let new = outcomes[old.party] else { return nil }
      let shortfall = Shortfall(
        party: old.party, lostReceipts: old.received - new.received, before: old.shortfall,
        after: new.shortfall, defaultRoundBefore: old.defaultRound,
        defaultRoundAfter: new.defaultRound)
      let isHurt = max(shortfall.lostReceipts, shortfall.after - shortfall.before) >= 0.5
      return isHurt ? shortfall : nil
    }.sorted { ($1.lostReceipts, $0.party) < ($0.lostReceipts, $1.party) }
  }
}
