import Finance
import Ledger
import Tabular

extension SheetValues {
  /// The largest amount the ledger takes, in minor units.
  private static let mostMinor: Int64 = 9_000_000_000_000_000

  /// A percentage or a spread. A point is decimal, and in a percentage a comma too, however many
  /// digits follow: nobody writes a coupon of thousands.
  mutating func number(_ column: SheetColumn, _ record: borrowing DelimitedRecord) -> Double? {
    var bytes = text(column, record)
    guard !bytes.isEmpty else { return nil }
    // With its sign nobody can take a percentage for a fraction.
    let isSpread = column == .spreadBasisPoints || column == .spreadHighBasisPoints
    let isSigned = bytes.last == 0x25 && !isSpread
    if isSigned {
      let digits = TextBytes(rebasing: bytes.dropLast())
      bytes = TextBytes(rebasing: digits[DelimitedBlanks.trimmed(digits.span)])
    }
    do throws(DelimitedValueError) {
      let mark: DelimitedDecimalMark? =
        !bytes.contains(0x2C) ? .point : isSpread ? nil : .comma
      let decimal = try DelimitedDecimal(bytes.span, mark: mark)
      let value = Double(decimal.coefficient) / Self.powers[decimal.scale]
      if !isSigned { doubt(value, column, record) }
      return value
    } catch {
      let words = String(decoding: bytes, as: UTF8.self)
      add("“\(words)” \(error)", column, record, at: error.offset)
      return nil
    }
  }

  private static let powers: [Double] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// An amount in minor units of a currency. What is finer than these is rounded half to even and
  /// counted: shares of an amount in yen may have decimals that yen do not.
  mutating func amount(
    _ column: SheetColumn, in currency: SheetCurrency?, _ record: borrowing DelimitedRecord
  ) -> (minor: Int64?, qualifier: TextBytes) {
    let bytes = text(column, record)
    let undisclosed = TextBytes("undisclosed")
    guard !bytes.isEmpty else { return (nil, undisclosed) }
    guard let currency else {
      if layout.has(.currency), !text(.currency, record).isEmpty { return (nil, undisclosed) }
      add("an amount needs a currency", column, record, hint: "add a column “currency”")
      return (nil, undisclosed)
    }
    do throws(DelimitedValueError) {
      let decimal = try DelimitedDecimal(bytes.span)
      guard let minor = minor(decimal, exponent: currency.exponent), abs(minor) <= Self.mostMinor
      else {
        add("is more than the ledger can add up", column, record)
        return (nil, undisclosed)
      }
      guard minor >= 0 else {
        add("an amount is not negative", column, record)
        return (nil, undisclosed)
      }
      return (minor, TextBytes("exact"))
    } catch {
      let words = String(decoding: bytes, as: UTF8.self)
      add(
        "“\(words)” \(error)", column, record, at: error.offset,
        hint: "write plain digits, such as 27000000000 or 27 000 000 000,50")
      return (nil, undisclosed)
    }
  }

  private mutating func minor(_ decimal: DelimitedDecimal, exponent: Int) -> Int64? {
    var coefficient = decimal.coefficient
    if decimal.scale <= exponent {
      for _ in decimal.scale..<exponent {
        let (product, isTooMuch) = coefficient.multipliedReportingOverflow(by: 10)
        if isTooMuch { return nil }
        coefficient = product
      }
      return coefficient
    }
    var divisor: Int64 = 1
    for _ in exponent..<decimal.scale { divisor *= 10 }
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
    if remainder == 0 { return quotient }
    countRounded()
    let twice = 2 * abs(remainder)
    let isUp = twice > divisor || twice == divisor && !quotient.isMultiple(of: 2)
    return isUp ? quotient + (coefficient < 0 ? -1 : 1) : quotient
  }
}
