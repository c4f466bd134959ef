/// A network of exposures with the equity that bears them, and a shock to it.
struct Leverage {
  let network: ExposureNetwork
  /// The exposure over the holder's equity, of each exposure of the network.
  let ratios: [Double]
  /// The share of its equity that each party loses at first.
  let shocks: [Double]
  private let equity: [String: Int64]

  /// - Throws: `ExposureError` for equity that is missing or not above zero where there are
  ///   exposures, and for shocks outside the network or the range.
  init(
    _ network: ExposureNetwork, equity: [String: Int64], shocks: [String: Double]
  ) throws(ExposureError) {
    let holders = network.parties.indices.filter { !network.edges.edges(of: $0).isEmpty }
      .map { network.parties[$0] }
    let missing = holders.filter { equity[$0] == nil }
    guard missing.isEmpty else { throw .equityMissing(missing) }
    let broken = holders.filter { equity[$0, default: 0] <= 0 }
    guard broken.isEmpty else { throw .equityNotPositive(broken) }
    var initial = [Double](repeating: 0, count: network.parties.count)
    for (party, shock) in shocks.sorted(by: { $0.key < $1.key }) {
      guard let number = network.numbers.find(party) else { throw .unknownParty(party) }
      guard (0...1).contains(shock) else { throw .shockOutOfRange(party: party, shock: shock) }
      initial[number] = shock
    }
    self.network = network
    self.equity = equity
    self.shocks = initial
    ratios = network.exposures.map { Double($0.amount) / Double(equity[$0.holder, default: 1]) }
  }

  func result(
    final: [Double], weight: DebtRankWeight, rounds: Int, hasConverged: Bool
  ) -> DebtRank {
    let values = network.parties.indices.map { party in
      switch weight {
      case .exposure: Double(network.total(of: party))
      case .equity: Double(max(0, equity[network.parties[party]] ?? 0))
      }
    }
    let total = values.reduce(0, +)
    return DebtRank(
      distress: network.parties.indices.map { party in
        DebtRank.Distress(
          party: network.parties[party], initial: shocks[party], final: final[party],
          weight: total == 0 ? 0 : values[party] / total)
      }, rounds: rounds, hasConverged: hasConverged)
  }
}
