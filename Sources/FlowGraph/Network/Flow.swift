/// One flow of capital or one purchase, from the party that pays to the party that is paid.
public struct Flow: Hashable, Sendable {
  /// The key of the record it stands for. No two flows of a network share one.
  public let id: String
  /// The key of the party that gives.
  public let from: String
  /// The key of the party that gets.
  public let to: String
  /// Capital or a purchase.
  public let kind: FlowKind
  /// In US cents, zero or more; `nil` when it is not known, which is not zero.
  public let amount: Int64?
  /// The deepest stage it has reached.
  public let stage: FlowStage
  /// Whether the giver may walk away; `nil` when nobody says.
  public let isCancellable: Bool?

  /// A flow from one party to another.
  public init(
    id: String, from: String, to: String, kind: FlowKind, amount: Int64?,
    stage: FlowStage = .announced, isCancellable: Bool? = nil
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.kind = kind
    self.amount = amount
    self.stage = stage
    self.isCancellable = isCancellable
  }
}
