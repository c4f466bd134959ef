/// How a date that someone wrote is read: its first and its last possible day.
public struct DateReading: Hashable, Sendable, CustomStringConvertible {
  /// The days on which it may be.
  public let span: DateSpan

  /// The days in plain words, as `deals read` prints them: `2025-09-01 to 2025-11-30, written
  /// 2025-autumn`, `2025-11-03, a Monday`.
  public var description: String {
    guard !span.isDay else {
      let name = "\(span.first.weekday)"
      return "\(span.first), a \(name.prefix(1).uppercased())\(name.dropFirst())"
    }
    return "\(span.first) to \(span.last), written \(span)"
  }
}
