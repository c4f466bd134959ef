/// What a flow is for: capital or a purchase (rules.md 6). The raw value is the code in the file.
public enum FlowKind: String, Sendable, CaseIterable {
  /// Cash lent or given for equity, equity or an option given to win a customer, a guarantee.
  case capital
  /// Cash for compute, chips, power or space.
  case purchase
}
