/// How distress spreads from a shock: the share of its equity that each party loses.
public struct DebtRank: Sendable {
  /// How one party fares.
  public struct Distress: Hashable, Sendable {
    /// Its key.
    public let party: String
    /// The share of its equity that the shock itself takes, 0 to 1.
    public let initial: Double
    /// The share that is lost in the end, 0 to 1; 1 is default.
    public let final: Double
    /// Its share in the value of the whole network, which it counts with in `impact`.
    public let weight: Double
  }

  /// The parties by key.
  public let distress: [Distress]
  /// How many times losses were passed on.
  public let rounds: Int
  /// Whether nothing was left to pass on. If not, losses are at least what is told.
  public let hasConverged: Bool

  /// The DebtRank R = Σ h(T) v − Σ h(1) v: the share of the network's value that is lost beyond the
  /// shock itself, 0 to 1.
  public var impact: Double {
    distress.reduce(0) { $0 + ($1.final - $1.initial) * $1.weight }
  }

  /// The share of the network's value that is lost with the shock, 0 to 1.
  public var loss: Double { distress.reduce(0) { $0 + $1.final * $1.weight } }

  /// The parties that have lost all, by key.
  public var defaults: [String] { distress.filter { $0.final >= 1 }.map(\.party) }
}

/// What a party counts with in the value of a network, v.
public enum DebtRankWeight: String, Sendable, CaseIterable {
  /// Its part of all exposures, as in the paper of 2012.
  case exposure
  /// Its part of all equity, as in the paper of 2015.
  case equity
}
