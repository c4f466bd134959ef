public import Ledger

/// Which flows a network is made of.
public struct NetworkQuestion: Sendable, Equatable {
  /// Which end of an amount counts: sources say "up to" and "at least".
  public enum Bound: String, Sendable, CaseIterable {
    /// The most it may be.
    case high
    /// The least it is.
    case low
  }

  /// Which flows are in it (domain.md 6.9).
  public enum Layer: String, Sendable, CaseIterable {
    /// All of them.
    case all
    /// Those that do not wait for an event.
    case firm
    /// Options, guarantees and backstops.
    case contingent
  }

  /// The day the stages are taken at, `YYYY-MM-DD`; nil for today.
  public var asOf: String?
  /// The stage that flows have reached; nil for announced.
  public var stage: String?
  /// Whom parties are taken for; nil for each by itself.
  public var rollup: PartyRollup?
  /// Which end of an amount counts.
  public var bound = Bound.high
  /// Which flows are in it.
  public var layer = Layer.all

  /// All flows that were announced, at their most.
  public init() {}

  /// The parameters of the saved query `party-flows`.
  var values: [String: String] {
    var values: [String: String] = [:]
    values["as_of"] = asOf
    values["stage"] = stage
    values["rollup"] = rollup?.rawValue
    return values
  }
}
