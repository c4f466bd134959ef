/// Which flows count when the core of a network is asked for. Each step but the first takes flows
/// away from another, so that parties only drop out.
public enum CoreStep: String, Sendable, CaseIterable {
  /// All flows.
  case announced
  /// Flows that bind.
  case binding
  /// Flows that bind and are not known to be cancellable. What nobody says counts as firm.
  case nonCancellable = "non_cancellable"
  /// Flows where money has moved.
  case funded

  /// The step it takes flows away from.
  public var narrows: CoreStep? {
    switch self {
    case .announced: nil
    case .binding: .announced
    case .nonCancellable, .funded: .binding
    }
  }

  /// Whether a flow counts.
  public func keeps(_ flow: Flow) -> Bool {
    switch self {
    case .announced: true
    case .binding: flow.stage >= .binding
    case .nonCancellable: flow.stage >= .binding && flow.isCancellable != true
    case .funded: flow.stage >= .funded
    }
  }
}
