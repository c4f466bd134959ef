internal import FlowGraph
public import Ledger
internal import SQLite

extension PartyNetwork {
  /// What everyone pays of what is due within a year, when each pays all it can.
  ///
  /// Due are the purchases that bind, with their amount of a year.
  ///
  /// - Throws: `NetworkProblem` where a party that owes has no assets given.
  public func clearing(
    _ sheets: BalanceSheets
  ) throws -> (result: ResultSet, assumptions: [String]) {
    let due = try dueWithinYear(sheets)
    let cleared = try due.network.cleared()
    let rows = cleared.outcomes.sorted { ($1.shortfall, $0.party) < ($0.shortfall, $1.party) }
      .map { outcome -> [Value] in
        [
          name(outcome.party), NetworkTable.usd(sheets.assets[outcome.party]),
          NetworkTable.usd(outcome.owed),
          NetworkTable.usd(outcome.received), NetworkTable.usd(outcome.payment),
          NetworkTable.usd(outcome.shortfall), NetworkTable.percent(outcome.recovery),
          outcome.defaultRound.map { NetworkTable.count($0) } ?? .null,
        ]
      }
    let columns = NetworkTable.columns(
      "party", "assets USD", "owes USD", "gets USD", "pays USD", "shortfall USD",
      "pays_pct percent", "default_round count")
    return (ResultSet(columns: columns, rows: rows), due.assumptions)
  }

  /// The distress that a shock to parties brings to those exposed to them.
  ///
  /// - Parameters:
  ///   - shocks: By party, the share of its equity that it loses at first, 0 to 1.
  ///   - isDifferential: Whether every new loss is passed on, as in the form of 2015.
  /// - Throws: `NetworkProblem` where a party that is exposed has no equity given.
  public func debtRank(
    _ sheets: BalanceSheets, shocks: [String: Double], isDifferential: Bool
  ) throws -> (result: ResultSet, assumptions: [String]) {
    let exposures = network.filter { $0.kind == .capital && $0.stage >= .funded }
      .exposureNetwork()
    let holders = Set(exposures.exposures.map(\.holder))
    try require(holders, in: sheets.equity, "equity_usd", "has exposures")
    var keyed: [String: Double] = [:]
    for (party, share) in shocks { keyed[try key(of: party)] = share }
    for party in keyed.keys.sorted() where !exposures.parties.contains(party) {
      throw NetworkProblem("\(party): no capital that has moved begins or ends at it")
    }
    let rank =
      isDifferential
      ? try exposures.differentialDebtRank(shocks: keyed, equity: sheets.equity)
      : try exposures.debtRank(shocks: keyed, equity: sheets.equity)
    let rows = rank.distress.filter { $0.final > 0 }.sorted {
      ($1.final, $0.party) < ($0.final, $1.party)
    }.map { distress -> [Value] in
      [
        name(distress.party), NetworkTable.percent(distress.initial),
        NetworkTable.percent(distress.final),
        NetworkTable.usd(sheets.equity[distress.party]), NetworkTable.percent(distress.weight),
      ]
    }
    let columns = NetworkTable.columns(
      "party", "lost_at_first_pct percent", "lost_pct percent", "equity USD", "weight_pct percent")
    let impact = HumanNumber.fixed(rank.impact * 100, decimals: 2)
    return (
      ResultSet(columns: columns, rows: rows),
      [
        "exposures are capital that has moved: \(exposures.exposures.count) between "
          + "\(exposures.parties.count) parties",
        "DebtRank, the loss of the others by weight: \(impact) %, after "
          + (rank.rounds == 1 ? "1 round" : "\(rank.rounds) rounds"),
      ]
    )
  }

  /// The purchases that bind, by their amount of a year.
  func dueWithinYear(
    _ sheets: BalanceSheets
  ) throws -> (network: ClearingNetwork, assumptions: [String]) {
    let (liabilities, without) = liabilitiesWithinYear
    try require(debtors, in: sheets.assets, "assets_usd", "owes")
    // Parties report what they have whether or not they are in this network.
    let parties = Set(network.parties)
    let clearing = try ClearingNetwork(
      liabilities: liabilities,
      externalAssets: sheets.assets.filter { parties.contains($0.key) })
    return (
      clearing,
      [
        "due within a year: \(liabilities.count) purchases that bind, by their amount of a year; "
          + "\(without) more have none and are left out",
        "one rank of debt, no cost of a default; assets as given, else cash as last reported",
      ]
    )
  }

  /// Who owes something within a year.
  var debtors: Set<String> { Set(liabilitiesWithinYear.liabilities.map(\.debtor)) }

  /// What is owed within a year, and how many purchases that bind have no amount of a year.
  private var liabilitiesWithinYear: (liabilities: [Liability], without: Int) {
    let binding = network.flows.filter { $0.kind == .purchase && $0.stage >= .binding }
    let liabilities = binding.compactMap { flow in
      details[flow.id]?.perYear.map {
        Liability(debtor: flow.from, creditor: flow.to, amount: $0)
      }
    }
    return (liabilities, binding.count - liabilities.count)
  }

  private func require(
    _ parties: Set<String>, in figures: [String: Int64], _ column: String, _ why: String
  ) throws {
    let missing = parties.filter { figures[$0] == nil }.sorted()
    guard missing.isEmpty else {
      throw NetworkProblem(
        missing.map { "\($0): \(why), and its \(column) is neither given nor reported" }.joined(
          separator: "\n")
          + "\nnothing is taken for zero: give each a line in --assets FILE")
    }
  }
}
