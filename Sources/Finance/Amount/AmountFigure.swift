/// A number of an amount with its scale word, before qualifier and unit are known.
struct AmountFigure {
  /// The number, scale words not yet multiplied in.
  var value: ExactDecimal
  /// The power of ten of its scale words; `nil` when it has none.
  var scale: Int?
  /// How many decimals of the number are written.
  var decimals: Int
  /// What the number is to be divided by.
  var denominator = 1
}
