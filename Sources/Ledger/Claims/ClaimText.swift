internal import Finance

/// Whether a claim and its record say the same.
public enum ClaimText {
  /// Amounts agree in figure and currency, other values as text.
  public static func agrees(_ claim: Claim, with record: RecordAttributes.Stated) -> Bool {
    claim.amount.hasFigure
      ? sameFigure(claim.amount, record.amount) : sameValue(claim.value, record.value)
  }

  /// The same figure in the same currency, whatever it measures.
  public static func sameFigure(_ first: AmountColumns, _ second: AmountColumns) -> Bool {
    first.minor == second.minor && first.lowMinor == second.lowMinor
      && first.highMinor == second.highMinor && first.currency == second.currency
  }

  /// Equal as text, or as dates or numbers written differently.
  public static func sameValue(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second, first != second else { return first == second }
    if let one = try? DateSpan(first), let other = try? DateSpan(second) { return one == other }
    if let one = try? ExactDecimal(first), let other = try? ExactDecimal(second) {
      return one == other
    }
    return first.lowercased() == second.lowercased()
  }
}
