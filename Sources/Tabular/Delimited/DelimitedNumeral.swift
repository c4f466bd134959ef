/// The digits of a number and what stands between them, before it is decided what that means.
///
/// Every number is a sign, digits in groups of three with one kind of separator, and perhaps a
/// point or comma of another kind with decimals.
struct DelimitedNumeral {
  /// What stands between digits.
  private enum Separator {
    case space, apostrophe, point, comma

    /// The decimal mark that it can be.
    var mark: DelimitedDecimalMark? {
      switch self {
      case .point: .point
      case .comma: .comma
      case .space, .apostrophe: nil
      }
    }
  }

  /// Where the number begins.
  private(set) var start = 0
  private(set) var isNegative = false
  /// The digits as one number, unless it is too long.
  private(set) var digits: UInt64 = 0
  private(set) var isTooLong = false

  private var first: Separator?
  private var last: Separator?
  private var lastOffset = 0
  private var separatorCount = 0
  /// The digits since the last separator.
  private var run = 0
  private var beginsWithZero = false
  /// Whether the digits before the last separator are groups of three, the first one of up to three
  /// without a zero before it.
  private var areGroups = true

  /// Takes a field apart.
  mutating func scan(_ bytes: Span<UInt8>) throws(DelimitedValueError) {
    let range = DelimitedBlanks.trimmed(bytes)
    guard !range.isEmpty else { throw DelimitedValueError(.empty, at: 0) }
    start = range.lowerBound
    var offset = start + takeSign(bytes, range)
    if offset < range.upperBound { beginsWithZero = bytes[offset] == ASCII.zero }
    while offset < range.upperBound {
      let byte = bytes[offset]
      if ASCII.isDigit(byte) {
        append(UInt64(byte - ASCII.zero))
        offset += 1
      } else if run > 0, let (separator, length) = Self.separator(bytes, offset, range.upperBound) {
        try take(separator, at: offset)
        offset += length
      } else {
        let isExponent = run > 0 && byte | 0x20 == UInt8(ascii: "e")
        let isWhole = isExponent && Self.isExponent(bytes, (offset + 1)..<range.upperBound)
        throw DelimitedValueError(isWhole ? .exponent : .notANumber, at: offset)
      }
    }
    guard run > 0 else { throw DelimitedValueError(.notANumber, at: max(start, offset - 1)) }
  }

  /// How many of the digits are decimals.
  func scale(_ mark: DelimitedDecimalMark?) throws(DelimitedValueError) -> Int {
    guard let first, let last else { return 0 }
    if first != last || first.mark == mark && mark != nil {
      // The last separator can only be the decimal mark.
      guard let own = last.mark, first == last ? separatorCount == 1 : areGroups else {
        throw DelimitedValueError(.grouping, at: lastOffset)
      }
      if mark == nil, first.mark != nil { throw DelimitedValueError(.bothMarks, at: lastOffset) }
      if let mark, own != mark { throw DelimitedValueError(.otherMark, at: lastOffset) }
      return run
    }
    let isGrouped = areGroups && run == 3
    if let own = first.mark, separatorCount == 1 {
      if mark == nil {
        if isGrouped { throw DelimitedValueError(.ambiguous, at: lastOffset) }
        return run
      }
      if !isGrouped, own != mark { throw DelimitedValueError(.otherMark, at: lastOffset) }
    }
    guard isGrouped else { throw DelimitedValueError(.grouping, at: lastOffset) }
    return 0
  }

  private mutating func append(_ digit: UInt64) {
    let (tens, isOver) = digits.multipliedReportingOverflow(by: 10)
    let (sum, isOverToo) = tens.addingReportingOverflow(digit)
    isTooLong = isTooLong || isOver || isOverToo
    digits = sum
    run += 1
  }

  private mutating func take(
    _ separator: Separator, at offset: Int
  ) throws(DelimitedValueError) {
    // Behind a decimal mark there are no groups.
    guard first == last else { throw DelimitedValueError(.grouping, at: offset) }
    areGroups =
      separatorCount == 0 ? run <= 3 && !beginsWithZero : areGroups && run == 3
    first = first ?? separator
    last = separator
    lastOffset = offset
    separatorCount += 1
    run = 0
  }

  private mutating func takeSign(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let rest = range.count
    switch bytes[range.lowerBound] {
    case ASCII.plus: return 1
    case ASCII.minus:
      isNegative = true
      return 1
    case 0xE2 where rest >= 3 && bytes[start + 1] == 0x88 && bytes[start + 2] == 0x92:
      isNegative = true
      return 3
    default: return 0
    }
  }

  /// The separator at an offset, and its number of bytes.
  private static func separator(
    _ bytes: Span<UInt8>, _ offset: Int, _ end: Int
  ) -> (Separator, Int)? {
    switch bytes[offset] {
    case ASCII.period: return (.point, 1)
    case ASCII.comma: return (.comma, 1)
    case ASCII.space: return (.space, 1)
    case UInt8(ascii: "'"): return (.apostrophe, 1)
    case 0xC2 where offset + 1 < end && bytes[offset + 1] == 0xA0: return (.space, 2)
    case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80:
      switch bytes[offset + 2] {
      case 0x89, 0xAF: return (.space, 3)
      case 0x99: return (.apostrophe, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether there is nothing but a sign and digits.
  private static func isExponent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let hasSign =
      !range.isEmpty
      && (bytes[range.lowerBound] == ASCII.plus || bytes[range.lowerBound] == ASCII.minus)
    let digits = range.dropFirst(hasSign ? 1 : 0)
    for offset in digits where !ASCII.isDigit(bytes[offset]) { return false }
    return !digits.isEmpty
  }
}
