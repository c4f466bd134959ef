/// What ties a party directly to one that is taken away.
public struct Stake: Hashable, Sendable {
  /// The party that is tied to it.
  public let party: String
  /// The capital it gave, and may not see again.
  public let invested: FlowSum
  /// What it was to be paid for what it sells, and loses the customer of.
  public let revenue: FlowSum
  /// The capital it was to get, and has to find elsewhere.
  public let funding: FlowSum
  /// What it was to pay for what it buys, and loses the supplier of.
  public let supply: FlowSum

  /// What is known of the money it stands to lose, in US cents: what it invested and its revenue.
  public var exposure: Int64 { invested.known + revenue.known }
}

extension FlowNetwork {
  /// Who is tied to a party directly, the largest known exposure first, then by key.
  public func stakes(in party: String) -> [Stake] {
    var flows: [String: [Flow]] = [:]
    for flow in self.flows {
      if flow.from == party { flows[flow.to, default: []].append(flow) }
      if flow.to == party { flows[flow.from, default: []].append(flow) }
    }
    func sum(_ flows: [Flow], _ kind: FlowKind, isGiven: Bool) -> FlowSum {
      FlowSum(flows.lazy.filter { $0.kind == kind && ($0.to == party) == isGiven })
    }
    return flows.map { other, flows in
      Stake(
        party: other, invested: sum(flows, .capital, isGiven: true),
        revenue: sum(flows, .purchase, isGiven: false),
        funding: sum(flows, .capital, isGiven: false),
        supply: sum(flows, .purchase, isGiven: true))
    }.sorted { ($1.exposure, $0.party) < ($0.exposure, $1.party) }
  }
}
