/// All flows from one party to another, taken as one edge.
public struct FlowLeg: Hashable, Sendable {
  /// The party that gives.
  public let from: String
  /// The party that gets.
  public let to: String
  /// The flows, in the order of their ids; at least one.
  public let flows: [Flow]
  /// What they add up to.
  public let sum: FlowSum

  init(from: String, to: String, flows: [Flow]) {
    self.from = from
    self.to = to
    self.flows = flows
    sum = FlowSum(flows)
  }

  /// The sum of the known amounts in US cents; `nil` when none is known.
  public var knownAmount: Int64? { sum.unknown == sum.flows ? nil : sum.known }

  /// The deepest stage any of its flows has reached: up to there the edge holds.
  public var stage: FlowStage { flows.lazy.map(\.stage).max() ?? .announced }

  /// Whether the edge may be cancelled: yes when every flow may be, no when one may not be, and
  /// `nil` when that depends on a flow of which nobody says.
  public var isCancellable: Bool? {
    if flows.contains(where: { $0.isCancellable == false }) { return false }
    return flows.allSatisfy { $0.isCancellable == true } ? true : nil
  }
}
