extension ExactDecimal: CustomStringConvertible {
  /// Reads a decimal number as JSON and files write it: `23250000000`, `-0.5`, `1.5e9`.
  ///
  /// The decimal mark is a point; there are no group marks and no spaces. Amounts that people wrote
  /// are read by `AmountText`.
  ///
  /// - Throws: `ExactDecimalError`.
  public init(_ text: String) throws(ExactDecimalError) {
    var scanner = DecimalScanner(text)
    guard scanner.scan() else { throw .notANumber(text) }
    guard !scanner.hasTooManyDigits else { throw .tooManyDigits }
    try self.init(coefficient: scanner.coefficient, exponent: scanner.exponent)
  }

  /// The number in full, without an exponent and without a zero that says nothing: `0.05`.
  public var description: String {
    let sign = isNegative ? "-" : ""
    let digits = String(coefficient.magnitude)
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let decimals = -exponent
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
