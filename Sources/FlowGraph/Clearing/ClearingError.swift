/// Why payments cannot be worked out.
public enum ClearingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A liability is below zero.
  case negativeLiability(debtor: String, creditor: String)
  /// A party owes itself.
  case liabilityToItself(String)
  /// A party has assets below zero. What it owes outside is a liability to a party of that name.
  case negativeAssets(String)
  /// Liabilities and assets add up to more cents than a `Double` holds exactly, 2⁵³.
  case totalTooLarge
  /// The payments found are no solution to within a cent. The numbers are too large or too far
  /// apart for the arithmetic.
  case notVerified(residual: Double)

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .negativeLiability(let debtor, let creditor):
      "what \(debtor) owes \(creditor) is below zero"
    case .liabilityToItself(let party): "\(party) owes itself"
    case .negativeAssets(let party): "the assets of \(party) are below zero"
    case .totalTooLarge: "liabilities and assets add up to more than \(Int64(1) << 53) cents"
    case .notVerified(let residual): "the payments found are off by \(residual) cents"
    }
  }
}
