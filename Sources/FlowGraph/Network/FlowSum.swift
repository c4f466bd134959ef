/// What several flows add up to, with what is not known kept apart.
public struct FlowSum: Hashable, Sendable {
  /// The sum of the amounts that are known, in US cents. The whole is at least this.
  public private(set) var known: Int64 = 0
  /// How many flows were added.
  public private(set) var flows = 0
  /// How many of them have no amount.
  public private(set) var unknown = 0

  /// The sum of `flows`, which belong to one network, so that it fits.
  public init(_ flows: some Sequence<Flow> = []) {
    for flow in flows { add(flow) }
  }

  /// The sum in US cents; `nil` when an amount is missing.
  public var amount: Int64? { unknown == 0 ? known : nil }

  mutating func add(_ flow: Flow) {
    flows += 1
    known += flow.amount ?? 0
    unknown += flow.amount == nil ? 1 : 0
  }

  mutating func add(_ other: FlowSum) {
    known += other.known
    flows += other.flows
    unknown += other.unknown
  }
}
