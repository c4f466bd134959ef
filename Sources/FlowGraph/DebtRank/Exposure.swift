/// What one party loses when another fails.
public struct Exposure: Hashable, Sendable {
  /// The party that loses.
  public let holder: String
  /// The party that fails.
  public let counterparty: String
  /// In US cents, zero or more.
  public let amount: Int64

  /// An exposure of one party to another.
  public init(holder: String, counterparty: String, amount: Int64) {
    self.holder = holder
    self.counterparty = counterparty
    self.amount = amount
  }
}

extension FlowNetwork {
  /// The flows as exposures: who gives capital stands to lose it, and who sells stands to lose the
  /// sale. Flows without amount are none.
  public func exposures() -> [Exposure] {
    flows.compactMap { flow in
      guard let amount = flow.amount else { return nil }
      return switch flow.kind {
      case .capital: Exposure(holder: flow.from, counterparty: flow.to, amount: amount)
      case .purchase: Exposure(holder: flow.to, counterparty: flow.from, amount: amount)
      }
    }
  }

  /// The network of its exposures.
  public func exposureNetwork() -> ExposureNetwork { ExposureNetwork(sound: exposures()) }
}
