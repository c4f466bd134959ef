/// One amount that lender or borrower pays, or that is added to what is owed.
public struct CashFlow: Hashable, Sendable {
  /// What is paid. The raw value is the code in documents and in the file.
  public enum Kind: String, Sendable, CaseIterable {
    /// Money lent: below zero, since the lender pays it.
    case draw
    /// Interest in cash.
    case interest
    /// Interest added to what is owed instead of being paid.
    case capitalised
    /// The fee for what is committed and not drawn.
    case commitmentFee = "commitment_fee"
    /// The fee for a later maturity.
    case extensionFee = "extension_fee"
    /// Principal paid back, capitalised interest with it.
    case repayment
    /// What redemption pays above the principal, or below zero where it pays less.
    case premium
  }

  /// What is paid.
  public let kind: Kind
  /// The day it is due by the schedule, business day or not.
  public let due: Day
  /// The business day on which it is paid.
  public let payment: Day
  /// How much the lender gets in minor units; below zero what the lender pays.
  public let amount: FlowAmount

  /// Whether money moves.
  public var isCash: Bool { kind != .capitalised }
}
