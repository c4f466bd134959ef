extension ClearingNetwork {
  /// What is missing by less does not make a default: half a US cent, which rounds to none.
  static let leastShortfall = 0.5

  /// The greatest clearing vector: of all ways in which everyone pays what they can, the one where
  /// everyone pays most.
  ///
  /// p = min(Π′p + e, p̄), with the liabilities p̄, their shares Π and the assets e, by the
  /// fictitious default algorithm of L. Eisenberg and T. Noe (2001): suppose that all pay in full,
  /// see who cannot, let these pay what they have, see who then cannot, and so on. Each round has a
  /// new default, so there are at most as many rounds as parties. The result is put into the
  /// equation before it is given out.
  ///
  /// - Throws: `ClearingError.notVerified` when it does not fit to within a cent.
  public func cleared() throws(ClearingError) -> Clearing {
    var recovery = [Double](repeating: 1, count: parties.count)
    var defaultRounds = [Int?](repeating: nil, count: parties.count)
    var round = 0
    var received = received(recovery: recovery)
    while true {
      let failing = parties.indices.filter { party in
        defaultRounds[party] == nil
          && owed[party] - assets[party] - received[party] > Self.leastShortfall
      }
      if failing.isEmpty { break }
      round += 1
      for party in failing { defaultRounds[party] = round }
      recovery = recoveries(in: parties.indices.filter { defaultRounds[$0] != nil })
      received = self.received(recovery: recovery)
    }
    let payments = zip(owed, recovery).map { $0 * $1 }
    let residual = residual(payments: payments, received: received)
    guard residual <= 1 else { throw .notVerified(residual: residual) }
    return Clearing(
      outcomes: parties.indices.map { party in
        Clearing.Outcome(
          party: parties[party], assets: assets[party], owed: owed[party],
          received: received[party], payment: payments[party],
          defaultRound: defaultRounds[party])
      }, rounds: round, residual: residual)
  }

  /// The largest difference between what a party pays and what it can.
  private func residual(payments: [Double], received: [Double]) -> Double {
    parties.indices.reduce(0) { largest, party in
      let able = min(owed[party], assets[party] + received[party])
      return max(largest, abs(payments[party] - able))
    }
  }

  /// The share of its debts that each party pays when some pay what they have and the others all.
  private func recoveries(in defaulters: [Int]) -> [Double] {
    var places = [Int?](repeating: nil, count: parties.count)
    for (place, party) in defaulters.enumerated() { places[party] = place }
    var system = DefaulterSystem(assets: defaulters.map { assets[$0] })
    for claim in claims {
      switch (places[claim.debtor], places[claim.creditor]) {
      case (let debtor?, let creditor?):
        system.addClaim(debtor: debtor, creditor: creditor, amount: claim.amount)
      case (let debtor?, nil): system.addOutsideClaim(debtor: debtor, amount: claim.amount)
      case (nil, let creditor?): system.addAssets(of: creditor, amount: claim.amount)
      case (nil, nil): break
      }
    }
    var recovery = [Double](repeating: 1, count: parties.count)
    for (party, share) in zip(defaulters, system.solved()) { recovery[party] = share }
    return recovery
  }
}
