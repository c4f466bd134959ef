internal import FlowGraph
public import Ledger
internal import SQLite

extension PartyNetwork {
  /// Who gives capital to those who buy from it, pair by pair, and below it the whole network.
  public func reciprocity() -> ResultSet {
    let columns = NetworkTable.columns(
      "gives_capital", "buys", "capital USD", "capital_unknown count", "purchases USD",
      "purchases_unknown count", "reciprocity_pct percent")
    let rows = network.reciprocalPairs().map { pair -> [Value] in
      [
        name(pair.giver), name(pair.buyer), NetworkTable.usd(pair.capital),
        NetworkTable.count(pair.capital.unknown), NetworkTable.usd(pair.purchases),
        NetworkTable.count(pair.purchases.unknown), NetworkTable.percent(pair.reciprocity),
      ]
    }
    return ResultSet(columns: columns, rows: rows)
  }

  /// The shares of the network that go both ways, as sentences.
  public var reciprocityWords: [String] {
    let all = network.reciprocity()
    func words(_ share: Double?) -> String {
      share.map { HumanNumber.fixed($0 * 100, decimals: 1) + " %" } ?? "unknown"
    }
    return [
      "of all pairs with a flow, \(words(all.binary)) have one the other way",
      "of all known money, \(words(all.weighted)) meets money the other way, "
        + "\(words(all.betweenKinds)) capital that meets purchases",
    ]
  }

  /// Every round of parties that money can go, the widest first.
  ///
  /// - Parameters:
  ///   - length: The most legs.
  ///   - limit: The most rounds to return.
  public func cycles(upTo length: Int, limit: Int) -> (result: ResultSet, hasMore: Bool) {
    let list = network.cycles(upTo: length, limit: limit)
    let rows = list.cycles.map { cycle -> [Value] in
      let keys = cycle.legs.flatMap(\.flows).compactMap { details[$0.id]?.record }
      return [
        .text((cycle.parties + cycle.parties.prefix(1)).map(text).joined(separator: " → ")),
        NetworkTable.count(cycle.legs.count), NetworkTable.usd(cycle.bottleneck),
        NetworkTable.flag(cycle.hasUnknownAmount), .text(cycle.stage.rawValue),
        NetworkTable.flag(cycle.isCancellable),
        .text(Set(keys).sorted().joined(separator: " ")),
      ]
    }
    let columns = NetworkTable.columns(
      "cycle", "legs count", "bottleneck USD", "has_unknown flag", "stage", "cancellable flag",
      "records")
    return (ResultSet(columns: columns, rows: rows), list.hasMore)
  }

  /// The parties that money can leave and come back to, and who drops out at each step.
  public func core() -> ResultSet {
    let rows = network.cores().flatMap { core -> [[Value]] in
      let dropped: [Value] = [
        .text(core.step.rawValue), .text("dropped"), NetworkTable.count(core.dropped.count),
        names(core.dropped),
      ]
      let parts = core.components.map { parties -> [Value] in
        [
          .text(core.step.rawValue), .text("core"), NetworkTable.count(parties.count),
          names(parties),
        ]
      }
      return parts + (core.dropped.isEmpty ? [] : [dropped])
    }
    return ResultSet(
      columns: NetworkTable.columns("step", "part", "parties count", "names"), rows: rows)
  }

  /// How much of the money can go round at most, by party and in all.
  public func circularity() -> ResultSet {
    let found = network.circularity()
    let all: [Value] = [
      .text("All flows"), NetworkTable.usd(found.total), NetworkTable.usd(found.circular),
      NetworkTable.percent(found.index),
    ]
    let parties = found.parties.filter { $0.circular > 0 }.sorted {
      ($1.circular, $0.key) < ($0.circular, $1.key)
    }.map { party -> [Value] in
      [
        name(party.key), NetworkTable.usd(party.total), NetworkTable.usd(party.circular),
        NetworkTable.percent(party.share),
      ]
    }
    return ResultSet(
      columns: NetworkTable.columns(
        "party", "gives_and_gets USD", "circular USD", "circular_pct percent"),
      rows: [all] + parties)
  }

  private func text(_ key: String) -> String {
    if case .text(let text) = name(key) { text } else { key }
  }
}
