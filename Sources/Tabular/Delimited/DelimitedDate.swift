/// A date as it is written in a field: a year, a month or a day of the Gregorian calendar.
public struct DelimitedDate: Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, where it is given.
  public let month: Int?
  /// The day of the month, where it is given.
  public let day: Int?

  /// Reads `2025`, `2025-11` or `2025-11-03` (ISO 8601), but for blanks around it.
  public init(_ bytes: Span<UInt8>) throws(DelimitedValueError) {
    if let day = Self.plain(bytes) {
      self = day
      return
    }
    let range = DelimitedBlanks.trimmed(bytes)
    let start = range.lowerBound
    guard !range.isEmpty else { throw DelimitedValueError(.empty, at: 0) }
    let year = try Self.number(bytes, start..<(start + 4), in: range)
    var month: Int?
    var day: Int?
    if range.count > 4 { month = try Self.part(bytes, from: start + 4, in: range) }
    if range.count > 7 { day = try Self.part(bytes, from: start + 7, in: range) }
    if range.count > 10 { throw DelimitedValueError(.notADate, at: start + 10) }

    guard year > 0 else { throw DelimitedValueError(.noSuchYear, at: start) }
    if let month, month < 1 || month > 12 {
      throw DelimitedValueError(.noSuchMonth, at: start + 5)
    }
    if let month, let day, day < 1 || day > Self.lastDay(year: year, month: month) {
      throw DelimitedValueError(.noSuchDay, at: start + 8)
    }
    self.init(year: year, month: month, day: day)
  }

  /// A date that exists.
  private init(year: Int, month: Int?, day: Int?) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Most dates: ten bytes that are a day.
  private static func plain(_ bytes: Span<UInt8>) -> Self? {
    guard bytes.count == 10, bytes[4] == ASCII.minus, bytes[7] == ASCII.minus else { return nil }
    var isDigits = true
    @inline(__always) func two(_ offset: Int) -> Int {
      let (tens, ones) = (bytes[offset] &- ASCII.zero, bytes[offset + 1] &- ASCII.zero)
      isDigits = isDigits && tens < 10 && ones < 10
      return Int(tens) * 10 + Int(ones)
    }
    let (year, month, day) = (two(0) * 100 + two(2), two(5), two(8))
    guard isDigits, year > 0, 1...12 ~= month, day > 0, day <= lastDay(year: year, month: month)
    else { return nil }
    return Self(year: year, month: month, day: day)
  }

  /// A hyphen and two digits.
  private static func part(
    _ bytes: Span<UInt8>, from start: Int, in range: Range<Int>
  ) throws(DelimitedValueError) -> Int {
    guard bytes[start] == ASCII.minus else { throw DelimitedValueError(.notADate, at: start) }
    return try number(bytes, (start + 1)..<(start + 3), in: range)
  }

  private static func number(
    _ bytes: Span<UInt8>, _ digits: Range<Int>, in range: Range<Int>
  ) throws(DelimitedValueError) -> Int {
    var value = 0
    for offset in digits {
      guard offset < range.upperBound, ASCII.isDigit(bytes[offset]) else {
        throw DelimitedValueError(.notADate, at: min(offset, range.upperBound - 1))
      }
      value = value * 10 + Int(bytes[offset] - ASCII.zero)
    }
    return value
  }

  private static func lastDay(year: Int, month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}
