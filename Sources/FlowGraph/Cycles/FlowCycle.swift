/// A way on which money comes back to where it left, through no party twice.
public struct FlowCycle: Hashable, Sendable {
  /// The edges in order, beginning with the one that leaves the party with the smallest key.
  public let legs: [FlowLeg]

  /// The parties in order, each once, the one with the smallest key first.
  public var parties: [String] { legs.map(\.from) }

  /// The smallest amount of a leg in US cents, which is the most that can go round; `nil` when no
  /// leg has an amount.
  ///
  /// A leg whose amount is only partly known counts with what is known of it, and one of which
  /// nothing is known does not count: see `hasUnknownAmount`.
  public var bottleneck: Int64? { legs.lazy.compactMap(\.knownAmount).min() }

  /// Whether a flow of a leg has no amount, so that the bottleneck may be another.
  public var hasUnknownAmount: Bool { legs.contains { $0.sum.unknown > 0 } }

  /// The lowest stage of a leg: up to there the cycle is closed.
  public var stage: FlowStage { legs.lazy.map(\.stage).min() ?? .announced }

  /// Whether the cycle can be broken by cancelling: yes when one leg may be cancelled, no when none
  /// may, and `nil` when that depends on a flow of which nobody says.
  public var isCancellable: Bool? {
    if legs.contains(where: { $0.isCancellable == true }) { return true }
    return legs.allSatisfy { $0.isCancellable == false } ? false : nil
  }
}

/// The cycles of a network, as many as were asked for.
public struct CycleList: Hashable, Sendable {
  /// Those whose amounts are all known first, then by bottleneck, the largest first, then the
  /// shorter ones, then by their parties.
  public let cycles: [FlowCycle]
  /// Whether there are more. Then these are the first ones by the keys of their parties, and not
  /// the largest.
  public let hasMore: Bool
}
