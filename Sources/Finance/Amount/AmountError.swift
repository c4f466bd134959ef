/// Which rule of the amount group is broken.
public enum AmountError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Undisclosed, and yet there is a number.
  case undisclosedWithAmount
  /// A range, and yet there is one amount.
  case rangeWithAmount
  /// A range without its low or its high end.
  case rangeWithoutEnd
  /// A range whose low end is above its high end.
  case rangeReversed
  /// A low or high amount under a qualifier that is no range.
  case endsWithoutRange(Qualifier)
  /// A qualifier that needs an amount, and there is none.
  case amountMissing(Qualifier)
  /// A number without a currency.
  case currencyMissing
  /// A currency that ISO 4217 does not list.
  case currencyUnknown(String)
  /// A text that names another currency than its document.
  case currencyContradicted(String)
  /// A number below zero.
  case negative
  /// A number above `ExactDecimal.maximumMinorUnits`.
  case tooLarge
  /// A number that is no money: 24 percent, 3.8 gigawatts.
  case notMoney(AmountUnit)
  /// A number that is no whole number of minor units, or too large.
  case money(MoneyError)

  /// The rule as a sentence without a full stop, in the words of a document.
  public var description: String {
    switch self {
    case .undisclosedWithAmount: "an undisclosed amount has no number"
    case .rangeWithAmount: "a range has amount_low and amount_high and no amount"
    case .rangeWithoutEnd: "a range needs both amount_low and amount_high"
    case .rangeReversed: "amount_low is above amount_high"
    case .endsWithoutRange(let qualifier):
      "amount_low and amount_high belong to a range, and the qualifier is \(qualifier.rawValue)"
    case .amountMissing(let qualifier):
      "the qualifier is \(qualifier.rawValue) and there is no amount"
    case .currencyMissing: "an amount needs a currency"
    case .currencyUnknown(let code): "“\(code)” is no currency of ISO 4217"
    case .currencyContradicted(let code): "the text names \(code) and the document another currency"
    case .negative: "an amount is not negative"
    case .tooLarge:
      "an amount of more than \(ExactDecimal.maximumMinorUnits) minor units is refused"
    case .notMoney(let unit): "this is no amount of money: its unit is \(unit.rawValue)"
    case .money(let error): error.description
    }
  }
}
