/// Why flows make no network.
public enum FlowNetworkError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Two flows share an id.
  case duplicate(id: String)
  /// A party gives to itself, which is no flow between parties.
  case flowToItself(id: String)
  /// An amount is below zero. A flow back is a flow the other way.
  case negativeAmount(id: String)
  /// The known amounts add up to more than 64 bits hold.
  case totalTooLarge

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .duplicate(let id): "two flows have the id “\(id)”"
    case .flowToItself(let id): "flow “\(id)” goes from a party to itself"
    case .negativeAmount(let id): "flow “\(id)” has an amount below zero"
    case .totalTooLarge: "the flows add up to more than \(Int64.max) cents"
    }
  }
}
