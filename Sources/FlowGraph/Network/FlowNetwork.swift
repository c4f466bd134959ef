/// Flows between parties as a directed graph.
///
/// Parties and flows are kept sorted, and every result follows that order: the same flows give the
/// same answer, in whatever order they came.
///
/// Cash and what is only contingent on an event (a guarantee, a backstop, a warrant) are layers of
/// their own (domain.md 6.9): make one network of each.
public struct FlowNetwork: Sendable {
  /// The keys of all parties that give or get, sorted.
  public let parties: [String]
  /// The flows by giver, getter and id.
  public let flows: [Flow]
  /// The flows as edges, one for each ordered pair of parties, in the order of the flows.
  public let legs: [FlowLeg]
  /// The edges by number of party; edge `n` is `legs[n]`.
  let edges: Adjacency

  /// The network of some flows.
  ///
  /// - Throws: `FlowNetworkError` for an id used twice, a flow of a party to itself, an amount
  ///   below zero, and a total that does not fit.
  public init(flows: [Flow]) throws(FlowNetworkError) {
    var ids: Set<String> = []
    var total: Int64 = 0
    for flow in flows {
      guard ids.insert(flow.id).inserted else { throw .duplicate(id: flow.id) }
      guard flow.from != flow.to else { throw .flowToItself(id: flow.id) }
      let amount = flow.amount ?? 0
      guard amount >= 0 else { throw .negativeAmount(id: flow.id) }
      let (sum, isOver) = total.addingReportingOverflow(amount)
      guard !isOver else { throw .totalTooLarge }
      total = sum
    }
    self.init(sorted: flows.sorted { ($0.from, $0.to, $0.id) < ($1.from, $1.to, $1.id) })
  }

  /// Takes flows that are known to be sorted and sound.
  private init(sorted flows: [Flow]) {
    let parties = Set(flows.lazy.flatMap { [$0.from, $0.to] }).sorted()
    let numbers = PartyNumbers(parties)
    var legs: [FlowLeg] = []
    var start = 0
    for index in flows.indices {
      let (flow, next) = (flows[index], index + 1)
      if next < flows.count, flows[next].from == flow.from, flows[next].to == flow.to { continue }
      legs.append(FlowLeg(from: flow.from, to: flow.to, flows: Array(flows[start..<next])))
      start = next
    }
    self.parties = parties
    self.flows = flows
    self.legs = legs
    edges = Adjacency(
      count: parties.count, sorted: legs.map { (numbers[$0.from], numbers[$0.to]) })
  }

  /// The network of those flows that a condition keeps; a party without any is no longer in it.
  ///
  /// ```swift
  /// network.filter { $0.stage >= .binding }
  /// ```
  public func filter(_ isKept: (Flow) -> Bool) -> FlowNetwork {
    FlowNetwork(sorted: flows.filter(isKept))
  }

  /// The network without a party and all its flows.
  public func removing(_ party: String) -> FlowNetwork {
    filter { $0.from != party && $0.to != party }
  }

  /// What all flows add up to.
  public var total: FlowSum { FlowSum(flows) }
}
