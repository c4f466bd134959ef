public import Finance
internal import SQLite

/// Stored values as people write them.
public enum PlainText {
  /// A number without a needless point: 250, not 250.0.
  public static func number(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int64(number)) : String(number)
  }

  /// A pair of days in the shortest spelling that means just these: 2025-11, 2025-Q4.
  public static func days(_ first: Day, _ last: Day) -> String {
    (try? DateSpan(first: first, last: last).description) ?? first.description
  }

  /// The same for days as they are stored.
  static func days(_ first: String, _ last: String) -> String {
    guard let from = try? Day(first), let until = try? Day(last) else { return first }
    return days(from, until)
  }

  /// A stored value as a claim writes it; nil for nothing.
  static func of(_ value: Value) -> String? {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): Self.number(number)
    case .null, .blob: nil
    }
  }
}
