/// What everyone pays in the end.
///
/// Amounts are US cents with a fraction: shares of what is left seldom are whole cents. They are
/// exact to well below a cent, and rounding them is for the one who shows them.
public struct Clearing: Sendable {
  /// How one party comes out.
  public struct Outcome: Hashable, Sendable {
    /// Its key.
    public let party: String
    /// What it has from outside the network.
    public let assets: Double
    /// What it owes in all.
    public let owed: Double
    /// What it gets from the others.
    public let received: Double
    /// What it pays: all it owes, or all it has and gets.
    public let payment: Double
    /// In which round it defaults, from 1; `nil` when it pays in full. In round 1 are those that
    /// could not pay even if all others did.
    public let defaultRound: Int?

    /// What it owes and does not pay.
    public var shortfall: Double { owed - payment }
    /// What it has after paying: zero in default.
    public var equity: Double { max(0, assets + received - payment) }
    /// The share of its debts it pays, 0 to 1; `nil` when it owes nothing.
    public var recovery: Double? { owed == 0 ? nil : payment / owed }
  }

  /// The parties by key.
  public let outcomes: [Outcome]
  /// How many rounds of defaults there were.
  public let rounds: Int
  /// By how many cents the payments miss what everyone can pay, at most, taken over all parties.
  public let residual: Double

  /// Those that do not pay in full, by round and then by key.
  public var defaults: [Outcome] {
    outcomes.filter { $0.defaultRound != nil }.sorted {
      ($0.defaultRound ?? 0, $0.party) < ($1.defaultRound ?? 0, $1.party)
    }
  }

  /// What is owed and not paid in all, in US cents.
  public var shortfall: Double { outcomes.reduce(0) { $0 + $1.shortfall } }
}
