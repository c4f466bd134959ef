extension FlowNetwork {
  /// All elementary cycles of at most `length` legs, from 2 (domain.md 6.9 and Q13).
  ///
  /// Several flows between two parties are one leg, so that each round of parties is one cycle.
  ///
  /// - Parameters:
  ///   - length: The most legs a cycle may have.
  ///   - limit: The most cycles to return. There can be exponentially many.
  public func cycles(upTo length: Int = 6, limit: Int = 10_000) -> CycleList {
    var cycles: [FlowCycle] = []
    var hasMore = false
    var search = CycleSearch(edges, longest: length)
    search.run { path in
      hasMore = cycles.count >= limit
      if !hasMore { cycles.append(FlowCycle(legs: path.map { legs[$0] })) }
      return !hasMore
    }
    return CycleList(cycles: Self.ranked(cycles), hasMore: hasMore)
  }

  private static func ranked(_ cycles: [FlowCycle]) -> [FlowCycle] {
    cycles.map { (cycle: $0, rank: Rank($0)) }.sorted { $0.rank < $1.rank }.map(\.cycle)
  }

  private struct Rank: Comparable {
    let hasUnknown: Bool
    let bottleneck: Int64
    let parties: [String]

    init(_ cycle: FlowCycle) {
      hasUnknown = cycle.hasUnknownAmount
      bottleneck = cycle.bottleneck ?? -1
      parties = cycle.parties
    }

    static func < (left: Rank, right: Rank) -> Bool {
      if left.hasUnknown != right.hasUnknown { return right.hasUnknown }
      if left.bottleneck != right.bottleneck { return left.bottleneck > right.bottleneck }
      if left.parties.count != right.parties.count {
        return left.parties.count < right.parties.count
      }
      return left.parties.lexicographicallyPrecedes(right.parties)
    }
  }
}
