/// Why a number cannot be held exactly.
public enum ExactDecimalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text is no decimal number: digits, one decimal point, an exponent.
  case notANumber(String)
  /// More digits than `ExactDecimal.maximumDigits`.
  case tooManyDigits
  /// Larger or smaller than `ExactDecimal.maximumMagnitude` powers of ten.
  case outOfRange

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .notANumber(let text):
      "“\(text)” is not a number: write digits with a decimal point, like 23250000000 or 1.5e9"
    case .tooManyDigits: "a number of more than \(ExactDecimal.maximumDigits) digits is refused"
    case .outOfRange: "a number beyond ten to the power \(ExactDecimal.maximumMagnitude) is refused"
    }
  }
}
