internal import FlowGraph
public import Ledger
internal import SQLite

extension PartyNetwork {
  /// Who is hurt when a party is gone: what each has in it directly, what reaches it through
  /// others, and, with balance sheets, what it is paid less within a year.
  ///
  /// - Parameters:
  ///   - text: The party, by key or name.
  ///   - length: The most steps of a chain that is looked through.
  ///   - sheets: What parties have; where it does not suffice no payments are worked out.
  ///   - isGiven: Whether a person gave it, who is then told what it lacks.
  /// - Throws: `NetworkProblem` for a party without flows.
  public func whatIf(
    _ text: String, upTo length: Int, _ sheets: BalanceSheets, isGiven: Bool
  ) throws -> (result: ResultSet, assumptions: [String]) {
    let gone = try key(of: text)
    let stakes = Dictionary(
      uniqueKeysWithValues: network.stakes(in: gone).map { ($0.party, $0) })
    let through = network.exposureNetwork().lookThrough(to: gone, upTo: length)
    let indirect = Dictionary(
      uniqueKeysWithValues: through.totals.map { ($0.party, $0.indirect) })
    let removal = network.removal(of: gone)
    // Where nobody gives a file, what was reported may be enough, or may not.
    let isEnough = isGiven || debtors.allSatisfy { sheets.assets[$0] != nil }
    let due = isEnough ? try dueWithinYear(sheets) : nil
    let lost =
      try due.map { due in
        try due.network.shortfalls(without: gone, as: .defaulted)
      } ?? []
    let shortfalls = Dictionary(uniqueKeysWithValues: lost.map { ($0.party, $0) })
    let parties = Set(stakes.keys).union(indirect.filter { $0.value > 0 }.keys)
      .union(removal.dropped).union(shortfalls.keys).subtracting([gone])
    func loss(_ party: String) -> Int64 {
      (stakes[party]?.exposure ?? 0) + (indirect[party] ?? 0)
    }
    let rows = parties.sorted { (loss($1), $0) < (loss($0), $1) }.map { party -> [Value] in
      let stake = stakes[party]
      let shortfall = shortfalls[party]
      return [
        name(party), NetworkTable.usd(stake?.invested ?? FlowSum()),
        NetworkTable.usd(stake?.revenue ?? FlowSum()),
        NetworkTable.usd(stake?.funding ?? FlowSum()),
        NetworkTable.usd(stake?.supply ?? FlowSum()), NetworkTable.usd(indirect[party] ?? 0),
        NetworkTable.flag(removal.dropped.contains(party)),
        due == nil ? .null : NetworkTable.usd(shortfall?.lostReceipts ?? 0),
        due == nil ? .null : NetworkTable.flag(shortfall?.isNewDefault ?? false),
      ]
    }
    let columns = NetworkTable.columns(
      "party", "invested USD", "sells_to_it USD", "gets_from_it USD", "buys_from_it USD",
      "look_through USD", "leaves_core flag", "paid_less_a_year USD", "new_default flag")
    return (
      ResultSet(columns: columns, rows: rows),
      words(through, removal)
        + (due?.assumptions ?? [
          "payments are not worked out: what parties have is not known (--assets)"
        ])
    )
  }

  private func words(_ through: LookThrough, _ removal: Removal) -> [String] {
    func percent(_ share: Double?) -> String {
      share.map { HumanNumber.fixed($0 * 100, decimals: 1) + " %" } ?? "unknown"
    }
    return [
      "look-through: each party is read as a fund of what it stands to lose; "
        + "\(through.chains.count) chains" + (through.hasMore ? ", and more" : ""),
      "circular at most: \(percent(removal.before.index)) of the money with it, "
        + "\(percent(removal.after.index)) without it",
    ]
  }
}
