internal import Finance

/// How a workbook counts days, and what its numbers are as days and times.
///
/// In the system of 1900 day 1 is 1 January 1900, and day 60 is a 29 February 1900 that never was:
/// every day after it has a number one too high (ECMA-376, part 1, 18.17.4).
enum DateSystem: Sendable {
  case from1900, from1904

  /// What a number with the format of a date is; `nil` when it is no day.
  func reading(
    _ number: DecimalDigits, as format: NumberFormat
  ) -> (kind: CellKind, text: String)? {
    guard let value = Double(number.text), value.isFinite, value >= 0, value < 3_000_000 else {
      return nil
    }
    var days = Int(value)
    var seconds = Int(((value - Double(days)) * 86_400).rounded())
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    switch format {
    case .duration: return (.time, Self.clock(days * 86_400 + seconds))
    case .time: return (.time, Self.clock(seconds))
    case .moment where days == 0 && self == .from1900: return (.time, Self.clock(seconds))
    case .moment:
      return day(days).map { (.moment, "\($0) \(Self.clock(seconds))") }
    default: return day(Int(value)).map { (.day, $0.description) }
    }
  }

  private func day(_ serial: Int) -> Day? {
    switch self {
    case .from1904: Day(daysSince1970: serial - 24_107)
    case .from1900 where serial == 60 || serial < 1: nil
    case .from1900: Day(daysSince1970: serial - (serial < 60 ? 25_568 : 25_569))
    }
  }

  private static func clock(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
