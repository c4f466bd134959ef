/// A way on which the failure of one party reaches another.
public struct ExposureChain: Hashable, Sendable {
  /// The party that loses, those between, and the party that fails, each once.
  public let parties: [String]
  /// What of the exposure of the first party to the second rests on the last, in US cents.
  ///
  /// The exposure to the second party times, for every party between, the part of its own exposures
  /// that goes to the next: who holds a claim of 100 on a party that has half of its exposures in a
  /// third is exposed to that third with 50. Rounded down to a cent at each step.
  public let amount: Int64

  /// How many parties stand between; none in a direct exposure.
  public var intermediaries: Int { parties.count - 2 }
}

/// All ways on which the failure of a party reaches others.
public struct LookThrough: Sendable {
  /// What a party stands to lose, directly and through others.
  public struct Total: Hashable, Sendable {
    /// Its key.
    public let party: String
    /// In US cents, without anyone between.
    public let direct: Int64
    /// In US cents, over the chains with someone between.
    public let indirect: Int64
  }

  /// The chains with an amount, the largest first, then by their parties.
  public let chains: [ExposureChain]
  /// Whether there are more. Then these are the shortest, and the totals at least what they say.
  public let hasMore: Bool

  /// The sums by party, the largest first, then by key. A party never has more in them than its
  /// exposures add up to.
  public var totals: [Total] {
    var sums: [String: (direct: Int64, indirect: Int64)] = [:]
    for chain in chains {
      guard let holder = chain.parties.first else { continue }
      if chain.intermediaries == 0 {
        sums[holder, default: (0, 0)].direct += chain.amount
      } else {
        sums[holder, default: (0, 0)].indirect += chain.amount
      }
    }
    return sums.map { Total(party: $0.key, direct: $0.value.direct, indirect: $0.value.indirect) }
      .sorted {
        ($1.direct + $1.indirect, $0.party) < ($0.direct + $0.indirect, $1.party)
      }
  }
}
