import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// What holds of any sequence of verdicts.
@Suite(.temporaryDirectory) struct PartyVerdictLaws {
  private static let parties = [
    "amd", "blue-owl", "coreweave", "meta", "microsoft", "nvidia", "openai", "oracle",
  ]

  /// The verdicts as a list, and the classes they make, found the simple way.
  private struct Model {
    var given: [Set<String>: String] = [:]

    func root(_ party: String) -> String {
      var members: Set = [party]
      while true {
        let more = given.filter { $0.value == "same" && !$0.key.isDisjoint(with: members) }
          .reduce(members) { $0.union($1.key) }
        if more == members { return members.min() ?? party }
        members = more
      }
    }

    func areApart(_ one: String, _ other: String) -> Bool {
      given.contains { pair, verdict in
        verdict == "different" && Set(pair.map(root)) == [root(one), root(other)]
      }
    }

    /// Takes a verdict in, unless it contradicts others.
    mutating func take(_ verdict: String, _ one: String, _ other: String) -> Bool {
      let pair: Set = [one, other]
      switch verdict {
      case "same" where areApart(one, other), "different" where root(one) == root(other):
        return false
      case "unsure" where root(one) == root(other) || areApart(one, other): return false
      case "forget": return given.removeValue(forKey: pair) != nil
      default: given[pair] = verdict
      }
      return true
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `verdicts at random are those of a simple model, and forgetting all gives back every view`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    var connection = try ShippedLedger.open(.article)
    let before = try Self.views(of: connection)
    var model = Model()
    for step in 0..<40 {
      let pair = Self.parties.shuffled(using: &random).prefix(2)
      let verdict =
        ["same", "same", "same", "different", "unsure", "forget", "forget"]
        .randomElement(using: &random) ?? ""
      let isTaken = model.take(verdict, pair[0], pair[1])
      let words = "\(verdict) \(pair[0]) \(pair[1])"
      do {
        try PartyVerdictTests.give(words[...], &connection)
        #expect(isTaken, "seed \(seed), step \(step): \(words)")
      } catch is LedgerError {
        #expect(!isTaken, "seed \(seed), step \(step): \(words)")
      }
      let identities = try connection.query(
        """
        SELECT p.key, i.key FROM party_figure f JOIN party p ON p.id = f.party_id
        JOIN party i ON i.id = f.identity_id
        """
      ) { (try $0(0, as: String.self), try $0(1, as: String.self)) }
      let identity = Dictionary(uniqueKeysWithValues: identities)
      for one in Self.parties {
        for other in Self.parties {
          let areOne = identity[one] == identity[other]
          #expect(
            areOne == (model.root(one) == model.root(other)),
            "seed \(seed), step \(step): \(words); \(one), \(other)")
        }
      }
    }
    #expect(try Figures.stale(in: connection).isEmpty, "seed \(seed)")
    for pair in model.given.keys {
      try PartyVerdictTests.give("forget \(pair.sorted().joined(separator: " "))", &connection)
    }
    let after = try Self.views(of: connection)
    #expect(after.keys == before.keys)
    for view in before.keys { #expect(after[view] == before[view], "seed \(seed): \(view)") }
  }

  private static func views(of connection: borrowing Connection) throws -> [String: ResultSet] {
    var views: [String: ResultSet] = [:]
    for view in try LedgerObjects.views(in: connection) {
      views[view] = try QueryRunner.run("SELECT * FROM \(view)", in: connection)
    }
    return views
  }
}
