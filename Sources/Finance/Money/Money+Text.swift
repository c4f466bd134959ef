extension Money: CustomStringConvertible {
  /// The amount with every decimal of the currency and nothing else: `23250000000.00`.
  public var plain: String {
    let sign = minorUnits < 0 ? "-" : ""
    let digits = String(minorUnits.magnitude)
    guard currency.exponent > 0 else { return sign + digits }
    let missing = max(0, currency.exponent + 1 - digits.count)
    let padded = String(repeating: "0", count: missing) + digits
    return "\(sign)\(padded.dropLast(currency.exponent)).\(padded.suffix(currency.exponent))"
  }

  /// The amount to read at a glance, without its currency: `23.25 bn`, `1.5 tn`, `850 m`, `12,500`.
  ///
  /// At most three decimals, rounded half away from zero. Never parse it, never add it.
  public var human: String {
    Self.human(minorUnits, exponent: currency.exponent)
  }

  /// The amount with its unit and every digit, without its currency: `23.25 bn`, `225.00 mn`,
  /// `1.234567891 bn`, `12,500`.
  public var scaled: String {
    let sign = minorUnits < 0 ? "-" : ""
    let amount = Int128(minorUnits.magnitude)
    for (unit, zeros) in [(" bn", 9), (" mn", 6)]
    where amount >= Self.power(currency.exponent + zeros) {
      var text = Self.decimal(amount, decimals: currency.exponent + zeros, keepsZeros: true)
      while text.last == "0", text.dropLast(2).last != "." { text.removeLast() }
      return sign + text + unit
    }
    return grouped
  }

  /// The amount with every digit in groups of three, without its currency: `1,500,000,000`,
  /// `12,500.05`.
  public var grouped: String {
    let amount = Int128(minorUnits.magnitude)
    let hasRest = amount % Self.power(currency.exponent) != 0
    return (minorUnits < 0 ? "-" : "")
      + Self.decimal(amount, decimals: currency.exponent, keepsZeros: hasRest)
  }

  /// The code and the plain amount: `USD 23250000000.00`.
  public var description: String { "\(currency.code) \(plain)" }

  private static func human(_ minorUnits: Int64, exponent: Int) -> String {
    let sign = minorUnits < 0 ? "-" : ""
    let amount = Int128(minorUnits.magnitude)
    let one = power(exponent)
    for (unit, zeros) in [(" tn", 12), (" bn", 9), (" m", 6)] {
      let thousandth = one * power(zeros - 3)
      let thousandths = (amount + thousandth / 2) / thousandth
      if thousandths >= 1000 {
        return sign + decimal(thousandths, decimals: 3, keepsZeros: false) + unit
      }
    }
    return sign + decimal(amount, decimals: exponent, keepsZeros: amount % one != 0)
  }

  private static func power(_ zeros: Int) -> Int128 {
    (0..<zeros).reduce(1) { value, _ in value * 10 }
  }

  /// A number with `decimals` decimals, its whole part in groups of three.
  private static func decimal(_ units: Int128, decimals: Int, keepsZeros: Bool) -> String {
    let one = power(decimals)
    var fraction = String(units % one + one).dropFirst()
    while !keepsZeros, fraction.last == "0" { fraction.removeLast() }
    let whole = String(units / one)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return fraction.isEmpty ? grouped : "\(grouped).\(fraction)"
  }
}
