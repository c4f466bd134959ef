/// A decimal number as it is written in a field, without any rounding.
///
/// Thousands are grouped with a space (also U+00A0, U+202F and U+2009), an apostrophe (also
/// U+2019), or whichever of point and comma is not decimal. A minus is `-` or U+2212. Nothing is
/// guessed: where two readings are left, there is no number.
public struct DelimitedDecimal: Hashable, Sendable {
  /// All the digits as one integer, with the sign.
  public let coefficient: Int64
  /// How many of the digits are decimals, zeros at the end included; at most 18.
  public let scale: Int

  /// A number of `scale` decimals.
  init(coefficient: Int64, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }

  /// Reads the whole of a field, but for blanks around it.
  ///
  /// - Parameters:
  ///   - bytes: What `DelimitedRecord.withField` lends.
  ///   - mark: The decimal mark of the file; `nil` when it is not known. Then `1.5`, `1 234,5` and
  ///     `1,234,567` still have one reading, and `1.234` and `1,250.50` are refused.
  public init(
    _ bytes: Span<UInt8>, mark: DelimitedDecimalMark? = nil
  ) throws(DelimitedValueError) {
    if let plain = Self.plain(bytes, mark) {
      self = plain
      return
    }
    var numeral = DelimitedNumeral()
    try numeral.scan(bytes)
    let scale = try numeral.scale(mark)
    guard scale <= 18, let magnitude = Int64(exactly: numeral.digits), !numeral.isTooLong else {
      throw DelimitedValueError(.tooManyDigits, at: numeral.start)
    }
    if numeral.isNegative, magnitude == 0 {
      throw DelimitedValueError(.negativeZero, at: numeral.start)
    }
    self.init(coefficient: numeral.isNegative ? -magnitude : magnitude, scale: scale)
  }

  /// Most numbers: up to 18 digits, and perhaps a decimal mark that cannot be anything else.
  private static func plain(_ bytes: Span<UInt8>, _ mark: DelimitedDecimalMark?) -> Self? {
    let count = bytes.count
    guard count > 0, count <= 18 else { return nil }
    var value: Int64 = 0
    var point = count
    for offset in 0..<count {
      let digit = bytes[offset] &- ASCII.zero
      if digit < 10 {
        value = value &* 10 &+ Int64(digit)
        continue
      }
      let isPoint = bytes[offset] == ASCII.period && mark != .comma
      let isComma = bytes[offset] == ASCII.comma && mark != .point
      guard isPoint || isComma, point == count, offset > 0 else { return nil }
      point = offset
    }
    if point == count { return Self(coefficient: value, scale: 0) }
    let scale = count - point - 1
    // Three digits may be thousands.
    guard scale > 0, scale != 3 || mark != nil else { return nil }
    return Self(coefficient: value, scale: scale)
  }

  /// Reads a number that has no decimals, not even zeros.
  public static func integer(
    _ bytes: Span<UInt8>, mark: DelimitedDecimalMark? = nil
  ) throws(DelimitedValueError) -> Int64 {
    let decimal = try DelimitedDecimal(bytes, mark: mark)
    guard decimal.scale == 0 else {
      throw DelimitedValueError(.notWhole, at: DelimitedBlanks.trimmed(bytes).lowerBound)
    }
    return decimal.coefficient
  }
}
