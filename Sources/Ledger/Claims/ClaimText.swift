internal import Finance

/// Whether a claim and its record say the same.
public enum ClaimText {
  /// Amounts agree in figure, currency and qualifier, and in what they measure where both say it;
  /// other values as text.
  public static func agrees(
    _ claim: RecordAttributes.Stated, with record: RecordAttributes.Stated
  ) -> Bool {
    claim.amount.hasFigure || record.amount.hasFigure
      ? sameAmount(claim.amount, record.amount) : sameValue(claim.value, record.value)
  }

  /// The same amount as a whole.
  static func sameAmount(_ first: AmountColumns, _ second: AmountColumns) -> Bool {
    let isSameMeasure =
      first.measure == nil || second.measure == nil || first.measure == second.measure
    return first.minor == second.minor && first.lowMinor == second.lowMinor
      && first.highMinor == second.highMinor && first.currency == second.currency
      && (first.qualifier ?? "exact") == (second.qualifier ?? "exact") && isSameMeasure
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
