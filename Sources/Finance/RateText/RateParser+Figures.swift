extension RateParser {
  /// The months of a term that begins here, as in `3M` and `10-year`; `nil` when none does.
  mutating func term() throws(ReadingError) -> Int? {
    guard case .number(let digits)? = item(at: index) else { return nil }
    let isDashed = item(at: index + 1) == .word(.dash)
    guard case .word(.term(let months))? = item(at: index + (isDashed ? 2 : 1)) else { return nil }
    guard let count = Int(digits), 1...100 ~= count else {
      throw failure("names a term that is no whole number")
    }
    index += isDashed ? 3 : 2
    return count * months
  }

  /// A figure: one number or two with a word between them that makes a range, and their unit.
  mutating func figure(isNegative: Bool, isOpened: Bool) throws(ReadingError) -> RatePart {
    var part = RatePart(ends: [try number(isNegative: isNegative)])
    part.unit = unit()
    guard joinsRange(isOpened) else {
      guard !isOpened else { throw failure("begins a range and has one figure") }
      return part
    }
    index += 1
    let isNegative = item(at: index) == .word(.dash)
    if isNegative { index += 1 }
    part.ends.append(try number(isNegative: isNegative))
    let unit = unit()
    guard part.unit == nil || part.unit == unit else {
      throw failure("names two units in one range")
    }
    part.unit = unit
    return part
  }

  /// Whether the piece here joins the number before it with one after it.
  private func joinsRange(_ isOpened: Bool) -> Bool {
    guard case .word(let word)? = item(at: index) else { return false }
    let next = item(at: index + 1)
    let isNumber = next?.beginsFigure ?? false
    let isSigned = next == .word(.dash) && item(at: index + 2)?.beginsFigure ?? false
    switch word {
    case .to: return isNumber || isSigned
    case .dash: return isNumber
    case .and: return isOpened && (isNumber || isSigned)
    default: return false
    }
  }

  private mutating func unit() -> AmountUnit? {
    guard case .word(.unit(let unit))? = item(at: index) else { return nil }
    index += 1
    return unit
  }

  /// A number with the fraction after it: `10 7/8`, `10-7/8`, `10⅞`, `7/8`.
  private mutating func number(isNegative: Bool) throws(ReadingError) -> RateNumber {
    if let fraction = try fraction(at: index) {
      index += fraction.length
      return RateNumber(numeral: "0", fraction: fraction.value, isNegative: isNegative)
    }
    guard case .number(let numeral)? = item(at: index) else {
      throw failure("has a word where a number should stand")
    }
    index += 1
    let isDashed = item(at: index) == .word(.dash)
    guard let fraction = try fraction(at: isDashed ? index + 1 : index) else {
      return RateNumber(numeral: numeral, isNegative: isNegative)
    }
    guard numeral.allSatisfy(\.isNumber) else { throw failure("has decimals and a fraction") }
    // From 1 on a fraction is less than the number before it, and the dash can make no range.
    guard !isDashed || numeral != "0" else {
      throw ReadingError(
        text, "is ambiguous", readings: ["\(fraction.value)", "0 to \(fraction.value)"])
    }
    index += fraction.length + (isDashed ? 1 : 0)
    return RateNumber(numeral: numeral, fraction: fraction.value, isNegative: isNegative)
  }

  /// The fraction that begins at a piece, and its number of pieces.
  ///
  /// - Throws: `ReadingError` when it is no proper one of halves to sixty-fourths.
  private func fraction(at start: Int) throws(ReadingError) -> (value: ExactDecimal, length: Int)? {
    if case .word(.fraction(let part, let whole))? = item(at: start) {
      return (try quotient(part, whole), 1)
    }
    guard case .number(let part)? = item(at: start), item(at: start + 1) == .word(.stroke),
      case .number(let whole)? = item(at: start + 2)
    else { return nil }
    guard let part = Int(part), let whole = Int(whole), [2, 4, 8, 16, 32, 64].contains(whole),
      1..<whole ~= part
    else { throw failure("has a fraction that is none of halves, eighths or their like") }
    return (try quotient(part, whole), 3)
  }

  /// A fraction of a power of two as a decimal, exactly: a sixty-fourth has six decimals.
  private func quotient(_ part: Int, _ whole: Int) throws(ReadingError) -> ExactDecimal {
    do throws(ExactDecimalError) {
      return try ExactDecimal(coefficient: Int128(part * 1_000_000 / whole), exponent: -6)
    } catch {
      throw failure("has a fraction that cannot be held")
    }
  }

  private func item(at index: Int) -> RateItem? {
    items.indices.contains(index) ? items[index] : nil
  }
}

extension RateItem {
  /// Whether a figure can begin with the piece.
  var beginsFigure: Bool {
    switch self {
    case .number, .word(.fraction): true
    case .word: false
    }
  }
}
