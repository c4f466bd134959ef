/// How interest is paid. The raw value is its code.
public enum RatePayment: String, Sendable, CaseIterable {
  /// In money; the ordinary way, and the one taken where nothing is said.
  case cash
  /// In kind: it is added to what is owed, “PIK”.
  case inKind = "in_kind"
  /// As the borrower chooses, “PIK toggle”.
  case toggle
}
