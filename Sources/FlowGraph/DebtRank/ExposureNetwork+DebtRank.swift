extension ExposureNetwork {
  /// The DebtRank of S. Battiston, M. Puliga, R. Kaushik, P. Tasca, G. Caldarelli (2012), DebtRank:
  /// Too central to fail? (domain.md 6.11).
  ///
  /// With exposures A and equity E, W = min(1, A/E), and
  /// hᵢ(t) = min(1, hᵢ(t−1) + Σ Wᵢⱼ hⱼ(t−1)) over the parties j that were distressed at t−1. A
  /// party passes its distress on once, the round after it is first hit, and is inactive from then
  /// on: what reaches it later it bears and does not pass on. So the losses of rounds that go
  /// around more than once are left out; `differentialDebtRank` has them.
  ///
  /// - Parameters:
  ///   - shocks: The share of its equity that each shocked party loses at first, 0 to 1.
  ///   - equity: In US cents, of every party that has exposures.
  ///   - weight: What parties count with.
  /// - Throws: `ExposureError` for equity that is missing or not above zero, and for a shock to a
  ///   party outside the network or outside the range.
  public func debtRank(
    shocks: [String: Double], equity: [String: Int64], weight: DebtRankWeight = .exposure
  ) throws(ExposureError) -> DebtRank {
    let leverage = try Leverage(self, equity: equity, shocks: shocks)
    var distress = leverage.shocks
    var isInactive = [Bool](repeating: false, count: parties.count)
    var active = parties.indices.filter { distress[$0] > 0 }
    let incoming = edges.incoming
    var rounds = 0
    while !active.isEmpty {
      var next = distress
      for source in active {
        for (holder, edge) in incoming[source] {
          next[holder] += min(1, leverage.ratios[edge]) * distress[source]
        }
        isInactive[source] = true
      }
      distress = next.map { min(1, $0) }
      active = parties.indices.filter { distress[$0] > 0 && !isInactive[$0] }
      rounds += 1
    }
    return leverage.result(final: distress, weight: weight, rounds: rounds, hasConverged: true)
  }

  /// The differential DebtRank of M. Bardoscia, S. Battiston, F. Caccioli, G. Caldarelli (2015),
  /// DebtRank: A microscopic foundation for shock propagation (domain.md 6.11).
  ///
  /// With Λ = A/E, not capped, hᵢ(t+1) = min(1, hᵢ(t) + Σ Λᵢⱼ (hⱼ(t) − hⱼ(t−1))), from h(0) = 0
  /// and the shock at h(1): every new loss is passed on, in every round, until a party has lost
  /// all. The losses only grow and end; where they come near each other round by round without end
  /// they are followed until the largest new one is within `tolerance`.
  ///
  /// - Parameters:
  ///   - shocks: The share of its equity that each shocked party loses at first, 0 to 1.
  ///   - equity: In US cents, of every party that has exposures.
  ///   - weight: What parties count with.
  ///   - tolerance: The largest new loss, as a share of equity, that is not passed on.
  ///   - maximumRounds: After how many rounds to stop all the same.
  /// - Throws: `ExposureError` for equity that is missing or not above zero, and for a shock to a
  ///   party outside the network or outside the range.
  public func differentialDebtRank(
    shocks: [String: Double], equity: [String: Int64], weight: DebtRankWeight = .equity,
    tolerance: Double = 1e-12, maximumRounds: Int = 100_000
  ) throws(ExposureError) -> DebtRank {
    let leverage = try Leverage(self, equity: equity, shocks: shocks)
    var distress = leverage.shocks
    var added = distress
    var rounds = 0
    while rounds < maximumRounds, added.contains(where: { $0 > tolerance }) {
      var next = distress
      for holder in parties.indices {
        for edge in edges.edges(of: holder) {
          next[holder] += leverage.ratios[edge] * added[edges.targets[edge]]
        }
        next[holder] = min(1, next[holder])
      }
      added = zip(next, distress).map { $0 - $1 }
      distress = next
      rounds += 1
    }
    return leverage.result(
      final: distress, weight: weight, rounds: rounds,
      hasConverged: added.allSatisfy { $0 <= tolerance })
  }
}
